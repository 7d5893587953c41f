//! A semaphore over pixels, so that many threads with large photos do not use up the memory.

use std::sync::{Condvar, Mutex, PoisonError};

/// The most pixels of all photos at a time. Each takes about ten bytes while it is decoded, 5 GB together.
const MAX_PIXELS: u64 = 512_000_000;

/// Permits for [`MAX_PIXELS`] pixels.
#[derive(Debug)]
pub struct PixelSemaphore {
    free_pixels: Mutex<u64>,
    released: Condvar,
}

/// A permit for one photo. Dropping it gives its pixels back.
#[derive(Debug)]
pub struct Permit<'a> {
    semaphore: &'a PixelSemaphore,
    pixels: u64,
}

impl Default for PixelSemaphore {
    fn default() -> Self {
        Self { free_pixels: Mutex::new(MAX_PIXELS), released: Condvar::new() }
    }
}

impl PixelSemaphore {
    /// Waits until there is a permit for width × height pixels. A photo above the limit waits until it is alone.
    pub fn acquire(&self, width: u32, height: u32) -> Permit<'_> {
        let pixels = (u64::from(width) * u64::from(height)).min(MAX_PIXELS);
        let free = self.free_pixels.lock().unwrap_or_else(PoisonError::into_inner);
        let mut free =
            self.released.wait_while(free, |free| *free < pixels).unwrap_or_else(PoisonError::into_inner);
        *free -= pixels;
        Permit { semaphore: self, pixels }
    }
}

impl Drop for Permit<'_> {
    fn drop(&mut self) {
        *self.semaphore.free_pixels.lock().unwrap_or_else(PoisonError::into_inner) += self.pixels;
        self.semaphore.released.notify_all();
    }
}

#[cfg(test)]
mod tests {
    use std::sync::atomic::{AtomicU64, Ordering};

    use super::*;

    #[test]
    fn no_more_than_fit_are_under_way() {
        let semaphore = PixelSemaphore::default();
        let (now, most) = (AtomicU64::new(0), AtomicU64::new(0));
        std::thread::scope(|scope| {
            for height in [20_000, 10_000, 4_000_000_000, 20_000, 20_000, 10_000] {
                let (semaphore, now, most) = (&semaphore, &now, &most);
                scope.spawn(move || {
                    let permit = semaphore.acquire(20_000, height);
                    let sum = now.fetch_add(permit.pixels, Ordering::SeqCst) + permit.pixels;
                    most.fetch_max(sum, Ordering::SeqCst);
                    std::thread::yield_now();
                    now.fetch_sub(permit.pixels, Ordering::SeqCst);
                });
            }
        });
        assert_eq!(most.into_inner(), MAX_PIXELS);
        assert_eq!(semaphore.free_pixels.into_inner().unwrap(), MAX_PIXELS);
    }
}
