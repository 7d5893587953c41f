//! The source of every render: the photo at the scale of that render.

use safelight_errors::OutOfMemory;
use safelight_kernels::{Region, Window};

use super::mipmaps::ScaledImages;
use crate::decode::types::DecodedImage;
use crate::memory::budget::Budget;

/// Photo pixels that one band of scaling reads.
const BAND_PIXELS: usize = 1 << 20;

/// The decoded photo and smaller images of it.
#[derive(Debug)]
pub struct ScaledSource {
    pub photo: DecodedImage,
    images: ScaledImages,
}

impl ScaledSource {
    pub fn new(photo: DecodedImage) -> Self {
        Self { photo, images: ScaledImages::default() }
    }

    /// Width and height of the photo in pixels at scale 1.
    pub fn photo_size(&self) -> (u32, u32) {
        (self.photo.width, self.photo.height)
    }

    /// Allocates the image of this width and height, unless it is there.
    pub fn prepare(&mut self, size: (u32, u32), budget: &Budget) -> Result<(), OutOfMemory> {
        if size == self.photo_size() { Ok(()) } else { self.images.prepare(&self.photo, size, budget) }
    }

    /// Scales one more band of the image of this size, unless its first `rows` rows are there. Returns roughly how
    /// many photo pixels that took.
    pub fn advance(&mut self, size: (u32, u32), rows: u32) -> Option<usize> {
        let left = self.rows_left(size, rows);
        let image = self.images.get_mut(size).filter(|_| left > 0)?;
        let photo_rows = (BAND_PIXELS / self.photo.width.max(1) as usize).max(1);
        image.advance(&self.photo, photo_rows);
        Some((left - self.rows_left(size, rows)) * self.row_cost(size))
    }

    /// Roughly how many photo pixels have to be read until the first `rows` rows of this size are there.
    pub fn cost(&self, size: (u32, u32), rows: u32) -> usize {
        self.rows_left(size, rows) * self.row_cost(size)
    }

    /// The photo at this size. Only the rows that [`advance`](Self::advance) has made are valid.
    pub fn window(&self, size: (u32, u32), scale: f64) -> Window<'_> {
        let rgba = match self.images.get(size) {
            Some(image) if size != self.photo_size() => image.pixels(),
            _ => &self.photo.pixels,
        };
        let opaque = !self.photo.has_alpha;
        Window { rgba, region: Region::whole(size), picture: size, scale, opaque }
    }

    fn rows_left(&self, size: (u32, u32), rows: u32) -> usize {
        if size == self.photo_size() {
            return 0;
        }
        self.images.get(size).map_or(0, |image| (rows as usize).saturating_sub(image.rows_done()))
    }

    fn row_cost(&self, size: (u32, u32)) -> usize {
        self.photo.pixels.len() / 4 / size.1.max(1) as usize
    }
}
