//! Area resampling: means over rectangles whose edges fall between pixels.
//!
//! Weights have 14 bits and sum up to exactly 2¹⁴ on each axis, so a plain area keeps its value to the bit. A row is
//! averaged across first (to 16 bits), then rows are averaged down. 8 + 14 and 16 + 14 bits fit a `u32`, which SIMD
//! multiplies best.

use std::ops::Range;

use crate::decode::types::DecodedImage;

const WEIGHT_BITS: u32 = 14;
const WEIGHT_ONE: u64 = 1 << WEIGHT_BITS;

/// The source pixels under each target pixel along one axis, and their weights.
#[derive(Debug)]
pub struct AxisWeights {
    /// For each target pixel, the index of the first source pixel and the range of weights from there on.
    spans: Vec<(usize, Range<usize>)>,
    weights: Vec<u32>,
}

/// Averages the rows of one photo for one scaled image.
#[derive(Debug)]
pub struct RowAverager<'a> {
    across: &'a AxisWeights,
    has_alpha: bool,
    /// The index of the photo row that `latest` was made of. A row that two target rows share is read once.
    latest_row: Option<usize>,
    latest: Vec<[u32; 4]>,
    sums: Vec<[u32; 4]>,
}

impl AxisWeights {
    /// The weights that scale `from` pixels down to `to`, at most as many.
    pub fn new(from: u32, to: u32) -> Self {
        let (from, to) = (u64::from(from), u64::from(to));
        let mut spans = Vec::with_capacity(to as usize);
        let mut weights = Vec::with_capacity((from + to) as usize);
        for target in 0..to {
            // In units of 1 / (from × to) of the axis: a source pixel is `to` long, a target pixel `from`.
            let (start, end) = (target * from, (target + 1) * from);
            let covered = start / to..end.div_ceil(to);
            let begin = weights.len();
            // Weights are differences of the rounded running sum, so they sum up to exactly 2¹⁴.
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

impl<'a> RowAverager<'a> {
    pub fn new(across: &'a AxisWeights, has_alpha: bool) -> Self {
        let row = vec![[0; 4]; across.spans.len()];
        Self { across, has_alpha, latest_row: None, latest: row.clone(), sums: row }
    }

    /// Writes row number `target` of the scaled image. Returns how many photo rows it covers.
    pub fn row(&mut self, photo: &DecodedImage, down: &AxisWeights, target: usize, out: &mut [u8]) -> usize {
        let (first, range) = &down.spans[target];
        self.sums.fill([0; 4]);
        for (row, weight) in (*first..).zip(&down.weights[range.clone()]) {
            if self.latest_row != Some(row) {
                let stride = photo.width as usize * 4;
                self.average_row(&photo.pixels[row * stride..][..stride]);
                self.latest_row = Some(row);
            }
            for (sum, mean) in self.sums.iter_mut().zip(&self.latest) {
                for channel in 0..4 {
                    sum[channel] += mean[channel] * weight;
                }
            }
        }
        let write = if self.has_alpha { unpremultiplied } else { opaque };
        for (pixel, sum) in out.as_chunks_mut::<4>().0.iter_mut().zip(&self.sums) {
            *pixel = write(*sum);
        }
        range.len()
    }

    /// Averages one photo row across, into `latest`.
    fn average_row(&mut self, row: &[u8]) {
        let pixels = row.as_chunks::<4>().0;
        if self.has_alpha {
            self.average(pixels, premultiplied, WEIGHT_BITS);
        } else {
            // 16 bits are kept: the byte and eight bits of fraction.
            self.average(pixels, |pixel| pixel.map(u32::from), WEIGHT_BITS - 8);
        }
    }

    #[inline]
    fn average(&mut self, pixels: &[[u8; 4]], widen: impl Fn([u8; 4]) -> [u32; 4], shift: u32) {
        for (mean, (first, range)) in self.latest.iter_mut().zip(&self.across.spans) {
            let weights = &self.across.weights[range.clone()];
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

/// Premultiplied channels of 16 bits: colour × alpha, and alpha × 255.
#[inline]
fn premultiplied([r, g, b, a]: [u8; 4]) -> [u32; 4] {
    let alpha = u32::from(a);
    [u32::from(r) * alpha, u32::from(g) * alpha, u32::from(b) * alpha, 255 * alpha]
}

fn opaque(sum: [u32; 4]) -> [u8; 4] {
    sum.map(|sum| ((sum + (1 << 21)) >> 22) as u8)
}

fn unpremultiplied([r, g, b, a]: [u32; 4]) -> [u8; 4] {
    let one = 255 << WEIGHT_BITS;
    let alpha = ((a + one / 2) / one) as u8;
    if alpha == 0 {
        return [0; 4];
    }
    let (a, half) = (u64::from(a), u64::from(a) / 2);
    let colour = |sum: u32| ((u64::from(sum) * 255 + half) / a).min(255) as u8;
    [colour(r), colour(g), colour(b), alpha]
}
