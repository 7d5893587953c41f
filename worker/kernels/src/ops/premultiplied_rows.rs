//! Rows of premultiplied RGBA8, for filters that select one of the values around a pixel, such as medians.
//!
//! Selecting keeps colours valid: where no premultiplied colour is above its alpha, a colour of some rank is not above the
//! alpha of that rank either, so that the result can be divided by alpha again.

use crate::simd::u8x16::Bytes16;
use crate::{Region, Window};

/// A ring buffer of the latest rows of a region, with a halo to the left and right. Edges are replicated.
pub struct PremultipliedRows<'a> {
    source: &'a Window<'a>,
    left: i64,
    /// Blocks of four pixels in a row.
    fours: usize,
    ring: Vec<Bytes16>,
}

impl<'a> PremultipliedRows<'a> {
    /// A buffer of `count` rows.
    pub fn new(source: &'a Window, region: Region, radius_px: usize, count: usize) -> Self {
        // The last block of four of an output row may begin in its last column.
        let fours = (region.width as usize).div_ceil(4) + (2 * radius_px).div_ceil(4);
        let left = i64::from(region.x) - radius_px as i64;
        Self { source, left, fours, ring: vec![[0; 16]; fours * count] }
    }

    /// Reads row `y`, in place of row `y - count`.
    pub fn read(&mut self, y: i64) {
        let start = self.start(y);
        let row = self.ring[start..][..self.fours].as_flattened_mut().as_chunks_mut().0;
        self.source.copy_row(self.left, y, row);
        if !self.source.opaque {
            premultiply(row);
        }
    }

    /// The pixels of row `y`, which was read before.
    pub fn row(&self, y: i64) -> &[[u8; 4]] {
        self.fours(y).as_flattened().as_chunks().0
    }

    /// The pixels of row `y` in blocks of four.
    pub fn fours(&self, y: i64) -> &[Bytes16] {
        &self.ring[self.start(y)..][..self.fours]
    }

    fn start(&self, y: i64) -> usize {
        y.rem_euclid((self.ring.len() / self.fours) as i64) as usize * self.fours
    }
}

/// Premultiplies pixels in place, rounded to the nearest level.
fn premultiply(pixels: &mut [[u8; 4]]) {
    for pixel in pixels {
        // Two channels in one word, 16 bits each.
        let word = u32::from_le_bytes(*pixel);
        let alpha = word >> 24;
        let [rb, g] = [word & 0x00ff_00ff, word >> 8 & 0xff].map(|two| {
            let products = two * alpha + 0x0080_0080;
            (products + (products >> 8 & 0x00ff_00ff)) >> 8 & 0x00ff_00ff
        });
        *pixel = (rb | (g & 0xff) << 8 | alpha << 24).to_le_bytes();
    }
}

/// Unpremultiplies pixels in place, rounded to the nearest level. Where alpha is 0 the colour is black.
pub fn unpremultiply(pixels: &mut [[u8; 4]], opaque: bool) {
    if opaque {
        return;
    }
    for pixel in pixels {
        let [r, g, b, alpha] = pixel.map(u32::from);
        let [r, g, b] =
            [r, g, b].map(|level| (((level * 255 + alpha / 2) * RECIPROCALS[alpha as usize]) >> 24) as u8);
        *pixel = [r, g, b, alpha as u8];
    }
}

/// ⌈2²⁴ / alpha⌉ for each alpha: exact for all premultiplied levels, and the products fit in 32 bits.
static RECIPROCALS: [u32; 256] = {
    let mut reciprocals = [0; 256];
    let mut alpha = 1;
    while alpha < 256 {
        reciprocals[alpha] = (1_u32 << 24).div_ceil(alpha as u32);
        alpha += 1;
    }
    reciprocals
};

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn both_ways_round_to_the_nearest() {
        for alpha in 0..=255 {
            for level in 0..=255 {
                let mut pixel = [[level, 0, 255, alpha]];
                premultiply(&mut pixel);
                let product = (f64::from(level) * f64::from(alpha) / 255.0).round() as u8;
                assert_eq!(pixel[0], [product, 0, alpha, alpha]);
                unpremultiply(&mut pixel, false);
                let quotient = f64::from(product) * 255.0 / f64::from(alpha.max(1));
                let white = if alpha == 0 { 0 } else { 255 };
                assert_eq!(pixel[0], [quotient.round() as u8, 0, white, alpha]);
            }
        }
    }
}
