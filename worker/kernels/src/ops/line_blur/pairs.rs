//! A ring buffer of rows in which each pixel is interleaved with its neighbour.

use super::plan::Tap;
use crate::simd::i16x8::{I16x8, I32x4, Rgba16};

/// The latest rows of interleaved pairs of pixels.
pub struct Pairs {
    ring: Vec<I16x8>,
    /// Capacity in rows, and pairs in each row.
    rows: i64,
    pub width: usize,
    /// The first column.
    pub x: i64,
    /// The next row to push.
    pub y: i64,
    /// Whether the neighbour is the pixel below, or that to the right.
    is_below: bool,
    /// The last pushed row, if its neighbours are in the row below.
    above: Vec<Rgba16>,
}

/// The index in the ring at which a tap's sums begin, and its two weights.
type TapIndex = (usize, I16x8);

impl Pairs {
    /// A buffer of `rows` rows from row `y` on, each of `columns` pairs (an even number) from column `x` on.
    pub fn new(is_below: bool, x: i64, columns: usize, y: i64, rows: i64) -> Self {
        let ring = vec![I16x8::splat_pairs(0, 0); columns * rows as usize];
        Self { ring, rows, width: columns, x, y, is_below, above: vec![[0; 4]; columns] }
    }

    /// The pixels that a pushed row must have: one more than pairs.
    pub fn row_px(&self) -> usize {
        self.width + 1
    }

    /// Whether the pairs of row `y` are still missing.
    pub fn lacks(&self, y: i64) -> bool {
        self.y - i64::from(self.is_below) <= y
    }

    /// Appends the next row.
    pub fn push(&mut self, row: &[Rgba16]) {
        let y = self.y - i64::from(self.is_below);
        let start = y.rem_euclid(self.rows) as usize * self.width;
        let into = self.ring[start..][..self.width].as_chunks_mut::<2>().0;
        let twos = row.as_chunks::<2>().0;
        if self.is_below {
            for ((pairs, above), below) in into.iter_mut().zip(self.above.as_chunks::<2>().0).zip(twos) {
                let (first, second) =
                    I16x8::load(above).flip_sign().interleave(I16x8::load(below).flip_sign());
                *pairs = [first, second];
            }
            self.above.copy_from_slice(&row[..self.width]);
        } else {
            for ((pairs, two), next) in into.iter_mut().zip(twos).zip(row[1..].as_chunks::<2>().0) {
                *pairs = [two, next].map(|two| I16x8::load(two).interleave_pixels().flip_sign());
            }
        }
        self.y += 1;
    }

    /// The ring index of each tap for the row of sums that begins at (x, y).
    pub fn tap_indices(&self, taps: &[Tap], x: i64, y: i64) -> Vec<TapIndex> {
        let index = |tap: &Tap| {
            let row = (y + tap.y).rem_euclid(self.rows) as usize * self.width;
            (row + (x + tap.x - self.x) as usize, I16x8::splat_packed(tap.weights))
        };
        taps.iter().map(index).collect()
    }
}

/// Pixels summed at once: as many sums as there are free vector registers.
pub const AT_ONCE: usize = 8;

/// Writes a row of weighted sums of pairs out of two ring buffers.
#[inline(never)] // Within a larger function, the sums would not stay in registers.
pub fn sum(row: &mut [Rgba16], parts: [(&Pairs, &[TapIndex]); 2]) {
    for (at, pixels) in row.as_chunks_mut::<AT_ONCE>().0.iter_mut().enumerate() {
        let mut sums = [I32x4::rounding_half::<14>(); AT_ONCE];
        for (pairs, tap_indices) in parts {
            for (start, weights) in tap_indices {
                let pairs = &pairs.ring[start + AT_ONCE * at..][..AT_ONCE];
                for (sum, pair) in sums.iter_mut().zip(pairs) {
                    *sum = sum.add(pair.dot(*weights));
                }
            }
        }
        let twos = pixels.as_chunks_mut::<2>().0.iter_mut();
        for (two, sums) in twos.zip(sums.as_chunks::<2>().0) {
            sums[0].shift_narrow::<14>(sums[1]).flip_sign().store(two);
        }
    }
}
