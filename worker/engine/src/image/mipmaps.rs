//! Smaller copies of the photo for the screen, made once per scale.
//!
//! Each pixel of a copy is the mean of the photo's pixels under it, premultiplied, in exact integers: it
//! neither aliases nor rings, and it is the same natively and in wasm. Own code and not a crate, because
//! the work must stop after any row (a newer request is waiting) and must hold nothing image-sized
//! besides the copy itself, which resizers in two passes do.

use super::area_resample::{Axis, RowMean};
use crate::decode::Photo;
use crate::memory::budget::{Budget, Buffer, OutOfMemory};

/// Zooming in and out again should find its way back; more than this is only memory.
const MAX_COPIES: usize = 3;

/// The copies made last, newest last.
#[derive(Debug, Default)]
pub struct ScaledCopies(Vec<ScaledCopy>);

/// The photo at one smaller size, filled from the top.
#[derive(Debug)]
pub struct ScaledCopy {
    size: (u32, u32),
    rows_done: usize,
    pixels: Buffer,
    across: Axis,
    down: Axis,
}

impl ScaledCopies {
    /// Makes sure that there is a copy of this size, with however many rows done.
    pub fn prepare(&mut self, photo: &Photo, size: (u32, u32), budget: &Budget) -> Result<(), OutOfMemory> {
        if let Some(index) = self.0.iter().position(|copy| copy.size == size) {
            self.0[index..].rotate_left(1);
            return Ok(());
        }
        if self.0.len() == MAX_COPIES {
            self.0.remove(0);
        }
        let pixels = loop {
            match budget.pixels(size.0, size.1) {
                Err(_) if !self.0.is_empty() => drop(self.0.remove(0)),
                result => break result?,
            }
        };
        let across = Axis::new(photo.width, size.0);
        let down = Axis::new(photo.height, size.1);
        self.0.push(ScaledCopy { size, rows_done: 0, pixels, across, down });
        Ok(())
    }

    /// The copy of this size.
    pub fn get(&self, size: (u32, u32)) -> Option<&ScaledCopy> {
        self.0.iter().rev().find(|copy| copy.size == size)
    }

    /// The copy of this size, to be filled further.
    pub fn get_mut(&mut self, size: (u32, u32)) -> Option<&mut ScaledCopy> {
        self.0.iter_mut().rev().find(|copy| copy.size == size)
    }
}

impl ScaledCopy {
    /// RGBA of the whole copy; only the first [`rows_done`](Self::rows_done) rows mean anything.
    pub fn pixels(&self) -> &[u8] {
        &self.pixels
    }

    /// Finished rows.
    pub fn rows_done(&self) -> usize {
        self.rows_done
    }

    /// Reads about so many more rows of the photo, and at least what the next row needs.
    pub fn advance(&mut self, photo: &Photo, photo_rows: usize) {
        let mut mean = RowMean::new(&self.across, photo.has_alpha);
        let row_bytes = self.size.0 as usize * 4;
        let mut read = 0;
        while read < photo_rows && self.rows_done < self.size.1 as usize {
            let row = &mut self.pixels[self.rows_done * row_bytes..][..row_bytes];
            read += mean.row(photo, &self.down, self.rows_done, row);
            self.rows_done += 1;
        }
    }
}
