//! The memory ceiling. Every image-sized buffer is asked for here, and not getting one is a value.
//!
//! wasm32 can address 4 GiB, and a browser may give less. A photo of the largest size that is opened
//! takes 512 MB. While it is decoded there may stand beside it the coefficients of a progressive JPEG
//! (6 bytes per pixel) or the copy that a quarter turn needs (4 bytes per pixel), never both; later the
//! picture on screen and a few scaled copies. Five copies cover that and leave room for the file.

use std::fmt;
use std::ops::{Deref, DerefMut};
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};

/// The largest photo that is opened, in millions of pixels.
pub const MAX_MEGAPIXELS: u32 = 128;

/// The most that one open photo may hold at a time: five copies of the largest.
const CEILING_BYTES: usize = MAX_MEGAPIXELS as usize * 1_000_000 * 4 * 5;

/// The image-sized memory that one open photo may use.
#[derive(Debug, Clone)]
pub struct Budget {
    used_bytes: Arc<AtomicUsize>,
    ceiling_bytes: usize,
}

/// Bytes out of a [`Budget`]; dropping them gives them back.
#[derive(Debug)]
pub struct Buffer {
    bytes: Vec<u8>,
    _lease: Lease,
}

/// An image-sized buffer could not be had.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct OutOfMemory {
    /// How much was asked for.
    pub bytes: usize,
}

impl std::error::Error for OutOfMemory {}

impl fmt::Display for OutOfMemory {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let megabytes = self.bytes.div_ceil(1_000_000);
        write!(f, "There is not enough memory: {megabytes} MB more are needed. Closing other tabs may help.")
    }
}

impl Default for Budget {
    fn default() -> Self {
        Self::with_ceiling(CEILING_BYTES)
    }
}

impl Budget {
    /// A budget of so many bytes.
    pub fn with_ceiling(ceiling_bytes: usize) -> Self {
        Self { used_bytes: Arc::default(), ceiling_bytes }
    }

    /// So many bytes, all zero.
    pub fn buffer(&self, len: usize) -> Result<Buffer, OutOfMemory> {
        let lease = self.lease(len)?;
        let mut bytes = Vec::new();
        bytes.try_reserve_exact(len).map_err(|_| OutOfMemory { bytes: len })?;
        bytes.resize(len, 0);
        Ok(Buffer { bytes, _lease: lease })
    }

    /// RGBA for so many pixels, all transparent black.
    pub fn pixels(&self, width: u32, height: u32) -> Result<Buffer, OutOfMemory> {
        self.buffer(rgba_len(width, height).ok_or(OutOfMemory { bytes: usize::MAX })?)
    }

    /// Makes sure that a decoder can have so many bytes of its own for a while, which it will allocate
    /// without asking: asks for them, and gives them back.
    pub fn foresee(&self, len: usize) -> Result<(), OutOfMemory> {
        let _lease = self.lease(len)?;
        Vec::<u8>::new().try_reserve_exact(len).map_err(|_| OutOfMemory { bytes: len })
    }

    fn lease(&self, len: usize) -> Result<Lease, OutOfMemory> {
        let used = self.used_bytes.load(Ordering::Relaxed);
        match used.checked_add(len) {
            Some(sum) if sum <= self.ceiling_bytes => self.used_bytes.store(sum, Ordering::Relaxed),
            _ => return Err(OutOfMemory { bytes: len }),
        }
        Ok(Lease { used_bytes: self.used_bytes.clone(), len })
    }
}

impl Buffer {
    /// Makes it this long, keeping the allocation where it suffices. What it then holds is unspecified.
    pub fn resize(&mut self, budget: &Budget, len: usize) -> Result<(), OutOfMemory> {
        if len > self.bytes.capacity() {
            // Given back first: the old content is not needed, and both at once might not fit.
            *self = budget.buffer(0)?;
            *self = budget.buffer(len)?;
        } else {
            self.bytes.resize(len, 0);
        }
        Ok(())
    }
}

impl Deref for Buffer {
    type Target = [u8];

    fn deref(&self) -> &[u8] {
        &self.bytes
    }
}

impl DerefMut for Buffer {
    fn deref_mut(&mut self) -> &mut [u8] {
        &mut self.bytes
    }
}

/// The bytes of so many RGBA pixels, where this machine can count them.
pub fn rgba_len(width: u32, height: u32) -> Option<usize> {
    usize::try_from(u64::from(width) * u64::from(height)).ok()?.checked_mul(4)
}

#[derive(Debug)]
struct Lease {
    used_bytes: Arc<AtomicUsize>,
    len: usize,
}

impl Drop for Lease {
    fn drop(&mut self) {
        self.used_bytes.fetch_sub(self.len, Ordering::Relaxed);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_dropped_can_be_had_again() {
        let budget = Budget::with_ceiling(100);
        let first = budget.buffer(60).unwrap();
        assert_eq!(budget.buffer(41).unwrap_err(), OutOfMemory { bytes: 41 });
        drop(first);
        assert_eq!(budget.buffer(100).unwrap().len(), 100);
    }

    #[test]
    fn a_buffer_can_grow_into_its_own_place() {
        let budget = Budget::with_ceiling(100);
        let mut buffer = budget.buffer(60).unwrap();
        buffer.resize(&budget, 90).unwrap();
        assert_eq!(buffer.len(), 90);
        buffer.resize(&budget, 10).unwrap();
        assert!(buffer.resize(&budget, 101).is_err());
    }

    #[test]
    fn a_decoder_that_would_not_fit_is_refused() {
        let budget = Budget::with_ceiling(100);
        let _photo = budget.buffer(60).unwrap();
        assert!(budget.foresee(40).is_ok());
        assert!(budget.foresee(41).is_err());
    }
}
