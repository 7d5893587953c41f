//! Downsampling by 2 with the binomial weights 1 4 6 4 1.

use std::array::from_fn;

use super::plan::Span;
use super::rows::{PaddedRow, RowSource, room};
use crate::simd::i16x8::{I16x8, Rgba16};

/// The rows of an image, downsampled by 2. Output pixel (x, y) lies on source pixel (2x, 2y).
pub struct Downsample<'a> {
    source: Box<dyn RowSource + 'a>,
    /// The row range of the source.
    held: Span,
    /// The next source row to read.
    below: i64,
    /// One source row.
    row: PaddedRow,
    /// The last five source rows, downsampled across.
    ring: [Vec<Rgba16>; 5],
    /// The next output row.
    y: i64,
}

impl<'a> Downsample<'a> {
    /// `held` are the columns and rows of the source, `made` those of the output.
    pub fn new(source: Box<dyn RowSource + 'a>, held: (Span, Span), made: (Span, Span)) -> Self {
        let row = PaddedRow::new(made.0.downsample_input(), held.0);
        let ring = from_fn(|_| room(made.0.count()));
        Self { source, held: held.1, below: held.1.first, row, ring, y: made.1.first }
    }
}

impl RowSource for Downsample<'_> {
    fn next(&mut self, row: &mut [Rgba16]) {
        let slot = |y: i64| y.rem_euclid(5) as usize;
        while self.below <= (2 * self.y + 2).clamp(self.held.first, self.held.last) {
            self.row.pull(&mut *self.source);
            across(&self.row.pixels, &mut self.ring[slot(self.below)]);
            self.below += 1;
        }
        let rows = from_fn(|n| {
            let y = 2 * self.y - 2 + n as i64;
            &self.ring[slot(y.clamp(self.held.first, self.held.last))][..]
        });
        down(rows, row);
        self.y += 1;
    }
}

/// Downsamples a row; the first output pixel is computed from the first five pixels.
fn across(row: &[Rgba16], into: &mut [Rgba16]) {
    let twos = row.as_chunks::<2>().0;
    let (mut first, mut second) = (I16x8::load(&twos[0]), I16x8::load(&twos[1]));
    let rest = twos[2..].as_chunks::<2>().0;
    for (two, into) in rest.iter().zip(into.as_chunks_mut::<2>().0) {
        let (third, fourth) = (I16x8::load(&two[0]), I16x8::load(&two[1]));
        let (a, b) = (first.first_pixels(second), first.second_pixels(second));
        let (c, d) = (second.first_pixels(third), second.second_pixels(third));
        binomial([a, b, c, d, third.first_pixels(fourth)]).store(into);
        (first, second) = (third, fourth);
    }
}

fn down(rows: [&[Rgba16]; 5], into: &mut [Rgba16]) {
    let twos = rows.map(|row| row.as_chunks::<2>().0);
    let count = twos[0].len();
    let twos = twos.map(|twos| &twos[..count]);
    for (at, into) in into.as_chunks_mut::<2>().0.iter_mut().enumerate().take(count) {
        binomial(twos.map(|twos| I16x8::load(&twos[at]))).store(into);
    }
}

/// (a + 4b + 6c + 4d + e) / 16, computed by averages of two.
#[inline]
fn binomial([a, b, c, d, e]: [I16x8; 5]) -> I16x8 {
    b.average(d).average(a.average(e).average(c).average(c))
}
