//! Lets only so many pixels be worked on at a time, so that many cores with large photos do not use up the memory.

use std::sync::{Condvar, Mutex, PoisonError};

/// Pixels of all photos under way, some ten bytes each while they are decoded.
const MAX_PIXELS: u64 = 512_000_000;

/// See the file.
#[derive(Debug)]
pub struct Gate {
    free_pixels: Mutex<u64>,
    freed: Condvar,
}

/// A photo's way through the gate, for as long as it lives.
#[derive(Debug)]
pub struct Pass<'a> {
    gate: &'a Gate,
    pixels: u64,
}

impl Default for Gate {
    fn default() -> Self {
        Self { free_pixels: Mutex::new(MAX_PIXELS), freed: Condvar::new() }
    }
}

impl Gate {
    /// Waits until there is room. A photo that is larger than everything waits until it is alone.
    pub fn pass(&self, width: u32, height: u32) -> Pass<'_> {
        let pixels = (u64::from(width) * u64::from(height)).min(MAX_PIXELS);
        let free = self.free_pixels.lock().unwrap_or_else(PoisonError::into_inner);
        let mut free =
            self.freed.wait_while(free, |free| *free < pixels).unwrap_or_else(PoisonError::into_inner);
        *free -= pixels;
        Pass { gate: self, pixels }
    }
}

impl Drop for Pass<'_> {
    fn drop(&mut self) {
        *self.gate.free_pixels.lock().unwrap_or_else(PoisonError::into_inner) += self.pixels;
        self.gate.freed.notify_all();
    }
}

#[cfg(test)]
mod tests {
    use std::sync::atomic::{AtomicU64, Ordering};

    use super::*;

    #[test]
    fn no_more_than_fit_are_under_way() {
        let gate = Gate::default();
        let (now, most) = (AtomicU64::new(0), AtomicU64::new(0));
        std::thread::scope(|scope| {
            for height in [20_000, 10_000, 4_000_000_000, 20_000, 20_000, 10_000] {
                let (gate, now, most) = (&gate, &now, &most);
                scope.spawn(move || {
                    let pass = gate.pass(20_000, height);
                    let sum = now.fetch_add(pass.pixels, Ordering::SeqCst) + pass.pixels;
                    most.fetch_max(sum, Ordering::SeqCst);
                    std::thread::yield_now();
                    now.fetch_sub(pass.pixels, Ordering::SeqCst);
                });
            }
        });
        assert_eq!(most.into_inner(), MAX_PIXELS);
        assert_eq!(gate.free_pixels.into_inner().unwrap(), MAX_PIXELS);
    }
}
