//! The specification of each operation, in plain Rust.

use std::array::from_fn;

use super::Rgba16;

/// Eight 16-bit lanes: signed or unsigned numbers, as each operation says.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct I16x8([u16; 8]);

/// Four signed 32-bit lanes: the channels of one pixel, or sums of pairs of 16-bit lanes.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct I32x4([i32; 4]);

impl I16x8 {
    /// Loads two pixels.
    #[inline]
    pub fn load([first, second]: &[Rgba16; 2]) -> Self {
        Self(from_fn(|lane| if lane < 4 { first[lane] } else { second[lane - 4] }))
    }

    #[inline]
    pub fn store(self, into: &mut [Rgba16; 2]) {
        *into = [from_fn(|lane| self.0[lane]), from_fn(|lane| self.0[lane + 4])];
    }

    /// Widens two RGBA8 pixels: lanes from 0 to 255.
    #[inline]
    pub fn from_u8(pixels: [[u8; 4]; 2]) -> Self {
        Self(from_fn(|lane| u16::from(pixels.as_flattened()[lane])))
    }

    /// Widens four RGBA8 pixels, and interleaves the first two and the last two: r r g g b b a a.
    #[inline]
    pub fn from_u8_interleaved(pixels: &[[u8; 4]; 4]) -> [Self; 2] {
        [
            Self::from_u8([pixels[0], pixels[1]]).interleave_pixels(),
            Self::from_u8([pixels[2], pixels[3]]).interleave_pixels(),
        ]
    }

    /// Rounds four pixels in Q8 to RGBA8.
    #[inline]
    pub fn q8_to_u8(self, next: Self) -> [[u8; 4]; 4] {
        let level = |wide: u16| (wide.saturating_add(128) >> 8) as u8;
        let pixel = |lanes: Self, from| from_fn(|channel| level(lanes.0[from + channel]));
        [pixel(self, 0), pixel(self, 4), pixel(next, 0), pixel(next, 4)]
    }

    /// Premultiplies two pixels of levels from 0 to 255: level · alpha · 256 / 255, rounded to the nearest; and alpha · 256.
    #[inline]
    pub fn premultiply(self) -> Self {
        Self(from_fn(|lane| {
            let product = if lane % 4 == 3 { 255 } else { self.0[lane] } * self.0[lane | 3];
            let half_up = product + 128;
            product + ((half_up + (half_up >> 8)) >> 8)
        }))
    }

    /// Unpremultiplies two pixels: colours in Q8, 0 where alpha is 0; alpha stays.
    #[inline]
    pub fn unpremultiply(self) -> Self {
        Self(from_fn(|lane| {
            let alpha = self.0[lane | 3];
            if lane % 4 == 3 {
                return alpha;
            }
            let level = f32::from(self.0[lane].min(alpha)) * (255.0 / f32::from(alpha.max(1)));
            // Adding 2¹⁵ leaves the level in Q8, rounded, in the lowest 16 bits of the f32.
            (level + 32_768.0).to_bits() as u16
        }))
    }

    /// Widens two RGBA8 pixels to Q7.
    #[inline]
    pub fn from_u8_q7(pixels: [[u8; 4]; 2]) -> Self {
        Self(from_fn(|lane| u16::from(pixels.as_flattened()[lane]) << 7))
    }

    /// Rounds four pixels in Q7 to RGBA8, and clips them to its range.
    #[inline]
    pub fn q7_to_u8(self, next: Self) -> [[u8; 4]; 4] {
        let level = |wide: u16| ((wide as i16).saturating_add(64) >> 7).clamp(0, 255) as u8;
        let pixel = |lanes: Self, from| from_fn(|channel| level(lanes.0[from + channel]));
        [pixel(self, 0), pixel(self, 4), pixel(next, 0), pixel(next, 4)]
    }

    /// All lanes of this number.
    #[inline]
    pub fn splat(number: i16) -> Self {
        Self([number as u16; 8])
    }

    /// The lanes of the first pixel of one number, those of the second of another.
    #[inline]
    pub fn splat_pixels(first: i16, second: i16) -> Self {
        Self(from_fn(|lane| if lane < 4 { first } else { second } as u16))
    }

    /// The saturating sum of signed lanes.
    #[inline]
    pub fn saturating_add(self, other: Self) -> Self {
        Self(from_fn(|lane| (self.0[lane] as i16).saturating_add(other.0[lane] as i16) as u16))
    }

    /// The saturating difference of signed lanes.
    #[inline]
    pub fn saturating_sub(self, other: Self) -> Self {
        Self(from_fn(|lane| (self.0[lane] as i16).saturating_sub(other.0[lane] as i16) as u16))
    }

    /// The product of signed lanes in Q15, rounded to the nearest.
    #[inline]
    pub fn mul_q15(self, other: Self) -> Self {
        Self(from_fn(|lane| {
            let product = i32::from(self.0[lane] as i16) * i32::from(other.0[lane] as i16);
            ((product + (1 << 14)) >> 15).min(0x7fff) as u16
        }))
    }

    /// Keeps signed lanes whose absolute value is above that of the other's lane, which is not negative; 0 elsewhere.
    #[inline]
    pub fn zero_within(self, other: Self) -> Self {
        let size = |lane: u16| (lane as i16).wrapping_abs();
        Self(from_fn(|lane| if size(self.0[lane]) > other.0[lane] as i16 { self.0[lane] } else { 0 }))
    }

    /// Four pairs of lanes.
    #[inline]
    pub fn from_pairs(pairs: &[[u16; 2]; 4]) -> Self {
        Self(from_fn(|lane| pairs[lane / 2][lane % 2]))
    }

    /// Absolute values of signed lanes.
    #[inline]
    pub fn abs(self) -> Self {
        Self(self.0.map(|lane| (lane as i16).wrapping_abs() as u16))
    }

