//! Sources of rows, which the steps of a blur pull one after another.

use super::plan::Span;
use crate::pixel::premultiplied::premultiply;
use crate::simd::i16x8::Rgba16;
use crate::{Region, Window};

/// A source of the rows of an image, each once, from top to bottom.
pub trait RowSource {
    /// Writes the next row to the front of `row`, which must come from [`room`]: the few extra pixels at its end may be
    /// overwritten with anything.
    fn next(&mut self, row: &mut [Rgba16]);
}

/// A buffer for a row, with a few extra pixels that the last vector of a loop may touch.
pub fn room(pixels: usize) -> Vec<Rgba16> {
    vec![[0; 4]; pixels + 4]
}

/// The rows of a part of an image, premultiplied.
pub struct PremultipliedSource<'a> {
    window: Window<'a>,
    part: Region,
    y: u32,
}

impl<'a> PremultipliedSource<'a> {
    pub fn new(window: Window<'a>, part: Region) -> Self {
        Self { window, part, y: part.y }
    }
}

impl RowSource for PremultipliedSource<'_> {
    fn next(&mut self, row: &mut [Rgba16]) {
        let from = (self.part.x - self.window.region.x) as usize;
        let pixels = &self.window.row(i64::from(self.y))[from..][..self.part.width as usize];
        premultiply(pixels, self.window.opaque, row);
        self.y += 1;
    }
}

/// A row extended beyond the image's edges on both sides by its outermost pixels.
pub struct PaddedRow {
    pub pixels: Vec<Rgba16>,
    before: usize,
    inside: usize,
    after: usize,
}

impl PaddedRow {
    /// A row of these columns, of which the source has those of `held`.
    pub fn new(columns: Span, held: Span) -> Self {
        let (before, after) = ((held.first - columns.first) as usize, (columns.last - held.last) as usize);
        Self { pixels: room(columns.count()), before, inside: held.count(), after }
    }

    pub fn pull(&mut self, source: &mut dyn RowSource) {
        source.next(&mut self.pixels[self.before..]);
        let (left, rest) = self.pixels.split_at_mut(self.before);
        left.fill(rest[0]);
        let (inside, right) = rest.split_at_mut(self.inside);
        right[..self.after].fill(inside[self.inside - 1]);
    }
}
