//! Four by four pixels, mixed by Keys' cubic kernel.

use crate::Window;
use crate::simd::i16x8::{I16x8, I32x4};

/// Sub-pixel positions between two pixels.
pub const STEPS: usize = 1 << STEPS_BITS;
const STEPS_BITS: u32 = 10;
/// Weights add up to 2^`BITS`.
const BITS: u32 = 14;
/// The middle of the range in Q7, which is subtracted between the two passes, so that the kernel may overshoot by a fifth
/// of the range at each end and its results still fit in 16 bits.
const MIDDLE: i16 = 128 * 128;
/// White as a signed number: 255 · 256 − 32,768.
const FULL: i16 = 32_512;

/// For each sub-pixel position, the weights of the two pixels before it and the two after it.
#[derive(Debug)]
pub struct Cubic(Box<[[u32; 2]; STEPS]>);

impl Cubic {
    pub fn new() -> Self {
        let weights = |step: usize| {
            let t = step as f64 / STEPS as f64;
            let exact = [kernel(1.0 + t), kernel(t), kernel(1.0 - t), kernel(2.0 - t)];
            // The rounding error of each weight is carried to the next.
            let (mut sum, mut given) = (0.0, 0.0);
            let [a, b, c, d] = exact.map(|weight| {
                sum += weight * f64::from(1 << BITS);
                let due = (sum + 0.5).floor() - given;
                given += due;
                u32::from(due as i16 as u16)
            });
            [a | b << 16, c | d << 16]
        };
        Self(Box::new(std::array::from_fn(weights)))
    }

    /// Interpolates at (x, y), in units of 2⁻³² pixels.
    #[inline]
    pub fn mix<const OPAQUE: bool>(&self, source: &Window, x: i64, y: i64) -> I32x4 {
        let weights = |at: i64| self.0[(at >> (32 - STEPS_BITS)) as usize % STEPS].map(I16x8::splat_packed);
        let across = weights(x);
        let row = |pixels: &[[u8; 4]; 4]| {
            if OPAQUE {
                // As below, without 7 fraction bits that are 0.
                let less =
                    I16x8::splat(MIDDLE >> 7).dot(I16x8::splat_pairs(1 << (BITS - 1), 1 << (BITS - 1)));
                let [front, back] = I16x8::from_u8_interleaved(pixels);
                let start = I32x4::rounding_half::<{ BITS - 7 }>().sub(less);
                start.add(front.dot(across[0])).add(back.dot(across[1]))
            } else {
                let [a, b, c, d] = *pixels;
                let less = |two| {
                    I16x8::from_u8(two)
                        .premultiply()
                        .average(I16x8::splat(0))
                        .saturating_sub(I16x8::splat(MIDDLE))
                        .interleave_pixels()
                };
                I32x4::rounding_half::<BITS>()
                    .add(less([a, b]).dot(across[0]))
                    .add(less([c, d]).dot(across[1]))
            }
        };
        let (first_x, first_y) = ((x >> 32) - 1, (y >> 32) - 1);
        let rows = match inside(source, first_x, first_y) {
            Some(rows) => rows.map(row),
            None => with_edges(source, first_x, first_y).each_ref().map(row),
        };
        let twos = if OPAQUE {
            [
                rows[0].shift_interleave::<{ BITS - 7 }>(rows[1]),
                rows[2].shift_interleave::<{ BITS - 7 }>(rows[3]),
            ]
        } else {
            [rows[0].shift_interleave::<BITS>(rows[1]), rows[2].shift_interleave::<BITS>(rows[3])]
        };
        let down = weights(y);
        I32x4::rounding_half::<{ BITS - 1 }>().add(twos[0].dot(down[0])).add(twos[1].dot(down[1]))
    }
}

/// Two interpolated pixels in Q8, clipped to the range.
#[inline]
pub fn settle([first, second]: [I32x4; 2]) -> I16x8 {
    first.shift_narrow::<{ BITS - 1 }>(second).min(I16x8::splat(FULL)).flip_sign()
}

/// The 4 × 4 pixels from (x, y) on, if the window has them all.
#[inline]
fn inside<'a>(source: &Window<'a>, x: i64, y: i64) -> Option<[&'a [[u8; 4]; 4]; 4]> {
    let (width, height) = (source.region.width as usize, source.region.height as usize);
    // Negative offsets wrap to very large ones.
    let (left, top) = ((x - i64::from(source.region.x)) as usize, (y - i64::from(source.region.y)) as usize);
    if left >= width.saturating_sub(3) || top >= height.saturating_sub(3) {
        return None;
    }
    let pixels = &source.rgba.as_chunks::<4>().0[top * width + left..];
    let row = |n: usize| pixels.get(n * width..)?.first_chunk();
    Some([row(0)?, row(1)?, row(2)?, row(3)?])
}

/// The 4 × 4 pixels from (x, y) on, with the image's edges replicated.
#[cold]
fn with_edges(source: &Window, x: i64, y: i64) -> [[[u8; 4]; 4]; 4] {
    let mut pixels = [[[0; 4]; 4]; 4];
    for (y, row) in (y..).zip(&mut pixels) {
        let line = source.row(y);
        for (x, pixel) in (x..).zip(row) {
            let x = x.clamp(0, i64::from(source.picture.0) - 1) - i64::from(source.region.x);
            *pixel = line[x as usize];
        }
    }
    pixels
}

/// The bicubic kernel of Keys (1981) with a = −0.75, at a distance from 0 to 2.
fn kernel(x: f64) -> f64 {
    const A: f64 = -0.75;
    if x <= 1.0 {
        ((A + 2.0) * x - (A + 3.0)) * x * x + 1.0
    } else {
        ((A * x - 5.0 * A) * x + 8.0 * A) * x - 4.0 * A
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn weights_are_one_together_and_the_kernel_meets_its_pixels() {
        let all = Cubic::new();
        let weights = |step: usize| {
            all.0[step].map(|two| [two as u16 as i16, (two >> 16) as i16]).concat().into_iter().map(i32::from)
        };
        assert!(weights(0).eq([0, 1 << BITS, 0, 0]));
        for step in 0..STEPS {
            assert_eq!(weights(step).sum::<i32>(), 1 << BITS);
            // Between the two passes, numbers that far from the middle must fit in 16 bits.
            let most = weights(step).map(i32::abs).sum::<i32>() * i32::from(MIDDLE);
            assert!(most >> BITS < 32_767 - 256);
        }
    }
}
