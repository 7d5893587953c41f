//! From an open photo to the pixels of a view, band by band.

use safelight_kernels::Place;
use safelight_recipe::Recipe;

use crate::budget::rgba_len;
use crate::plan::Plan;
use crate::{Darkroom, Region, RenderError, View, scaled_size};

/// Photo pixels that one band of scaling reads.
const SCALING_BAND_PIXELS: usize = 1 << 20;
/// Pixels that one band of filtering writes when the stack is short.
const FILTER_BAND_PIXELS: usize = 1 << 18;
/// Stages up to which a stack counts as short.
const SHORT_STACK: usize = 4;

/// A rendering under way. Dropping it stops it; what it has scaled so far is kept for the next one.
#[derive(Debug)]
pub struct Render<'a> {
    room: &'a mut Darkroom,
    plan: Plan,
    /// Size of the whole photo at this scale.
    scaled: (u32, u32),
    /// What was asked for; 1 where the size did not change.
    scale: f64,
    region: Region,
    /// Rows of the region that are finished.
    rows_done: usize,
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
        let plan = Plan::new(recipe)?;
        let scaled = scaled_size(room.width(), room.height(), view.scale);
        let region = view.region.clamped(scaled.0, scaled.1).ok_or(RenderError::EmptyRegion)?;
        let len = rgba_len(region.width, region.height).ok_or(RenderError::EmptyRegion)?;
        if scaled != (room.width(), room.height()) {
            room.copies.prepare(&room.photo, scaled, &room.budget)?;
        }
        room.output.resize(&room.budget, len)?;
        let scale = if scaled == (room.width(), room.height()) { 1.0 } else { view.scale };
        Ok(Self { room, plan, scaled, scale, region, rows_done: 0 })
    }

    /// Does one band of work, a few milliseconds of it.
    ///
    /// # Errors
    /// None today; filters that need memory will have one.
    pub fn step(&mut self) -> Result<Step, RenderError> {
        if self.scaling_left() > 0 {
            let rows = (SCALING_BAND_PIXELS / self.room.photo.width.max(1) as usize).max(1);
            if let Some(copy) = self.room.copies.get_mut(self.scaled) {
                copy.advance(&self.room.photo, rows);
            }
        } else {
            self.filter_band();
        }
        if self.rows_done == self.region.height as usize {
            return Ok(Step::Done);
        }
        Ok(Step::More { done: self.done() })
    }

    /// The pixels of the region as RGBA8 with straight alpha, complete once [`step`](Self::step) has
    /// said [`Step::Done`].
    pub fn pixels(&self) -> &[u8] {
        &self.room.output
    }

    /// Pixels across, after clamping.
    pub fn width(&self) -> u32 {
        self.region.width
    }

    /// Pixels down, after clamping.
    pub fn height(&self) -> u32 {
        self.region.height
    }

    fn filter_band(&mut self) {
        let (left, top) = (self.region.x as usize, self.region.y as usize);
        let (width, height) = (self.region.width as usize, self.region.height as usize);
        let pixels = FILTER_BAND_PIXELS * SHORT_STACK / self.plan.cost().max(SHORT_STACK);
        let rows = (pixels / width).clamp(1, height - self.rows_done);
        let source: &[u8] = match self.room.copies.get(self.scaled) {
            Some(copy) if self.is_scaled() => copy.pixels(),
            _ => &self.room.photo.pixels,
        };
        let stride = self.scaled.0 as usize * 4;
        let band = &mut self.room.output[self.rows_done * width * 4..][..rows * width * 4];
        let lines = source.chunks_exact(stride).skip(top + self.rows_done);
        for (to, from) in band.chunks_exact_mut(width * 4).zip(lines) {
            to.copy_from_slice(&from[left * 4..][..width * 4]);
        }
        let place = Place {
            x: self.region.x,
            y: self.region.y + self.rows_done as u32,
            row_px: self.region.width,
            width: self.scaled.0,
            height: self.scaled.1,
            scale: self.scale,
        };
        self.plan.run(&place, band);
        self.rows_done += rows;
    }

    fn is_scaled(&self) -> bool {
        self.scaled != (self.room.photo.width, self.room.photo.height)
    }

    /// Rows of the scaled copy that the region needs and that are not there yet.
    fn scaling_left(&self) -> usize {
        if !self.is_scaled() {
            return 0;
        }
        let needed = self.region.y as usize + self.region.height as usize;
        self.room.copies.get(self.scaled).map_or(0, |copy| needed.saturating_sub(copy.rows_done()))
    }

    /// A row of scaling reads as many photo pixels as it stands for; a row of filtering, its own.
    fn done(&self) -> f32 {
        let scaling_row = self.room.photo.pixels.len() as f32 / 4.0 / self.scaled.1 as f32;
        let filtering_row = self.region.width as f32 * self.plan.cost().max(1) as f32;
        let left = self.scaling_left() as f32 * scaling_row
            + (self.region.height as usize - self.rows_done) as f32 * filtering_row;
        let whole = if self.is_scaled() { self.scaled.1 as f32 * scaling_row } else { 0.0 }
            + self.region.height as f32 * filtering_row;
        1.0 - (left / whole).clamp(0.0, 1.0)
    }
}
