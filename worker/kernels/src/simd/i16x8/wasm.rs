//! The operations of `plain.rs` in SIMD instructions of WebAssembly.

use core::arch::wasm32::{
    f32x4_add, f32x4_convert_i32x4, f32x4_div, f32x4_mul, f32x4_pmax, f32x4_splat, i8x16_shuffle, i16x8_abs,
    i16x8_add_sat, i16x8_gt, i16x8_min, i16x8_narrow_i32x4, i16x8_q15mulr_sat, i16x8_shr, i16x8_shuffle,
    i16x8_splat, i16x8_sub_sat, i32x4, i32x4_add, i32x4_dot_i16x8, i32x4_shl, i32x4_shr, i32x4_shuffle,
    i32x4_splat, i32x4_sub, i64x2_shuffle, u8x16_narrow_i16x8, u16x8, u16x8_add, u16x8_add_sat, u16x8_avgr,
    u16x8_load_extend_u8x8, u16x8_min, u16x8_mul, u16x8_narrow_i32x4, u16x8_shl, u16x8_shr, u16x8_splat,
    u32x4_extend_high_u16x8, u32x4_extend_low_u16x8, u32x4_load_extend_u16x4, u32x4_shr, u32x4_splat, v128,
    v128_and, v128_load, v128_or, v128_store, v128_xor,
};

use super::Rgba16;

#[derive(Debug, Clone, Copy)]
pub struct I16x8(v128);

#[derive(Debug, Clone, Copy)]
pub struct I32x4(v128);

impl I16x8 {
    #[inline]
    pub fn load(pixels: &[Rgba16; 2]) -> Self {
        // SAFETY: two pixels are the 16 bytes that are read, and no alignment is asked for.
        Self(unsafe { v128_load(core::ptr::from_ref(pixels).cast()) })
    }

    #[inline]
    pub fn store(self, into: &mut [Rgba16; 2]) {
        // SAFETY: as above.
        unsafe { v128_store(core::ptr::from_mut(into).cast(), self.0) };
    }

    #[inline]
    pub fn from_u8(pixels: [[u8; 4]; 2]) -> Self {
        // SAFETY: two pixels are the 8 bytes that are read.
        Self(unsafe { u16x8_load_extend_u8x8(core::ptr::from_ref(&pixels).cast()) })
    }

    #[inline]
    pub fn from_u8_interleaved(pixels: &[[u8; 4]; 4]) -> [Self; 2] {
        // SAFETY: four pixels are the 16 bytes that are read, and no alignment is asked for.
        let pixels = unsafe { v128_load(core::ptr::from_ref(pixels).cast()) };
        let none = u16x8_splat(0);
        [
            Self(i8x16_shuffle::<0, 16, 4, 16, 1, 16, 5, 16, 2, 16, 6, 16, 3, 16, 7, 16>(pixels, none)),
            Self(i8x16_shuffle::<8, 16, 12, 16, 9, 16, 13, 16, 10, 16, 14, 16, 11, 16, 15, 16>(pixels, none)),
        ]
    }

    #[inline]
    pub fn q8_to_u8(self, next: Self) -> [[u8; 4]; 4] {
        let level = |lanes: Self| u16x8_shr(u16x8_add_sat(lanes.0, u16x8_splat(128)), 8);
        pixels(u8x16_narrow_i16x8(level(self), level(next)))
    }

    /// The alpha of each pixel in all of its lanes.
    #[inline]
    fn alphas(self) -> v128 {
        i16x8_shuffle::<3, 3, 3, 3, 7, 7, 7, 7>(self.0, self.0)
    }

    #[inline]
    pub fn premultiply(self) -> Self {
        let of_alpha = u16x8(0, 0, 0, 255, 0, 0, 0, 255);
        let product = u16x8_mul(v128_or(self.0, of_alpha), self.alphas());
        let half_up = u16x8_add(product, u16x8_splat(128));
        let more = u16x8_shr(u16x8_add(half_up, u16x8_shr(half_up, 8)), 8);
        Self(u16x8_add(product, more))
    }

    #[inline]
    pub fn unpremultiply(self) -> Self {
        let colours = u16x8_min(self.0, self.alphas());
        let straight = |channels: v128| {
            let channels = f32x4_convert_i32x4(channels);
            // Alpha is divided by what is full.
            let by = i32x4_shuffle::<3, 3, 3, 4>(channels, f32x4_splat(65_280.0));
            let by = f32x4_pmax(by, f32x4_splat(1.0));
            let level = f32x4_mul(channels, f32x4_div(f32x4_splat(255.0), by));
            v128_and(f32x4_add(level, f32x4_splat(32_768.0)), u32x4_splat(0xffff))
        };
        let (first, second) = (u32x4_extend_low_u16x8(colours), u32x4_extend_high_u16x8(colours));
        Self(u16x8_narrow_i32x4(straight(first), straight(second)))
    }

    #[inline]
    pub fn from_u8_q7(pixels: [[u8; 4]; 2]) -> Self {
        Self(u16x8_shl(Self::from_u8(pixels).0, 7))
    }

    #[inline]
    pub fn q7_to_u8(self, next: Self) -> [[u8; 4]; 4] {
        let level = |lanes: Self| i16x8_shr(i16x8_add_sat(lanes.0, u16x8_splat(64)), 7);
        pixels(u8x16_narrow_i16x8(level(self), level(next)))
    }

    #[inline]
    pub fn splat(number: i16) -> Self {
        Self(i16x8_splat(number))
    }

    #[inline]
    pub fn splat_pixels(first: i16, second: i16) -> Self {
        Self(i64x2_shuffle::<0, 2>(i16x8_splat(first), i16x8_splat(second)))
    }

    #[inline]
    pub fn saturating_add(self, other: Self) -> Self {
        Self(i16x8_add_sat(self.0, other.0))
    }

