//! Upsampling by 2 with the weights 1 4 6 4 1, a cubic B-spline.
//!
//! An output pixel on a source pixel is the weighted mean 1 6 1 of it and its neighbours; one between two source pixels
//! is the mean of both.

use std::array::from_fn;

use super::plan::Span;
use super::rows::{RowSource, room};
use crate::simd::i16x8::{I16x8, Rgba16};

/// The rows of an image, upsampled by 2.
pub struct Upsample<'a> {
    source: Box<dyn RowSource + 'a>,
    /// The next source row to read.
    below: i64,
    /// The last three source rows.
    ring: [Vec<Rgba16>; 3],
    /// One output row before it is upsampled across.
    row: Vec<Rgba16>,
    /// The next output row.
    y: i64,
    /// Whether output rows begin between two source pixels.
    between: bool,
    /// Pixels of an output row.
    width: usize,
}

impl<'a> Upsample<'a> {
    /// `held` are the columns and rows of the source, `made` those of the output.
    pub fn new(source: Box<dyn RowSource + 'a>, held: (Span, Span), made: (Span, Span)) -> Self {
        let ring = from_fn(|_| room(held.0.count()));
        Self {
            source,
            below: held.1.first,
            ring,
            row: room(held.0.count()),
            y: made.1.first,
            between: made.0.first % 2 != 0,
            width: made.0.count(),
        }
    }
}

impl RowSource for Upsample<'_> {
    fn next(&mut self, row: &mut [Rgba16]) {
        let slot = |y: i64| y.rem_euclid(3) as usize;
        let middle = self.y.div_euclid(2);
        while self.below <= middle + 1 {
            self.source.next(&mut self.ring[slot(self.below)]);
            self.below += 1;
        }
        let rows = [middle - 1, middle, middle + 1].map(|y| &self.ring[slot(y)][..]);
        down(rows, self.y % 2 != 0, &mut self.row);
        across(&self.row, self.between, &mut row[..self.width + 4]);
        self.y += 1;
    }
}

fn down([above, middle, below]: [&[Rgba16]; 3], between: bool, into: &mut [Rgba16]) {
    let middle = middle.as_chunks::<2>().0.iter().zip(below.as_chunks::<2>().0);
    let all = above.as_chunks::<2>().0.iter().zip(middle).zip(into.as_chunks_mut::<2>().0);
    for ((above, (middle, below)), into) in all {
        let (middle, below) = (I16x8::load(middle), I16x8::load(below));
        let made = if between { middle.average(below) } else { on(I16x8::load(above), middle, below) };
        made.store(into);
    }
}

fn across(row: &[Rgba16], between: bool, into: &mut [Rgba16]) {
    let into = if between {
        into[0] =
            from_fn(|channel| (u32::from(row[0][channel]) + u32::from(row[1][channel])).div_ceil(2) as u16);
        &mut into[1..]
    } else {
        into
    };
    let left = row.as_chunks::<2>().0.iter();
    let middle = row[1..].as_chunks::<2>().0.iter();
    let right = row[2..].as_chunks::<2>().0.iter();
    for (((left, middle), right), into) in left.zip(middle).zip(right).zip(into.as_chunks_mut::<4>().0) {
        let (left, middle, right) = (I16x8::load(left), I16x8::load(middle), I16x8::load(right));
        let (on, between) = (on(left, middle, right), middle.average(right));
        let [first, second] = into.as_chunks_mut::<2>().0 else { unreachable!("four pixels") };
        on.first_pixels(between).store(first);
        on.second_pixels(between).store(second);
    }
}

/// (left + 6 · middle + right) / 8.
#[inline]
fn on(left: I16x8, middle: I16x8, right: I16x8) -> I16x8 {
    left.average(right).average(middle).average(middle)
}
