//! What the lanes do, in plain Rust.

use std::array::from_fn;

use super::Rgba16;

/// Eight numbers of 16 bits.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct I16x8([u16; 8]);

/// Four signed numbers of 32 bits.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct I32x4([i32; 4]);

impl I16x8 {
    /// Two neighbours.
    #[inline]
    pub fn load([first, second]: &[Rgba16; 2]) -> Self {
        Self(from_fn(|lane| if lane < 4 { first[lane] } else { second[lane - 4] }))
    }

    #[inline]
    pub fn store(self, into: &mut [Rgba16; 2]) {
        *into = [from_fn(|lane| self.0[lane]), from_fn(|lane| self.0[lane + 4])];
    }

    /// Two neighbours of 8 bits.
    #[inline]
    pub fn from_u8(pixels: [[u8; 4]; 2]) -> Self {
        Self(from_fn(|lane| u16::from(pixels.as_flattened()[lane])))
    }

    /// Four neighbours of 8 bits, channel beside channel: the first two and the last two.
    #[inline]
    pub fn from_u8_interleaved(pixels: &[[u8; 4]; 4]) -> [Self; 2] {
        [
            Self::from_u8([pixels[0], pixels[1]]).interleave_pixels(),
            Self::from_u8([pixels[2], pixels[3]]).interleave_pixels(),
        ]
    }

    /// The nearest levels of four neighbours, of which a level is 256.
    #[inline]
    pub fn q8_to_u8(self, next: Self) -> [[u8; 4]; 4] {
        let level = |wide: u16| (wide.saturating_add(128) >> 8) as u8;
        let pixel = |lanes: Self, from| from_fn(|channel| level(lanes.0[from + channel]));
        [pixel(self, 0), pixel(self, 4), pixel(next, 0), pixel(next, 4)]
    }

    /// Of two pixels in levels: each times alpha times 256 / 255, rounded to the nearest; and alpha times 256.
    #[inline]
    pub fn premultiply(self) -> Self {
        Self(from_fn(|lane| {
            let product = if lane % 4 == 3 { 255 } else { self.0[lane] } * self.0[lane | 3];
            let half_up = product + 128;
            product + ((half_up + (half_up >> 8)) >> 8)
        }))
    }

    /// Of two pixels of colour times alpha: colours alone, a level being 256; 0 where alpha is 0.
    #[inline]
    pub fn unpremultiply(self) -> Self {
        Self(from_fn(|lane| {
            let alpha = self.0[lane | 3];
            if lane % 4 == 3 {
                return alpha;
            }
            let level = f32::from(self.0[lane].min(alpha)) * (255.0 / f32::from(alpha.max(1)));
            // The last bits of this sum are the level, rounded to a 256th.
            (level + 32_768.0).to_bits() as u16
        }))
    }

    /// Two neighbours of 8 bits, of which a level becomes 128: they have room for a sign.
    #[inline]
    pub fn from_u8_q7(pixels: [[u8; 4]; 2]) -> Self {
        Self(from_fn(|lane| u16::from(pixels.as_flattened()[lane]) << 7))
    }

    /// The nearest levels of four neighbours, of which a level is 128, with sign.
    #[inline]
    pub fn q7_to_u8(self, next: Self) -> [[u8; 4]; 4] {
        let level = |wide: u16| ((wide as i16).saturating_add(64) >> 7).clamp(0, 255) as u8;
        let pixel = |lanes: Self, from| from_fn(|channel| level(lanes.0[from + channel]));
        [pixel(self, 0), pixel(self, 4), pixel(next, 0), pixel(next, 4)]
    }

    /// The same number in all lanes.
    #[inline]
    pub fn splat(number: i16) -> Self {
        Self([number as u16; 8])
    }

    /// One number in the lanes of each pixel.
    #[inline]
    pub fn splat_pixels(first: i16, second: i16) -> Self {
        Self(from_fn(|lane| if lane < 4 { first } else { second } as u16))
    }

    /// The sum of signed numbers, as near as they can come.
    #[inline]
    pub fn saturating_add(self, other: Self) -> Self {
        Self(from_fn(|lane| (self.0[lane] as i16).saturating_add(other.0[lane] as i16) as u16))
    }

    /// The difference of signed numbers, as near as they can come.
    #[inline]
    pub fn saturating_sub(self, other: Self) -> Self {
        Self(from_fn(|lane| (self.0[lane] as i16).saturating_sub(other.0[lane] as i16) as u16))
    }

    /// The product of signed fractions, of which 32,768 would be one, rounded to the nearest.
    #[inline]
    pub fn mul_q15(self, other: Self) -> Self {
        Self(from_fn(|lane| {
            let product = i32::from(self.0[lane] as i16) * i32::from(other.0[lane] as i16);
            ((product + (1 << 14)) >> 15).min(0x7fff) as u16
        }))
    }

    /// Signed numbers whose size is above that of the other, and 0 for those whose is not.
    #[inline]
    pub fn zero_within(self, other: Self) -> Self {
        let size = |lane: u16| (lane as i16).wrapping_abs();
        Self(from_fn(|lane| if size(self.0[lane]) > other.0[lane] as i16 { self.0[lane] } else { 0 }))
    }

    /// Four pairs of numbers.
    #[inline]
    pub fn from_pairs(pairs: &[[u16; 2]; 4]) -> Self {
        Self(from_fn(|lane| pairs[lane / 2][lane % 2]))
    }