    /// The lower 16 bits of the product.
    #[inline]
    pub fn wrapping_mul(self, other: Self) -> Self {
        Self(from_fn(|lane| self.0[lane].wrapping_mul(other.0[lane])))
    }

    /// Two numbers in all pairs of lanes.
    #[inline]
    pub fn splat_pairs(first: i16, second: i16) -> Self {
        Self(from_fn(|lane| if lane % 2 == 0 { first } else { second } as u16))
    }

    /// Two numbers in all pairs of lanes, from one word with the first in its lower half.
    #[inline]
    pub fn splat_packed(weights: u32) -> Self {
        Self::splat_pairs(weights as i16, (weights >> 16) as i16)
    }

    /// The average of unsigned lanes, rounded up: ⌊(a + b + 1) / 2⌋.
    #[inline]
    pub fn average(self, other: Self) -> Self {
        Self(from_fn(|lane| (u32::from(self.0[lane]) + u32::from(other.0[lane])).div_ceil(2) as u16))
    }

    /// The first pixel of each vector.
    #[inline]
    pub fn first_pixels(self, other: Self) -> Self {
        Self(from_fn(|lane| if lane < 4 { self.0[lane] } else { other.0[lane - 4] }))
    }

    /// The second pixel of each vector.
    #[inline]
    pub fn second_pixels(self, other: Self) -> Self {
        Self(from_fn(|lane| if lane < 4 { self.0[lane + 4] } else { other.0[lane] }))
    }

    /// Interleaves the channels of the two pixels: r r g g b b a a.
    #[inline]
    pub fn interleave_pixels(self) -> Self {
        Self(from_fn(|lane| self.0[lane / 2 + lane % 2 * 4]))
    }

    /// Interleaves the first pixels of both vectors, and the second pixels.
    #[inline]
    pub fn interleave(self, other: Self) -> (Self, Self) {
        (self.first_pixels(other).interleave_pixels(), self.second_pixels(other).interleave_pixels())
    }

    /// Flips the highest bit: subtracts 32,768 from an unsigned lane to make it signed, or undoes that.
    #[inline]
    pub fn flip_sign(self) -> Self {
        Self(self.0.map(|lane| lane ^ 0x8000))
    }

    /// Widens unsigned lanes: the first and the second pixel.
    #[inline]
    pub fn widen(self) -> [I32x4; 2] {
        [0, 4].map(|first| I32x4(from_fn(|lane| i32::from(self.0[first + lane]))))
    }

    /// Minima of signed lanes.
    #[inline]
    pub fn min(self, other: Self) -> Self {
        Self(from_fn(|lane| (self.0[lane] as i16).min(other.0[lane] as i16) as u16))
    }

    /// The dot product of each pair of signed lanes with its pair of weights.
    #[inline]
    pub fn dot(self, weights: Self) -> I32x4 {
        let product = |lane: usize| i32::from(self.0[lane] as i16) * i32::from(weights.0[lane] as i16);
        I32x4(from_fn(|sum| product(2 * sum).wrapping_add(product(2 * sum + 1))))
    }
}

impl I32x4 {
    pub const ZERO: Self = Self([0; 4]);

    /// Widens one pixel.
    #[inline]
    pub fn from_pixel(pixel: Rgba16) -> Self {
        Self(pixel.map(i32::from))
    }

    #[inline]
    pub fn sub(self, other: Self) -> Self {
        Self(from_fn(|sum| self.0[sum].wrapping_sub(other.0[sum])))
    }

    /// self · weights[0] + other · weights[1], rounded to the nearest; it must lie between 0 and 65,535.
    #[inline]
    pub fn weighted_sum(self, other: Self, weights: [f32; 2]) -> Self {
        Self(from_fn(|sum| {
            let exact = self.0[sum] as f32 * weights[0] + other.0[sum] as f32 * weights[1];
            // Adding 2²³ leaves the nearest integer in the lowest bits of the f32.
            ((exact + 8_388_608.0).to_bits() & 0xffff) as i32
        }))
    }

    /// Clips two pixels to unsigned 16-bit lanes.
    #[inline]
    pub fn narrow_u16(self, second: Self) -> I16x8 {
        I16x8(from_fn(|lane| {
            if lane < 4 { self.0[lane] } else { second.0[lane - 4] }.clamp(0, 0xffff) as u16
        }))
    }

    /// Half of 2^`BITS`, from which sums start so that [`Self::shift_narrow`] rounds to the nearest.
    #[inline]
    pub fn rounding_half<const BITS: u32>() -> Self {
        Self([1 << (BITS - 1); 4])
    }

    #[inline]
    pub fn to_array(self) -> [i32; 4] {
        self.0
    }

    #[inline]
    pub fn add(self, other: Self) -> Self {
        Self(from_fn(|sum| self.0[sum].wrapping_add(other.0[sum])))
    }

    /// Shifts two pixels right by `BITS` and interleaves them; the results must fit in 16 bits.
    #[inline]
    pub fn shift_interleave<const BITS: u32>(self, second: Self) -> I16x8 {
        let sum = |lane: usize| [self, second][lane % 2].0[lane / 2];
        I16x8(from_fn(|lane| (sum(lane) >> BITS) as u16))
    }

    /// Shifts two pixels right by `BITS`, and clips them to signed 16-bit lanes.
    #[inline]
    pub fn shift_narrow<const BITS: u32>(self, second: Self) -> I16x8 {
        let cut = |sum: i32| (sum >> BITS).clamp(-0x8000, 0x7fff) as u16;
        I16x8(from_fn(|lane| if lane < 4 { cut(self.0[lane]) } else { cut(second.0[lane - 4]) }))
    }
}
