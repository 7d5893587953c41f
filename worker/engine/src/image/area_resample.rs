//! Means over rectangles whose edges fall between pixels.
//!
//! Weights have 14 bits and sum up to exactly 2¹⁴ on each axis, so that a plain area keeps its value to
//! the bit. A row is averaged across first (to 16 bits), rows are then averaged down; 8 + 14 and
//! 16 + 14 bits fit a `u32`, which is what SIMD multiplies best.

use std::ops::Range;

use crate::decode::Photo;

const WEIGHT_BITS: u32 = 14;
const WEIGHT_ONE: u64 = 1 << WEIGHT_BITS;

/// Which source pixels lie under each target pixel along one axis, and with what weight.
#[derive(Debug)]
pub struct Axis {
    /// First source pixel, and its and its followers' place in `weights`.
    spans: Vec<(usize, Range<usize>)>,
    weights: Vec<u32>,
}

/// Averages rows of one photo for one copy.
#[derive(Debug)]
pub struct RowMean<'a> {
    across: &'a Axis,
    has_alpha: bool,
    /// The photo row that `latest` was made of: where two target rows share one, it is read once.
    latest_of: Option<usize>,
    latest: Vec<[u32; 4]>,
    sums: Vec<[u32; 4]>,
}

impl Axis {
    /// The spans of `to` pixels over `from`, of which there are at least as many.
    pub fn new(from: u32, to: u32) -> Self {
        let (from, to) = (u64::from(from), u64::from(to));
        let mut spans = Vec::with_capacity(to as usize);
        let mut weights = Vec::with_capacity((from + to) as usize);
        for target in 0..to {
            // In units of which a source pixel has `to` and a target pixel has `from`.
            let (start, end) = (target * from, (target + 1) * from);
            let covered = start / to..end.div_ceil(to);
            let begin = weights.len();
            // Weights are differences of the rounded running sum, so that nothing is lost or gained.
            let rounded = |units: u64| ((units * WEIGHT_ONE * 2 + from) / (from * 2)) as u32;
            for source in covered.clone() {
                let entered = (source * to).max(start) - start;
                let left = ((source + 1) * to).min(end) - start;
                weights.push(rounded(left) - rounded(entered));
            }
            spans.push((covered.start as usize, begin..weights.len()));
        }
        Self { spans, weights }
    }
}

impl<'a> RowMean<'a> {
    pub fn new(across: &'a Axis, has_alpha: bool) -> Self {
        let row = vec![[0; 4]; across.spans.len()];
        Self { across, has_alpha, latest_of: None, latest: row.clone(), sums: row }
    }

    /// Writes one row of the copy; returns how many rows of the photo it took.
    pub fn row(&mut self, photo: &Photo, down: &Axis, target: usize, out: &mut [u8]) -> usize {
        let (first, places) = &down.spans[target];
        self.sums.fill([0; 4]);
        for (row, weight) in (*first..).zip(&down.weights[places.clone()]) {
            if self.latest_of != Some(row) {
                let stride = photo.width as usize * 4;
                self.read(&photo.pixels[row * stride..][..stride]);
                self.latest_of = Some(row);
            }
            for (sum, mean) in self.sums.iter_mut().zip(&self.latest) {
                for channel in 0..4 {
                    sum[channel] += mean[channel] * weight;
                }
            }
        }
        let write = if self.has_alpha { divided } else { opaque };
        for (pixel, sum) in out.as_chunks_mut::<4>().0.iter_mut().zip(&self.sums) {
            *pixel = write(*sum);
        }
        places.len()
    }

    /// Averages one photo row across.
    fn read(&mut self, row: &[u8]) {
        let pixels = row.as_chunks::<4>().0;
        if self.has_alpha {
            self.reduce(pixels, premultiplied, WEIGHT_BITS);
        } else {
            // Eight bits more than a byte are kept.
            self.reduce(pixels, |pixel| pixel.map(u32::from), WEIGHT_BITS - 8);
        }
    }

    #[inline]
    fn reduce(&mut self, pixels: &[[u8; 4]], widen: impl Fn([u8; 4]) -> [u32; 4], shift: u32) {
        for (mean, (first, places)) in self.latest.iter_mut().zip(&self.across.spans) {
            let weights = &self.across.weights[places.clone()];
            let mut sum = [0; 4];
            for (pixel, weight) in pixels[*first..][..weights.len()].iter().zip(weights) {
                let pixel = widen(*pixel);
                for channel in 0..4 {
                    sum[channel] += pixel[channel] * weight;
                }
            }
            *mean = sum.map(|sum| (sum + (1 << (shift - 1))) >> shift);
        }
    }
}

/// Colours times alpha, and alpha on the same scale; 16 bits each.
#[inline]
fn premultiplied([r, g, b, a]: [u8; 4]) -> [u32; 4] {
    let alpha = u32::from(a);
    [u32::from(r) * alpha, u32::from(g) * alpha, u32::from(b) * alpha, 255 * alpha]
}

fn opaque(sum: [u32; 4]) -> [u8; 4] {
    sum.map(|sum| ((sum + (1 << 21)) >> 22) as u8)
}

fn divided([r, g, b, a]: [u32; 4]) -> [u8; 4] {
    let one = 255 << WEIGHT_BITS;
    let alpha = ((a + one / 2) / one) as u8;
    if alpha == 0 {
        return [0; 4];
    }
    let (a, half) = (u64::from(a), u64::from(a) / 2);
    let colour = |sum: u32| ((u64::from(sum) * 255 + half) / a).min(255) as u8;
    [colour(r), colour(g), colour(b), alpha]
}
