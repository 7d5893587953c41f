//! Twice as many pixels across and down, by the weights 1 4 6 4 1: the cubic B-spline.
//!
//! A pixel on one of the source is 1 6 1 eighths of it and its neighbours; one between two is the mean of both.

use std::array::from_fn;

use super::plan::Span;
use super::rows::{Rows, room};
use crate::simd::i16x8::{Lanes, Wide};

/// The rows of a picture, doubled.
pub struct Double<'a> {
    source: Box<dyn Rows + 'a>,
    /// The next row of the source.
    below: i64,
    /// The last three.
    ring: [Vec<Wide>; 3],
    /// One row between them.
    row: Vec<Wide>,
    /// The next row.
    y: i64,
    /// Whether rows begin between two pixels.
    between: bool,
    /// Pixels of a row.
    width: usize,
}

impl<'a> Double<'a> {
    /// Columns and rows that the source has, and those to make of them.
    pub fn new(source: Box<dyn Rows + 'a>, held: (Span, Span), made: (Span, Span)) -> Self {
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

impl Rows for Double<'_> {
    fn next(&mut self, row: &mut [Wide]) {
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

fn down([above, middle, below]: [&[Wide]; 3], between: bool, into: &mut [Wide]) {
    let middle = middle.as_chunks::<2>().0.iter().zip(below.as_chunks::<2>().0);
    let all = above.as_chunks::<2>().0.iter().zip(middle).zip(into.as_chunks_mut::<2>().0);
    for ((above, (middle, below)), into) in all {
        let (middle, below) = (Lanes::load(middle), Lanes::load(below));
        let made = if between { middle.average(below) } else { on(Lanes::load(above), middle, below) };
        made.store(into);
    }
}

fn across(row: &[Wide], between: bool, into: &mut [Wide]) {
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
        let (left, middle, right) = (Lanes::load(left), Lanes::load(middle), Lanes::load(right));
        let (on, between) = (on(left, middle, right), middle.average(right));
        let [first, second] = into.as_chunks_mut::<2>().0 else { unreachable!("four pixels") };
        on.firsts(between).store(first);
        on.seconds(between).store(second);
    }
}

/// (left + 6 · middle + right) / 8.
#[inline]
fn on(left: Lanes, middle: Lanes, right: Lanes) -> Lanes {
    left.average(right).average(middle).average(middle)
}
