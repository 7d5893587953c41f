//! From an open photo to the pixels of a view, band by band.

use safelight_recipe::Recipe;

use crate::budget::rgba_len;
use crate::develop::Develop;
use crate::{Darkroom, RenderError, View};

/// A rendering under way. Dropping it stops it; what it has prepared so far is kept for the next one.
#[derive(Debug)]
pub struct Render<'a> {
    room: &'a mut Darkroom,
    develop: Develop,
    /// Rows of the region that are finished.
    rows_done: u32,
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
        Ok(Self { room, develop, rows_done: 0 })
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
            self.develop.band(rows, source, cache, &mut output[band]);
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

    /// Pixels across, after clamping.
    pub fn width(&self) -> u32 {
        self.develop.region().width
    }

    /// Pixels down, after clamping.
    pub fn height(&self) -> u32 {
        self.develop.region().height
    }
}