    #[inline]
    pub fn saturating_sub(self, other: Self) -> Self {
        Self(i16x8_sub_sat(self.0, other.0))
    }

    #[inline]
    pub fn mul_q15(self, other: Self) -> Self {
        Self(i16x8_q15mulr_sat(self.0, other.0))
    }

    #[inline]
    pub fn zero_within(self, other: Self) -> Self {
        Self(v128_and(self.0, i16x8_gt(i16x8_abs(self.0), other.0)))
    }

    #[inline]
    pub fn from_pairs(pairs: &[[u16; 2]; 4]) -> Self {
        // SAFETY: four pairs are the 16 bytes that are read, and no alignment is asked for.
        Self(unsafe { v128_load(core::ptr::from_ref(pairs).cast()) })
    }

    #[inline]
    pub fn abs(self) -> Self {
        Self(i16x8_abs(self.0))
    }

    #[inline]
    pub fn wrapping_mul(self, other: Self) -> Self {
        Self(u16x8_mul(self.0, other.0))
    }

    #[inline]
    pub fn splat_pairs(first: i16, second: i16) -> Self {
        Self::splat_packed(u32::from(first as u16) | u32::from(second as u16) << 16)
    }

    #[inline]
    pub fn splat_packed(weights: u32) -> Self {
        Self(u32x4_splat(weights))
    }

    #[inline]
    pub fn average(self, other: Self) -> Self {
        Self(u16x8_avgr(self.0, other.0))
    }

    #[inline]
    pub fn first_pixels(self, other: Self) -> Self {
        Self(i64x2_shuffle::<0, 2>(self.0, other.0))
    }

    #[inline]
    pub fn second_pixels(self, other: Self) -> Self {
        Self(i64x2_shuffle::<1, 3>(self.0, other.0))
    }

    #[inline]
    pub fn interleave_pixels(self) -> Self {
        Self(i16x8_shuffle::<0, 4, 1, 5, 2, 6, 3, 7>(self.0, self.0))
    }

    #[inline]
    pub fn interleave(self, other: Self) -> (Self, Self) {
        (
            Self(i16x8_shuffle::<0, 8, 1, 9, 2, 10, 3, 11>(self.0, other.0)),
            Self(i16x8_shuffle::<4, 12, 5, 13, 6, 14, 7, 15>(self.0, other.0)),
        )
    }

    #[inline]
    pub fn flip_sign(self) -> Self {
        Self(v128_xor(self.0, u16x8_splat(0x8000)))
    }

    #[inline]
    pub fn widen(self) -> [I32x4; 2] {
        [I32x4(u32x4_extend_low_u16x8(self.0)), I32x4(u32x4_extend_high_u16x8(self.0))]
    }

    #[inline]
    pub fn min(self, other: Self) -> Self {
        Self(i16x8_min(self.0, other.0))
    }

    #[inline]
    pub fn dot(self, weights: Self) -> I32x4 {
        I32x4(i32x4_dot_i16x8(self.0, weights.0))
    }
}

impl I32x4 {
    pub const ZERO: Self = Self(i32x4(0, 0, 0, 0));

    #[inline]
    pub fn from_pixel(pixel: Rgba16) -> Self {
        // SAFETY: a pixel is the 8 bytes that are read, and no alignment is asked for.
        Self(unsafe { u32x4_load_extend_u16x4(core::ptr::from_ref(&pixel).cast()) })
    }

    #[inline]
    pub fn sub(self, other: Self) -> Self {
        Self(i32x4_sub(self.0, other.0))
    }

    #[inline]
    pub fn weighted_sum(self, other: Self, [first, second]: [f32; 2]) -> Self {
        let first = f32x4_mul(f32x4_convert_i32x4(self.0), f32x4_splat(first));
        let second = f32x4_mul(f32x4_convert_i32x4(other.0), f32x4_splat(second));
        let exact = f32x4_add(first, second);
        Self(v128_and(f32x4_add(exact, f32x4_splat(8_388_608.0)), u32x4_splat(0xffff)))
    }

    #[inline]
    pub fn narrow_u16(self, second: Self) -> I16x8 {
        I16x8(u16x8_narrow_i32x4(self.0, second.0))
    }

    #[inline]
    pub fn rounding_half<const BITS: u32>() -> Self {
        Self(i32x4_splat(1 << (BITS - 1)))
    }

    #[inline]
    pub fn to_array(self) -> [i32; 4] {
        let mut sums = [0; 4];
        // SAFETY: four sums are the 16 bytes that are written, and no alignment is asked for.
        unsafe { v128_store(core::ptr::from_mut(&mut sums).cast(), self.0) };
        sums
    }

    #[inline]
    pub fn add(self, other: Self) -> Self {
        Self(i32x4_add(self.0, other.0))
    }

    #[inline]
    pub fn shift_interleave<const BITS: u32>(self, second: Self) -> I16x8 {
        let (low, high) = (u32x4_shr(self.0, BITS), i32x4_shl(second.0, 16 - BITS));
        I16x8(i16x8_shuffle::<0, 9, 2, 11, 4, 13, 6, 15>(low, high))
    }

    #[inline]
    pub fn shift_narrow<const BITS: u32>(self, second: Self) -> I16x8 {
        I16x8(i16x8_narrow_i32x4(i32x4_shr(self.0, BITS), i32x4_shr(second.0, BITS)))
    }
}

#[inline]
fn pixels(levels: v128) -> [[u8; 4]; 4] {
    let mut pixels = [[0; 4]; 4];
    // SAFETY: four pixels are the 16 bytes that are written, and no alignment is asked for.
    unsafe { v128_store(core::ptr::from_mut(&mut pixels).cast(), levels) };
    pixels
}
