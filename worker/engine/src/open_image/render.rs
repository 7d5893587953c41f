//! A render: the pixels of a view, made band by band.

use safelight_errors::RenderError;
use safelight_recipe::Recipe;

use super::OpenImage;
use crate::memory::budget::{Buffer, rgba_len};
use crate::pipeline::PipelineRun;
use crate::{Clipping, Histogram, View};

/// A render under way. Dropping it stops it; the intermediate images that it has finished stay in the cache.
#[derive(Debug)]
pub struct Render<'a> {
    image: &'a mut OpenImage,
    run: PipelineRun,
    /// Finished rows of the region.
    rows_done: u32,
    histogram: Option<Box<Histogram>>,
    clipping_mask: Option<(Clipping, Buffer)>,
}

/// How far a render or an export is.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Progress {
    /// There is more to do.
    Pending {
        /// The fraction that is done, from 0 to 0.999.
        fraction: f32,
    },
    /// The result is complete.
    Done,
}

impl<'a> Render<'a> {
    pub(super) fn new(image: &'a mut OpenImage, recipe: &Recipe, view: View) -> Result<Self, RenderError> {
        if !(view.scale > 0.0 && view.scale <= 1.0) {
            return Err(RenderError::Scale(view.scale));
        }
        let OpenImage { source, cache, budget, output } = image;
        let run = PipelineRun::new(recipe, view.scale, Some(view.region), source, cache, budget)?;
        let region = run.region();
        let len = rgba_len(region.width, region.height).ok_or(RenderError::EmptyRegion)?;
        output.resize(budget, len)?;
        Ok(Self { image, run, rows_done: 0, histogram: None, clipping_mask: None })
    }

    /// Also counts the pixels by level.
    #[must_use]
    pub fn with_histogram(mut self) -> Self {
        self.histogram = Some(Box::default());
        self
    }

    /// Also makes a mask of the clipped pixels.
    ///
    /// # Errors
    /// [`RenderError::Memory`] when the mask does not fit.
    pub fn with_clipping_mask(mut self, clipping: Clipping) -> Result<Self, RenderError> {
        let mask = self.image.budget.pixels(self.width(), self.height())?;
        self.clipping_mask = Some((clipping, mask));
        Ok(self)
    }

    /// Does one band of work, a few milliseconds of it where the filters allow.
    ///
    /// # Errors
    /// [`RenderError::Memory`] when an intermediate image does not fit.
    pub fn step(&mut self) -> Result<Progress, RenderError> {
        let OpenImage { source, cache, budget, output } = &mut *self.image;
        if !self.run.prepare(source, cache, budget)? {
            let row_bytes = self.run.region().width as usize * 4;
            let rows = self.run.output_band_rows(self.rows_done);
            let band = rows.start as usize * row_bytes..rows.end as usize * row_bytes;
            self.rows_done = rows.end;
            let pixels = &mut output[band.clone()];
            self.run.render_band(rows, source, cache, pixels);
            // Counted now, while the pixels are still in the cache.
            if let Some(histogram) = &mut self.histogram {
                histogram.add(pixels);
            }
            if let Some((clipping, mask)) = &mut self.clipping_mask {
                clipping.write_mask(pixels, &mut mask[band]);
            }
        }
        if self.rows_done == self.height() {
            return Ok(Progress::Done);
        }
        Ok(Progress::Pending { fraction: self.run.fraction_done() })
    }

    /// The pixels of the region as RGBA8 with straight alpha, complete once [`step`](Self::step) has returned
    /// [`Progress::Done`].
    pub fn pixels(&self) -> &[u8] {
        &self.image.output
    }

    /// The histogram of the rows so far, if one was asked for.
    pub fn histogram(&self) -> Option<&Histogram> {
        self.histogram.as_deref()
    }

    /// The mask of clipped pixels, RGBA8 and as large as the region, if one was asked for. Complete when the pixels
    /// are.
    pub fn clipping_mask(&self) -> Option<&[u8]> {
        self.clipping_mask.as_ref().map(|(_, mask)| &**mask)
    }

    /// Width of the region in pixels, after clamping.
    pub fn width(&self) -> u32 {
        self.run.region().width
    }

    /// Height of the region in pixels, after clamping.
    pub fn height(&self) -> u32 {
        self.run.region().height
    }
}