    /// Signed numbers without their sign.
    #[inline]
    pub fn abs(self) -> Self {
        Self(self.0.map(|lane| (lane as i16).wrapping_abs() as u16))
    }

    /// The product of whole numbers, its lower 16 bits.
    #[inline]
    pub fn wrapping_mul(self, other: Self) -> Self {
        Self(from_fn(|lane| self.0[lane].wrapping_mul(other.0[lane])))
    }

    /// Two weights, again and again.
    #[inline]
    pub fn splat_pairs(first: i16, second: i16) -> Self {
        Self(from_fn(|lane| if lane % 2 == 0 { first } else { second } as u16))
    }

    /// The same of two in one, the first one below.
    #[inline]
    pub fn splat_packed(weights: u32) -> Self {
        Self::splat_pairs(weights as i16, (weights >> 16) as i16)
    }

    /// ⌊(a + b + 1) / 2⌋.
    #[inline]
    pub fn average(self, other: Self) -> Self {
        Self(from_fn(|lane| (u32::from(self.0[lane]) + u32::from(other.0[lane])).div_ceil(2) as u16))
    }

    /// The first pixel of each.
    #[inline]
    pub fn first_pixels(self, other: Self) -> Self {
        Self(from_fn(|lane| if lane < 4 { self.0[lane] } else { other.0[lane - 4] }))
    }

    /// The second pixel of each.
    #[inline]
    pub fn second_pixels(self, other: Self) -> Self {
        Self(from_fn(|lane| if lane < 4 { self.0[lane + 4] } else { other.0[lane] }))
    }

    /// The two pixels, channel beside channel.
    #[inline]
    pub fn interleave_pixels(self) -> Self {
        Self(from_fn(|lane| self.0[lane / 2 + lane % 2 * 4]))
    }

    /// The first pixels of both, channel beside channel, and the second ones.
    #[inline]
    pub fn interleave(self, other: Self) -> (Self, Self) {
        (self.first_pixels(other).interleave_pixels(), self.second_pixels(other).interleave_pixels())
    }

    /// Less 32,768, and so a signed number; or back again.
    #[inline]
    pub fn flip_sign(self) -> Self {
        Self(self.0.map(|lane| lane ^ 0x8000))
    }

    /// The first and the second pixel.
    #[inline]
    pub fn widen(self) -> [I32x4; 2] {
        [0, 4].map(|first| I32x4(from_fn(|lane| i32::from(self.0[first + lane]))))
    }

    /// The lesser ones, as signed numbers.
    #[inline]
    pub fn min(self, other: Self) -> Self {
        Self(from_fn(|lane| (self.0[lane] as i16).min(other.0[lane] as i16) as u16))
    }

    /// Sums of two neighbouring lanes, each times its weight, as signed numbers.
    #[inline]
    pub fn dot(self, weights: Self) -> I32x4 {
        let product = |lane: usize| i32::from(self.0[lane] as i16) * i32::from(weights.0[lane] as i16);
        I32x4(from_fn(|sum| product(2 * sum).wrapping_add(product(2 * sum + 1))))
    }
}

impl I32x4 {
    pub const ZERO: Self = Self([0; 4]);

    /// One pixel.
    #[inline]
    pub fn from_pixel(pixel: Rgba16) -> Self {
        Self(pixel.map(i32::from))
    }

    #[inline]
    pub fn sub(self, other: Self) -> Self {
        Self(from_fn(|sum| self.0[sum].wrapping_sub(other.0[sum])))
    }

    /// The two times their weights together, which must lie between 0 and 65,535, rounded to the nearest.
    #[inline]
    pub fn weighted_sum(self, other: Self, weights: [f32; 2]) -> Self {
        Self(from_fn(|sum| {
            let exact = self.0[sum] as f32 * weights[0] + other.0[sum] as f32 * weights[1];
            // The last bits of this sum are the nearest whole number.
            ((exact + 8_388_608.0).to_bits() & 0xffff) as i32
        }))
    }

    /// Sums of two pixels, from 0 to 65,535.
    #[inline]
    pub fn narrow_u16(self, second: Self) -> I16x8 {
        I16x8(from_fn(|lane| {
            if lane < 4 { self.0[lane] } else { second.0[lane - 4] }.clamp(0, 0xffff) as u16
        }))
    }

    /// Half of 2 to this power: what sums start from, so that [`Self::settle`] rounds to the nearest.
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

    /// The sums of two pixels, divided by 2 to this power, channel beside channel; they must have 16 bits then.
    #[inline]
    pub fn shift_interleave<const BITS: u32>(self, second: Self) -> I16x8 {
        let sum = |lane: usize| [self, second][lane % 2].0[lane / 2];
        I16x8(from_fn(|lane| (sum(lane) >> BITS) as u16))
    }

    /// The sums of two pixels, divided by 2 to this power, cut to 16 bits with sign.
    #[inline]
    pub fn shift_narrow<const BITS: u32>(self, second: Self) -> I16x8 {
        let cut = |sum: i32| (sum >> BITS).clamp(-0x8000, 0x7fff) as u16;
        I16x8(from_fn(|lane| if lane < 4 { cut(self.0[lane]) } else { cut(second.0[lane - 4]) }))
    }
}
