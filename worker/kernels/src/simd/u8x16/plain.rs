//! Bytes in words that run everywhere. The other file does the same.

use super::Sixteen;

/// Sixteen bytes.
#[derive(Debug, Clone, Copy)]
pub struct Bytes(Sixteen);

impl Bytes {
    #[inline]
    pub fn load(bytes: &Sixteen) -> Self {
        Self(*bytes)
    }

    #[inline]
    pub fn array(self) -> Sixteen {
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
    pub fn plus(self, other: Self) -> Self {
        Self(std::array::from_fn(|lane| self.0[lane].wrapping_add(other.0[lane])))
    }

    #[inline]
    pub fn minus(self, other: Self) -> Self {
        Self(std::array::from_fn(|lane| self.0[lane].wrapping_sub(other.0[lane])))
    }

    /// The four pixels that begin `PX` pixels into these and the next ones.
    #[inline]
    pub fn ahead<const PX: usize>(self, next: Self) -> Self {
        Self(std::array::from_fn(|lane| {
            let at = lane + 4 * PX;
            if at < 16 { self.0[at] } else { next.0[at - 16] }
        }))
    }
}

/// Sixteen counts of up to 32767.
#[derive(Debug, Clone, Copy, Default)]
pub struct Counts([i16; 16]);

impl Counts {
    #[inline]
    pub fn array(self) -> [i16; 16] {
        self.0
    }

    #[inline]
    pub fn add(&mut self, counts: Bytes) {
        for (count, more) in self.0.iter_mut().zip(counts.0) {
            *count += i16::from(more);
        }
    }

    /// Adds some and takes others away, which are nowhere more than 127 apart.
    #[inline]
    pub fn slide(&mut self, new: Bytes, old: Bytes) {
        for (count, more) in self.0.iter_mut().zip(new.minus(old).0) {
            *count += i16::from(more as i8);
        }
    }

    /// The first that is above a limit, or 16.
    #[inline]
    pub fn first_above(self, limit: i16) -> usize {
        self.0.iter().position(|count| *count > limit).unwrap_or(16)
    }
}
