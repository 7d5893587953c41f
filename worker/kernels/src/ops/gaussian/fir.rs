//! A symmetric FIR filter, across and down.
//!
//! Two neighbouring pixels are interleaved in one vector, so that one dot-product instruction multiplies both by their
//! weights into 32 bits. A pixel at an even index begins with such a pair; one at an odd index has weight 0 for the first
//! pixel of its first pair.

use std::array::from_fn;

use super::plan::{Plan, Span};
use super::rows::{PaddedRow, RowSource, room};
use crate::simd::i16x8::{I16x8, I32x4, Rgba16};

/// The rows of an image, filtered by the weights of a plan. `held` are the columns and rows of the source, `made` those of
/// the output.
pub fn blurred<'a>(
    source: Box<dyn RowSource + 'a>,
    plan: &Plan,
    held: (Span, Span),
    made: (Span, Span),
) -> Box<dyn RowSource + 'a> {
    match plan.tap_radius() {
        2 => Box::new(Fir::<3>::new(source, plan, held, made)),
        4 => Box::new(Fir::<5>::new(source, plan, held, made)),
        6 => Box::new(Fir::<7>::new(source, plan, held, made)),
        _ => Box::new(Fir::<9>::new(source, plan, held, made)),
    }
}

struct Fir<'a, const PAIRS: usize> {
    source: Box<dyn RowSource + 'a>,
    weights: Weights<PAIRS>,
    /// The row range of the source.
    held: Span,
    /// The next source row to read.
    below: i64,
    /// One source row.
    row: PaddedRow,
    /// Its pixels, interleaved in pairs.
    pairs: Vec<I16x8>,
    /// The upper row of a pair, filtered across.
    upper: Vec<I16x8>,
    /// The last pairs of rows, filtered across and interleaved, two pixels at a time.
    ring: [Vec<[I16x8; 2]>; PAIRS],
    /// The index of the oldest pair in `ring`.
    oldest: usize,
    /// Output rows are computed two at a time; the second is kept here.
    second: Vec<Rgba16>,
    has_second: bool,
}

/// Pairs of weights, for pixels at even and at odd indices.
struct Weights<const PAIRS: usize>([[I16x8; 2]; PAIRS]);

impl<'a, const PAIRS: usize> Fir<'a, PAIRS> {
    fn new(source: Box<dyn RowSource + 'a>, plan: &Plan, held: (Span, Span), made: (Span, Span)) -> Self {
        let radius = PAIRS as i64 - 1;
        let weight = |at: i64| plan.weights.get((at - radius).unsigned_abs() as usize).copied().unwrap_or(0);
        let pair = |first: i64| I16x8::splat_pairs(weight(first), weight(first + 1));
        let weights = Weights(from_fn(|n| [pair(2 * n as i64), pair(2 * n as i64 - 1)]));
        let grown = |span: Span| Span { first: span.first - radius, last: span.last + radius };
        let twos = made.0.count().div_ceil(2);
        let nothing = I16x8::splat_pairs(0, 0);
        let mut row = PaddedRow::new(grown(made.0), held.0);
        let mut source = source;
        row.pull(&mut *source);
        let mut fir = Self {
            source,
            weights,
            held: held.1,
            below: grown(made.1).first,
            row,
            pairs: vec![nothing; twos + PAIRS - 1],
            upper: vec![nothing; twos],
            ring: from_fn(|_| vec![[nothing; 2]; twos]),
            oldest: 0,
            second: room(made.0.count()),
            has_second: false,
        };
        for _ in 1..PAIRS {
            fir.pull_two();
        }
        fir
    }

    /// Reads two rows and filters them across.
    fn pull_two(&mut self) {
        self.pull();
        for (upper, pairs) in self.upper.iter_mut().zip(self.pairs.array_windows()) {
            *upper = self.weights.across(pairs);
        }
        self.pull();
        let uppers = self.upper.iter().zip(&mut self.ring[self.oldest]);
        for ((upper, both), pairs) in uppers.zip(self.pairs.array_windows()) {
            *both = upper.interleave(self.weights.across(pairs)).into();
        }
        self.oldest = (self.oldest + 1) % PAIRS;
    }

    /// Reads one row, interleaved in pairs of pixels. Beyond the image's edges the last row is used again.
    fn pull(&mut self) {
        if self.below > self.held.first && self.below <= self.held.last {
            self.row.pull(&mut *self.source);
        }
        self.below += 1;
        for (pair, two) in self.pairs.iter_mut().zip(self.row.pixels.as_chunks::<2>().0) {
            *pair = I16x8::load(two).interleave_pixels().flip_sign();
        }
    }
}

impl<const PAIRS: usize> Weights<PAIRS> {
    /// Filters two pixels across.
    #[inline]
    fn across(&self, pairs: &[I16x8; PAIRS]) -> I16x8 {
        let [mut even, mut odd] = [I32x4::rounding_half::<14>(); 2];
        for (pair, weights) in pairs.iter().zip(&self.0) {
            even = even.add(pair.dot(weights[0]));
            odd = odd.add(pair.dot(weights[1]));
        }
        even.shift_narrow::<14>(odd)
    }
}

impl<const PAIRS: usize> RowSource for Fir<'_, PAIRS> {
    fn next(&mut self, row: &mut [Rgba16]) {
        if self.has_second {
            self.has_second = false;
            let count = row.len().min(self.second.len());
            row[..count].copy_from_slice(&self.second[..count]);
            return;
        }
        self.pull_two();
        self.has_second = true;
        let count = self.upper.len();
        let pairs: [&[[I16x8; 2]]; PAIRS] = from_fn(|n| &self.ring[(self.oldest + n) % PAIRS][..count]);
        let twos = row.as_chunks_mut::<2>().0.iter_mut().zip(self.second.as_chunks_mut::<2>().0);
        for (at, (first, second)) in twos.enumerate().take(count) {
            let [mut even, mut odd] = [[I32x4::rounding_half::<14>(); 2]; 2];
            for (row, weights) in pairs.iter().zip(&self.weights.0) {
                for (x, pair) in row[at].into_iter().enumerate() {
                    even[x] = even[x].add(pair.dot(weights[0]));
                    odd[x] = odd[x].add(pair.dot(weights[1]));
                }
            }
            even[0].shift_narrow::<14>(even[1]).flip_sign().store(first);
            odd[0].shift_narrow::<14>(odd[1]).flip_sign().store(second);
        }
    }
}
