//! Medians of larger windows, at a cost that does not grow with them: after Perreault and Hébert, "Median filtering
//! in constant time" (2007). A histogram of each column slides down the picture, one value in and one out; the
//! histogram of a window is the sum of its columns' and slides across, one column in and one out.
//!
//! Histograms have sixteen coarse bins, and sixteen fine ones in each. A bin counts the values up to its own in
//! all bins before it too. So a value is added by adding sixteen numbers at once, and one comparison of all
//! sixteen finds the median's bin. Only those fine bins of a window are kept up that its median lies in.
//!
//! Columns are taken in stripes whose histograms stay in the cache, and one channel after another.

use crate::ops::premultiplied_rows::PremultipliedRows;
use crate::simd::u8x16::{Bytes16, I16x16, U8x16};
use crate::{Region, Window};

const STRIPE_PX: usize = 256;

/// The increments of a value to sixteen cumulative bins: one to its own and to all after it.
static STEPS: [Bytes16; 16] = {
    let mut steps = [[0; 16]; 16];
    let mut at = 0;
    while at < 256 {
        steps[at / 16][at % 16] = (at % 16 >= at / 16) as u8;
        at += 1;
    }
    steps
};

/// Writes the premultiplied medians of a region.
pub fn run(radius_px: usize, source: &Window, region: Region, out: &mut [u8]) {
    let width = region.width as usize;
    let pixels = out.as_chunks_mut::<4>().0;
    for left in (0..width).step_by(STRIPE_PX) {
        let across = STRIPE_PX.min(width - left);
        let stripe = Region { x: region.x + left as u32, width: across as u32, ..region };
        let mut columns = Columns::new(across + 2 * radius_px);
        for channel in 0..4 {
            let outs = pixels.chunks_mut(width).map(|row| &mut row[left..][..across]);
            if channel == 3 && source.opaque {
                outs.flatten().for_each(|pixel| pixel[3] = 255);
            } else {
                columns.run(radius_px, source, stripe, channel, outs);
            }
        }
    }
}

/// The histograms of all columns that the windows of one output row cover.
struct Columns {
    coarse: Vec<Bytes16>,
    fine: Vec<[Bytes16; 16]>,
}

impl Columns {
    fn new(count: usize) -> Self {
        Self { coarse: vec![[0; 16]; count], fine: vec![[[0; 16]; 16]; count] }
    }

    fn run<'a>(
        &mut self,
        radius_px: usize,
        source: &Window,
        stripe: Region,
        channel: usize,
        outs: impl Iterator<Item = &'a mut [[u8; 4]]>,
    ) {
        self.coarse.fill([0; 16]);
        self.fine.fill([[0; 16]; 16]);
        let reach = radius_px as i64;
        let top = i64::from(stripe.y);
        let mut rows = PremultipliedRows::new(source, stripe, radius_px, 2 * radius_px + 2);
        for y in top - reach..top + reach {
            rows.read(y);
            self.add(rows.row(y), channel);
        }
        let mut bins = vec![Bin::default(); stripe.width as usize];
        for (y, out) in (top..).zip(outs) {
            rows.read(y + reach);
            let incoming = rows.row(y + reach);
            if y == top {
                self.add(incoming, channel);
            } else {
                self.add_difference(incoming, rows.row(y - reach - 1), channel);
            }
            self.find_bins(radius_px, &mut bins);
            self.find_medians(radius_px, &bins, out, channel);
        }
    }

    fn add(&mut self, incoming: &[[u8; 4]], channel: usize) {
        for ((coarse, fine), pixel) in self.coarse.iter_mut().zip(&mut self.fine).zip(incoming) {
            let [high, low] = steps(pixel[channel]);
            *coarse = U8x16::load(coarse).wrapping_add(high).to_array();
            let fine = &mut fine[usize::from(pixel[channel] >> 4)];
            *fine = U8x16::load(fine).wrapping_add(low).to_array();
        }
    }

    fn add_difference(&mut self, incoming: &[[u8; 4]], outgoing: &[[u8; 4]], channel: usize) {
        let columns = self.coarse.iter_mut().zip(&mut self.fine);
        for ((coarse, fine), (new, old)) in columns.zip(incoming.iter().zip(outgoing)) {
            let ([new_high, new_low], [old_high, old_low]) = (steps(new[channel]), steps(old[channel]));
            *coarse = U8x16::load(coarse).wrapping_add(new_high).wrapping_sub(old_high).to_array();
            let new = &mut fine[usize::from(new[channel] >> 4)];
            *new = U8x16::load(new).wrapping_add(new_low).to_array();
            let old = &mut fine[usize::from(old[channel] >> 4)];
            *old = U8x16::load(old).wrapping_sub(old_low).to_array();
        }
    }

    /// Finds the coarse bins of the medians of a row.
    fn find_bins(&self, radius_px: usize, bins: &mut [Bin]) {
        let side = 2 * radius_px + 1;
        let half = (side * side / 2) as i16;
        let mut counts = I16x16::default();
        for column in &self.coarse[..side - 1] {
            counts.add(U8x16::load(column));
        }
        // Before the first bin there are no values.
        let mut below = [0; 17];
        let outgoing = [[0; 16]].iter().chain(&self.coarse);
        for ((bin, new), old) in bins.iter_mut().zip(&self.coarse[side - 1..]).zip(outgoing) {
            counts.add_difference(U8x16::load(new), U8x16::load(old));
            let coarse = counts.first_above(half) & 15;
            below[1..].copy_from_slice(&counts.to_array());
            *bin = Bin { coarse: coarse as u8, rest: half - below[coarse] };
        }
    }

    /// Finds the medians of a row.
    fn find_medians(&self, radius_px: usize, bins: &[Bin], out: &mut [[u8; 4]], channel: usize) {
        let side = 2 * radius_px + 1;
        let (incoming, outgoing) = (&self.fine[side - 1..], &self.fine[..]);
        let mut kept = [(usize::MAX, I16x16::default()); 16];
        let (mut coarse, mut counts) = (0, I16x16::default());
        for (x, (bin, out)) in bins.iter().zip(out).enumerate() {
            let bin_now = usize::from(bin.coarse & 15);
            let mut next = x;
            if bin_now != coarse || x == 0 {
                if x > 0 {
                    kept[coarse] = (x, counts);
                }
                coarse = bin_now;
                (next, counts) = kept[coarse];
                // Catching up costs two columns for each step, starting anew as many columns as the window has.
                if next == usize::MAX || x - next > radius_px {
                    counts = I16x16::default();
                    for column in &self.fine[x..x + side] {
                        counts.add(U8x16::load(&column[coarse]));
                    }
                    next = x + 1;
                }
            }
            for x in next..=x {
                counts
                    .add_difference(U8x16::load(&incoming[x][coarse]), U8x16::load(&outgoing[x - 1][coarse]));
            }
            out[channel] = (coarse * 16 + counts.first_above(bin.rest)) as u8;
        }
    }
}

/// The position of a window's median in its histogram.
#[derive(Debug, Clone, Copy, Default)]
struct Bin {
    coarse: u8,
    /// How many values of the bin are less than the median, or equal and not counted yet.
    rest: i16,
}

/// The increments of a value to the coarse bins, and to its fine bins.
#[inline]
fn steps(level: u8) -> [U8x16; 2] {
    [level >> 4, level & 15].map(|bin| U8x16::load(&STEPS[usize::from(bin)]))
}
