//! Four by four pixels, mixed by Keys' cubic kernel.

use crate::Window;
use crate::simd::i16x8::{I16x8, I32x4};

/// Places between two pixels that are told apart.
pub const STEPS: usize = 1 << STEPS_BITS;
const STEPS_BITS: u32 = 10;
/// Weights add up to 2 to this power.
const BITS: u32 = 14;
/// Between the two ways a level is 128, and half of the range is taken off: so the kernel may leave the range by a
/// fifth at each end, and its numbers still have 16 bits.
const MIDDLE: i16 = 128 * 128;
/// The most that a channel can hold, 255 levels of 256, less 32,768.
const FULL: i16 = 32_512;

/// For each place, the weights of the pixel before the last, the last, the next, and the one after the next.
#[derive(Debug)]
pub struct Cubic(Box<[[u32; 2]; STEPS]>);

impl Cubic {
    pub fn new() -> Self {
        let weights = |step: usize| {
            let t = step as f64 / STEPS as f64;
            let exact = [kernel(1.0 + t), kernel(t), kernel(1.0 - t), kernel(2.0 - t)];
            // What is lost by rounding one is made up for by the next.
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

    /// What lies at this place, given in 2⁻³² pixels.
    #[inline]
    pub fn mix<const OPAQUE: bool>(&self, source: &Window, x: i64, y: i64) -> I32x4 {
        let weights = |at: i64| self.0[(at >> (32 - STEPS_BITS)) as usize % STEPS].map(I16x8::splat_packed);
        let across = weights(x);
        let row = |pixels: &[[u8; 4]; 4]| {
            if OPAQUE {
                // The same as below, less 7 bits that are 0.
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

/// Two of what was mixed, cut to the range, a level being 256.
#[inline]
pub fn settle([first, second]: [I32x4; 2]) -> I16x8 {
    first.shift_narrow::<{ BITS - 1 }>(second).min(I16x8::splat(FULL)).flip_sign()
}

/// The pixels from this one on, if the window has them all.
#[inline]
fn inside<'a>(source: &Window<'a>, x: i64, y: i64) -> Option<[&'a [[u8; 4]; 4]; 4]> {
    let (width, height) = (source.region.width as usize, source.region.height as usize);
    // Below 0 they become very large.
    let (left, top) = ((x - i64::from(source.region.x)) as usize, (y - i64::from(source.region.y)) as usize);
    if left >= width.saturating_sub(3) || top >= height.saturating_sub(3) {
        return None;
    }
    let pixels = &source.rgba.as_chunks::<4>().0[top * width + left..];
    let row = |n: usize| pixels.get(n * width..)?.first_chunk();
    Some([row(0)?, row(1)?, row(2)?, row(3)?])
}

/// The same with those at the picture's edge replicated.
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

/// Keys' kernel (1981) with a = −0.75, at a distance of 0 to 2.
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
            // Between the two ways, numbers that far from the middle must have 16 bits.
            let most = weights(step).map(i32::abs).sum::<i32>() * i32::from(MIDDLE);
            assert!(most >> BITS < 32_767 - 256);
        }
    }
}
