//! Mipmaps of the photo: smaller images for the screen, made once per size.
//!
//! Each pixel is the area mean of the photo's pixels under it, premultiplied and in exact integers. It neither
//! aliases nor rings, and it is the same natively and in wasm. No resize crate does this: the work has to stop after
//! any row, because a newer request may be waiting, and has to hold nothing image-sized besides the result, which
//! resizers in two passes do.

use safelight_errors::OutOfMemory;

use super::area_resample::{AxisWeights, RowAverager};
use crate::decode::types::DecodedImage;
use crate::memory::budget::{Budget, Buffer};

/// Images that are kept at most. Three let a person zoom in and out again without scaling anew.
const MAX_IMAGES: usize = 3;

/// The scaled images in the order of their last use, newest last.
#[derive(Debug, Default)]
pub struct ScaledImages(Vec<ScaledImage>);

/// The photo at one smaller size, filled from the top.
#[derive(Debug)]
pub struct ScaledImage {
    size: (u32, u32),
    rows_done: usize,
    pixels: Buffer,
    across: AxisWeights,
    down: AxisWeights,
}

impl ScaledImages {
    /// Makes sure that there is an image of this width and height, whose rows may still be missing.
    pub fn prepare(
        &mut self,
        photo: &DecodedImage,
        size: (u32, u32),
        budget: &Budget,
    ) -> Result<(), OutOfMemory> {
        if let Some(index) = self.0.iter().position(|image| image.size == size) {
            self.0[index..].rotate_left(1);
            return Ok(());
        }
        if self.0.len() == MAX_IMAGES {
            self.0.remove(0);
        }
        let pixels = loop {
            match budget.pixels(size.0, size.1) {
                Err(_) if !self.0.is_empty() => drop(self.0.remove(0)),
                result => break result?,
            }
        };
        let across = AxisWeights::new(photo.width, size.0);
        let down = AxisWeights::new(photo.height, size.1);
        self.0.push(ScaledImage { size, rows_done: 0, pixels, across, down });
        Ok(())
    }

    /// The image of this size.
    pub fn get(&self, size: (u32, u32)) -> Option<&ScaledImage> {
        self.0.iter().rev().find(|image| image.size == size)
    }

    /// The image of this size, to be filled further.
    pub fn get_mut(&mut self, size: (u32, u32)) -> Option<&mut ScaledImage> {
        self.0.iter_mut().rev().find(|image| image.size == size)
    }
}

impl ScaledImage {
    /// RGBA8 of the whole image, of which only the first [`rows_done`](Self::rows_done) rows are valid.
    pub fn pixels(&self) -> &[u8] {
        &self.pixels
    }

    /// Finished rows.
    pub fn rows_done(&self) -> usize {
        self.rows_done
    }

    /// Reads roughly `photo_rows` more rows of the photo, and at least those that the next row needs.
    pub fn advance(&mut self, photo: &DecodedImage, photo_rows: usize) {
        let mut averager = RowAverager::new(&self.across, photo.has_alpha);
        let row_bytes = self.size.0 as usize * 4;
        let mut rows_read = 0;
        while rows_read < photo_rows && self.rows_done < self.size.1 as usize {
            let row = &mut self.pixels[self.rows_done * row_bytes..][..row_bytes];
            rows_read += averager.row(photo, &self.down, self.rows_done, row);
            self.rows_done += 1;
        }
    }
}
