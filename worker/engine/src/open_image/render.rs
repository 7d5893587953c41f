//! From an open photo to the pixels of a view, band by band.

use safelight_recipe::Recipe;

use crate::memory::budget::{Buffer, rgba_len};
use crate::pipeline::Develop;
use crate::{Clip, Darkroom, RenderError, Tally, View};

/// A rendering under way. Dropping it stops it; what it has prepared so far is kept for the next one.
#[derive(Debug)]
pub struct Render<'a> {
    room: &'a mut Darkroom,
    develop: Develop,
    /// Rows of the region that are finished.
    rows_done: u32,
    tally: Option<Box<Tally>>,
    marks: Option<(Clip, Buffer)>,
}

/// Whether there is more to do.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Step {
    /// Yes.
    More {
        /// The part that is done, from 0 to 1.
        done: f32,
    },
    /// No: the result is there.
    Done,
}

impl<'a> Render<'a> {
    pub(crate) fn new(room: &'a mut Darkroom, recipe: &Recipe, view: View) -> Result<Self, RenderError> {
        if !(view.scale > 0.0 && view.scale <= 1.0) {
            return Err(RenderError::Scale(view.scale));
        }
        let Darkroom { source, cache, budget, output } = room;
        let develop = Develop::new(recipe, view.scale, Some(view.region), source, cache, budget)?;
        let region = develop.region();
        let len = rgba_len(region.width, region.height).ok_or(RenderError::EmptyRegion)?;
        output.resize(budget, len)?;
        Ok(Self { room, develop, rows_done: 0, tally: None, marks: None })
    }

    /// Counts the pixels as they are made.
    #[must_use]
    pub fn counting(mut self) -> Self {
        self.tally = Some(Box::default());
        self
    }

    /// Marks what is clipped, in a picture of its own.
    ///
    /// # Errors
    /// Too little memory for that picture.
    pub fn marking(mut self, clip: Clip) -> Result<Self, RenderError> {
        let marks = self.room.budget.pixels(self.width(), self.height())?;
        self.marks = Some((clip, marks));
        Ok(self)
    }

    /// Does one band of work, a few milliseconds of it where the filters allow.
    ///
    /// # Errors
    /// Too little memory for what is half-made.
    pub fn step(&mut self) -> Result<Step, RenderError> {
        let Darkroom { source, cache, budget, output } = &mut *self.room;
        if !self.develop.prepare(source, cache, budget)? {
            let row_bytes = self.develop.region().width as usize * 4;
            let rows = self.develop.result_rows_from(self.rows_done);
            let band = rows.start as usize * row_bytes..rows.end as usize * row_bytes;
            self.rows_done = rows.end;
            let pixels = &mut output[band.clone()];
            self.develop.band(rows, source, cache, pixels);
            // While they are near.
            if let Some(tally) = &mut self.tally {
                tally.count(pixels);
            }
            if let Some((clip, marks)) = &mut self.marks {
                clip.mark(pixels, &mut marks[band]);
            }
        }
        if self.rows_done == self.height() {
            return Ok(Step::Done);
        }
        Ok(Step::More { done: self.develop.done() })
    }

    /// The pixels of the region as RGBA8 with straight alpha, complete once [`step`](Self::step) has
    /// said [`Step::Done`].
    pub fn pixels(&self) -> &[u8] {
        &self.room.output
    }

    /// What was counted so far.
    pub fn tally(&self) -> Option<&Tally> {
        self.tally.as_deref()
    }

    /// The marks on what is clipped, RGBA8, as large as the region; complete when its pixels are.
    pub fn marks(&self) -> Option<&[u8]> {
        self.marks.as_ref().map(|(_, marks)| &**marks)
    }

    /// Pixels across, after clamping.
    pub fn width(&self) -> u32 {
        self.develop.region().width
    }

    /// Pixels down, after clamping.
    pub fn height(&self) -> u32 {
        self.develop.region().height
    }
}
