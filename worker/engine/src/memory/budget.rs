//! The memory budget. Every image-sized buffer is allocated here, and running out of memory is an error value.
//!
//! wasm32 addresses 4 GiB, and a browser may give less. A photo of the largest size takes 512 MB. During decoding,
//! the coefficients of a progressive JPEG (6 bytes per pixel) or the copy for a quarter turn (4 bytes per pixel) are
//! held besides, never both; later the rendered image and a few scaled ones. Five times the largest photo covers
//! that and leaves room for the file.

use std::ops::{Deref, DerefMut};
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};

use safelight_errors::{MAX_MEGAPIXELS, OutOfMemory};

/// The image-sized memory that one open photo may hold at a time: five times the largest photo, 2.56 GB.
const CEILING_BYTES: usize = MAX_MEGAPIXELS as usize * 1_000_000 * 4 * 5;

/// The image-sized memory that one open photo may use. Clones share the same count.
#[derive(Debug, Clone)]
pub struct Budget {
    used_bytes: Arc<AtomicUsize>,
    ceiling_bytes: usize,
}

/// Bytes of a [`Budget`]. Dropping them gives them back.
#[derive(Debug)]
pub struct Buffer {
    bytes: Vec<u8>,
    _reservation: Reservation,
}

impl Default for Budget {
    fn default() -> Self {
        Self::with_ceiling(CEILING_BYTES)
    }
}

impl Budget {
    /// A budget of this many bytes.
    pub fn with_ceiling(ceiling_bytes: usize) -> Self {
        Self { used_bytes: Arc::default(), ceiling_bytes }
    }

    /// A buffer of `len` bytes, all zero.
    pub fn buffer(&self, len: usize) -> Result<Buffer, OutOfMemory> {
        let reserve = self.reserve(len)?;
        let mut bytes = Vec::new();
        bytes.try_reserve_exact(len).map_err(|_| OutOfMemory { bytes: len })?;
        bytes.resize(len, 0);
        Ok(Buffer { bytes, _reservation: reserve })
    }

    /// A buffer of width × height RGBA pixels, all transparent black.
    pub fn pixels(&self, width: u32, height: u32) -> Result<Buffer, OutOfMemory> {
        self.buffer(rgba_len(width, height).ok_or(OutOfMemory { bytes: usize::MAX })?)
    }

    /// Checks that `len` bytes could be allocated now, for a decoder that allocates them by itself.
    pub fn ensure_available(&self, len: usize) -> Result<(), OutOfMemory> {
        let _reservation = self.reserve(len)?;
        Vec::<u8>::new().try_reserve_exact(len).map_err(|_| OutOfMemory { bytes: len })
    }

    fn reserve(&self, len: usize) -> Result<Reservation, OutOfMemory> {
        let used = self.used_bytes.load(Ordering::Relaxed);
        match used.checked_add(len) {
            Some(sum) if sum <= self.ceiling_bytes => self.used_bytes.store(sum, Ordering::Relaxed),
            _ => return Err(OutOfMemory { bytes: len }),
        }
        Ok(Reservation { used_bytes: self.used_bytes.clone(), len })
    }
}

impl Buffer {
    /// Resizes to `len` bytes, within the same allocation where it suffices. The content is unspecified afterwards.
    pub fn resize(&mut self, budget: &Budget, len: usize) -> Result<(), OutOfMemory> {
        if len > self.bytes.capacity() {
            // The old allocation goes first: its content is not needed, and both might not fit.
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

/// The bytes of width × height RGBA pixels, if they fit a `usize`.
pub fn rgba_len(width: u32, height: u32) -> Option<usize> {
    usize::try_from(u64::from(width) * u64::from(height)).ok()?.checked_mul(4)
}

#[derive(Debug)]
struct Reservation {
    used_bytes: Arc<AtomicUsize>,
    len: usize,
}

impl Drop for Reservation {
    fn drop(&mut self) {
        self.used_bytes.fetch_sub(self.len, Ordering::Relaxed);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_dropped_buffer_gives_its_bytes_back() {
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
        assert!(budget.ensure_available(40).is_ok());
        assert!(budget.ensure_available(41).is_err());
    }
}
