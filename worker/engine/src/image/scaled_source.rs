//! What every rendering begins with: the photo, at the scale at hand.

use safelight_kernels::{Region, Window};

use crate::decode::Photo;
use crate::image::mipmaps::ScaledCopies;
use crate::memory::budget::{Budget, OutOfMemory};

/// Photo pixels that one band of scaling reads.
const SCALING_BAND_PIXELS: usize = 1 << 20;

/// The open photo and its smaller copies.
#[derive(Debug)]
pub struct Source {
    pub photo: Photo,
    copies: ScaledCopies,
}

impl Source {
    pub fn new(photo: Photo) -> Self {
        Self { photo, copies: ScaledCopies::default() }
    }

    /// The photo's size.
    pub fn size(&self) -> (u32, u32) {
        (self.photo.width, self.photo.height)
    }

    /// Makes room for the photo at this size.
    pub fn prepare(&mut self, size: (u32, u32), budget: &Budget) -> Result<(), OutOfMemory> {
        if size == self.size() { Ok(()) } else { self.copies.prepare(&self.photo, size, budget) }
    }

    /// Scales one more band of the copy of this size, unless so many rows are there already. Returns how many
    /// photo pixels that took, roughly.
    pub fn advance(&mut self, size: (u32, u32), rows: u32) -> Option<usize> {
        let left = self.rows_left(size, rows);
        let copy = self.copies.get_mut(size).filter(|_| left > 0)?;
        let photo_rows = (SCALING_BAND_PIXELS / self.photo.width.max(1) as usize).max(1);
        copy.advance(&self.photo, photo_rows);
        Some((left - self.rows_left(size, rows)) * self.row_cost(size))
    }

    /// How many photo pixels it will take to have so many rows.
    pub fn cost(&self, size: (u32, u32), rows: u32) -> usize {
        self.rows_left(size, rows) * self.row_cost(size)
    }

    /// The photo at this size, of which as many rows are right as were made.
    pub fn window(&self, size: (u32, u32), scale: f64) -> Window<'_> {
        let rgba = match self.copies.get(size) {
            Some(copy) if size != self.size() => copy.pixels(),
            _ => &self.photo.pixels,
        };
        let opaque = !self.photo.has_alpha;
        Window { rgba, region: Region::whole(size), picture: size, scale, opaque }
    }

    fn rows_left(&self, size: (u32, u32), rows: u32) -> usize {
        if size == self.size() {
            return 0;
        }
        self.copies.get(size).map_or(0, |copy| (rows as usize).saturating_sub(copy.rows_done()))
    }

    fn row_cost(&self, size: (u32, u32)) -> usize {
        self.photo.pixels.len() / 4 / size.1.max(1) as usize
    }
}
