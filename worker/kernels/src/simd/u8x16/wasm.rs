//! The operations of `plain.rs` in SIMD instructions of WebAssembly.

use core::arch::wasm32 as wasm;
use core::mem::transmute;

use super::Bytes16;

/// Sixteen bytes.
#[derive(Debug, Clone, Copy)]
pub struct U8x16(wasm::v128);

impl U8x16 {
    #[inline]
    pub fn load(bytes: &Bytes16) -> Self {
        // SAFETY: both are sixteen bytes, and any are a v128.
        Self(unsafe { transmute::<Bytes16, wasm::v128>(*bytes) })
    }

    #[inline]
    pub fn to_array(self) -> Bytes16 {
        // SAFETY: as above.
        unsafe { transmute::<wasm::v128, Bytes16>(self.0) }
    }

    #[inline]
    pub fn min(self, other: Self) -> Self {
        Self(wasm::u8x16_min(self.0, other.0))
    }

    #[inline]
    pub fn max(self, other: Self) -> Self {
        Self(wasm::u8x16_max(self.0, other.0))
    }

    #[inline]
    pub fn wrapping_add(self, other: Self) -> Self {
        Self(wasm::u8x16_add(self.0, other.0))
    }

    #[inline]
    pub fn wrapping_sub(self, other: Self) -> Self {
        Self(wasm::u8x16_sub(self.0, other.0))
    }

    /// Four pixels, from pixel `PX` of these four and the `next` four on.
    #[inline]
    pub fn align_pixels<const PX: usize>(self, next: Self) -> Self {
        Self(match PX {
            0 => self.0,
            1 => wasm::u32x4_shuffle::<1, 2, 3, 4>(self.0, next.0),
            2 => wasm::u32x4_shuffle::<2, 3, 4, 5>(self.0, next.0),
            3 => wasm::u32x4_shuffle::<3, 4, 5, 6>(self.0, next.0),
            _ => unreachable!("four pixels"),
        })
    }
}

/// Sixteen counts from 0 to 32,767.
#[derive(Debug, Clone, Copy)]
pub struct I16x16(wasm::v128, wasm::v128);

impl Default for I16x16 {
    #[inline]
    fn default() -> Self {
        Self(wasm::i16x8_splat(0), wasm::i16x8_splat(0))
    }
}

impl I16x16 {
    #[inline]
    pub fn to_array(self) -> [i16; 16] {
        // SAFETY: both are sixteen times two bytes, and any are an i16.
        unsafe { transmute::<[wasm::v128; 2], [i16; 16]>([self.0, self.1]) }
    }

    #[inline]
    pub fn add(&mut self, counts: U8x16) {
        self.0 = wasm::i16x8_add(self.0, wasm::u16x8_extend_low_u8x16(counts.0));
        self.1 = wasm::i16x8_add(self.1, wasm::u16x8_extend_high_u8x16(counts.0));
    }

    /// Adds `new` and subtracts `old`, which differ by at most 127 in each lane.
    #[inline]
    pub fn add_difference(&mut self, new: U8x16, old: U8x16) {
        let more = new.wrapping_sub(old).0;
        self.0 = wasm::i16x8_add(self.0, wasm::i16x8_extend_low_i8x16(more));
        self.1 = wasm::i16x8_add(self.1, wasm::i16x8_extend_high_i8x16(more));
    }

    /// The index of the first count above a limit, or 16.
    #[inline]
    pub fn first_above(self, limit: i16) -> usize {
        let limit = wasm::i16x8_splat(limit);
        let (low, high) = (wasm::i16x8_gt(self.0, limit), wasm::i16x8_gt(self.1, limit));
        let above = wasm::i8x16_bitmask(wasm::i8x16_narrow_i16x8(low, high));
        above.trailing_zeros() as usize
    }
}
