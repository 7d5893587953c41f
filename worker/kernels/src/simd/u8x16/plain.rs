//! The specification of each operation, in plain Rust.

use super::Bytes16;

/// Sixteen bytes.
#[derive(Debug, Clone, Copy)]
pub struct U8x16(Bytes16);

impl U8x16 {
    #[inline]
    pub fn load(bytes: &Bytes16) -> Self {
        Self(*bytes)
    }

    #[inline]
    pub fn to_array(self) -> Bytes16 {
        self.0
    }

    #[inline]
    pub fn min(self, other: Self) -> Self {
        Self(std::array::from_fn(|lane| self.0[lane].min(other.0[lane])))
    }

    #[inline]
    pub fn max(self, other: Self) -> Self {
        Self(std::array::from_fn(|lane| self.0[lane].max(other.0[lane])))
    }

    #[inline]
    pub fn wrapping_add(self, other: Self) -> Self {
        Self(std::array::from_fn(|lane| self.0[lane].wrapping_add(other.0[lane])))
    }

    #[inline]
    pub fn wrapping_sub(self, other: Self) -> Self {
        Self(std::array::from_fn(|lane| self.0[lane].wrapping_sub(other.0[lane])))
    }

    /// Four pixels, from pixel `PX` of these four and the `next` four on.
    #[inline]
    pub fn align_pixels<const PX: usize>(self, next: Self) -> Self {
        Self(std::array::from_fn(|lane| {
            let at = lane + 4 * PX;
            if at < 16 { self.0[at] } else { next.0[at - 16] }
        }))
    }
}

/// Sixteen counts from 0 to 32,767.
#[derive(Debug, Clone, Copy, Default)]
pub struct I16x16([i16; 16]);

impl I16x16 {
    #[inline]
    pub fn to_array(self) -> [i16; 16] {
        self.0
    }

    #[inline]
    pub fn add(&mut self, counts: U8x16) {
        for (count, more) in self.0.iter_mut().zip(counts.0) {
            *count += i16::from(more);
        }
    }

    /// Adds `new` and subtracts `old`, which differ by at most 127 in each lane.
    #[inline]
    pub fn add_difference(&mut self, new: U8x16, old: U8x16) {
        for (count, more) in self.0.iter_mut().zip(new.wrapping_sub(old).0) {
            *count += i16::from(more as i8);
        }
    }

    /// The index of the first count above a limit, or 16.
    #[inline]
    pub fn first_above(self, limit: i16) -> usize {
        self.0.iter().position(|count| *count > limit).unwrap_or(16)
    }
}
