//! Rows of a picture, channel by channel, and each number beside its right neighbour: so two
//! neighbours of each of four pixels are one load.

use crate::ops::premultiplied_rows::PremultipliedRows;
use crate::simd::i16x8::I16x8;
use crate::{Region, Window};

type Pair = [u16; 2];

/// A ring buffer of the latest rows, as many as the circle is high, in planes by channel.
pub struct Planes<'a> {
    rows: PremultipliedRows<'a>,
    /// The next row to read.
    next: i64,
    count: usize,
    /// Pairs of values in one channel of a row.
    length: usize,
    ring: Vec<Pair>,
}

/// One row of the planes.
pub struct PlanesRow<'a> {
    length: usize,
    pairs: &'a [Pair],
}

impl<'a> Planes<'a> {
    /// Planes of a region with a halo of `radius_px` to the left and right, from `radius_px` rows above it on.
    pub fn new(source: &'a Window, region: Region, radius_px: u32) -> Self {
        let radius_px = radius_px as usize;
        let rows = PremultipliedRows::new(source, region, radius_px, 1);
        let count = 2 * radius_px + 1;
        let length = region.width.next_multiple_of(4) as usize + 2 * radius_px + 4;
        Self {
            rows,
            next: i64::from(region.y) - radius_px as i64,
            count,
            length,
            ring: vec![[0; 2]; count * 4 * length],
        }
    }

    /// Reads rows up to and including row `y`.
    pub fn read_to(&mut self, y: i64) {
        while self.next <= y {
            self.rows.read(self.next);
            let start = self.next.rem_euclid(self.count as i64) as usize * 4 * self.length;
            let row = self.rows.row(self.next);
            for channel in 0..4 {
                let into = &mut self.ring[start + channel * self.length..][..self.length];
                for (into, two) in into.iter_mut().zip(row.windows(2)) {
                    *into = [u16::from(two[0][channel]), u16::from(two[1][channel])];
                }
                if let Some(last) = row.last() {
                    into[row.len() - 1] = [u16::from(last[channel]); 2];
                }
            }
            self.next += 1;
        }
    }

    /// Row `y`, which was read before.
    pub fn row(&self, y: i64) -> PlanesRow<'_> {
        let start = y.rem_euclid(self.count as i64) as usize * 4 * self.length;
        PlanesRow { length: self.length, pairs: &self.ring[start..][..4 * self.length] }
    }
}

impl PlanesRow<'_> {
    /// Four pixels of a channel from column `x` on, each in two lanes.
    #[inline]
    pub fn doubled(&self, channel: usize, x: usize) -> I16x8 {
        let at = &self.pairs[channel * self.length + x..][..4];
        I16x8::from_pairs(&std::array::from_fn(|index| [at[index][0]; 2]))
    }

    /// Four pixels of a channel from column `x` on, each beside its right neighbour.
    #[inline]
    pub fn pairs(&self, channel: usize, x: usize) -> I16x8 {
        let pairs = self.pairs[channel * self.length + x..].first_chunk();
        I16x8::from_pairs(pairs.expect("rows are longer than the circle needs"))
    }
}
