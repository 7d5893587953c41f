//! Regions of an image, and windows onto its pixels.

/// A rectangle of pixels.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Region {
    /// Left edge.
    pub x: u32,
    /// Upper edge.
    pub y: u32,
    /// Pixels across.
    pub width: u32,
    /// Pixels down.
    pub height: u32,
}

/// The part of an image that a filter may read: RGBA8, straight alpha, row-major without gaps.
#[derive(Debug, Clone, Copy)]
pub struct Window<'a> {
    /// The pixels of `region`.
    pub rgba: &'a [u8],
    /// The region of the image, at the current scale.
    pub region: Region,
    /// Width and height of the whole image at the current scale.
    pub picture: (u32, u32),
    /// The current scale: scaled pixels per pixel at full size, above 0 and at most 1.
    pub scale: f64,
    /// Whether every pixel of the image has alpha 255. Filters may take a faster path then, but with the same bytes.
    pub opaque: bool,
}

impl Region {
    /// The whole of an image of this size.
    pub fn whole((width, height): (u32, u32)) -> Self {
        Self { x: 0, y: 0, width, height }
    }

    /// The part of this region within an image of this size; `None` if that is empty.
    pub fn clamped(self, width: u32, height: u32) -> Option<Self> {
        let (x, y) = (self.x.min(width), self.y.min(height));
        let clamped = Self { x, y, width: self.width.min(width - x), height: self.height.min(height - y) };
        (clamped.width > 0 && clamped.height > 0).then_some(clamped)
    }

    /// This region grown by a halo of `by_px` pixels on each side, cut to an image of this size.
    #[must_use]
    pub fn grown(self, by_px: u32, (width, height): (u32, u32)) -> Self {
        let (x, y) = (self.x.saturating_sub(by_px), self.y.saturating_sub(by_px));
        let right = self.x.saturating_add(self.width).saturating_add(by_px).min(width);
        let below = self.y.saturating_add(self.height).saturating_add(by_px).min(height);
        Self { x, y, width: right.saturating_sub(x), height: below.saturating_sub(y) }
    }

    /// Whether `inner` lies within this region.
    pub fn contains(self, inner: Self) -> bool {
        let ends = |start: u32, length: u32| u64::from(start) + u64::from(length);
        self.x <= inner.x
            && self.y <= inner.y
            && ends(inner.x, inner.width) <= ends(self.x, self.width)
            && ends(inner.y, inner.height) <= ends(self.y, self.height)
    }
}

impl<'a> Window<'a> {
    /// A window onto a whole image at full size.
    pub fn whole(size: (u32, u32), opaque: bool, rgba: &'a [u8]) -> Self {
        Self { rgba, region: Region::whole(size), picture: size, scale: 1.0, opaque }
    }

    /// The window's pixels in row `y` of the image. Edges are replicated: rows above the image are its first, rows
    /// below it its last. Any other row must lie in the window.
    pub fn row(&self, y: i64) -> &'a [[u8; 4]] {
        let y = y.clamp(0, i64::from(self.picture.1) - 1) as usize - self.region.y as usize;
        let width = self.region.width as usize;
        &self.rgba.as_chunks::<4>().0[y * width..][..width]
    }

    /// Copies the pixels of a region, which must lie in the window.
    pub fn copy(&self, region: Region, out: &mut [u8]) {
        let (x, width) = ((region.x - self.region.x) as usize, region.width as usize);
        for (y, into) in
            (i64::from(region.y)..).zip(out.as_chunks_mut::<4>().0.chunks_exact_mut(width.max(1)))
        {
            into.copy_from_slice(&self.row(y)[x..][..width]);
        }
    }

    /// Copies pixels of row `y` from column `x` on, as many as `into` has; left and right edges are replicated too.
    pub fn copy_row(&self, x: i64, y: i64, into: &mut [[u8; 4]]) {
        let row = self.row(y);
        let (Some(first), Some(last)) = (row.first(), row.last()) else { return };
        let start = x - i64::from(self.region.x);
        let before = (-start).clamp(0, into.len() as i64) as usize;
        let (left, rest) = into.split_at_mut(before);
        left.fill(*first);
        let from = start.clamp(0, row.len() as i64) as usize;
        let inside = rest.len().min(row.len() - from);
        let (middle, right) = rest.split_at_mut(inside);
        middle.copy_from_slice(&row[from..][..inside]);
        right.fill(*last);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_region_is_cut_to_the_picture() {
        let region = Region { x: 8, y: 2, width: 10, height: u32::MAX };
        assert_eq!(region.clamped(10, 5), Some(Region { x: 8, y: 2, width: 2, height: 3 }));
        assert_eq!(region.clamped(8, 5), None);
        assert_eq!(Region { x: u32::MAX, ..region }.clamped(10, 5), None);
    }

    #[test]
    fn a_region_grows_up_to_the_edges() {
        let region = Region { x: 2, y: 1, width: 3, height: 2 };
        assert_eq!(region.grown(2, (10, 4)), Region { x: 0, y: 0, width: 7, height: 4 });
        assert_eq!(region.grown(0, (10, 4)), region);
        assert!(region.grown(1, (10, 4)).contains(region) && !region.contains(region.grown(1, (10, 4))));
    }

    #[test]
    fn rows_are_replicated_beyond_every_edge() {
        let rgba: Vec<u8> = (0..6).flat_map(|n| [n; 4]).collect();
        let window = Window::whole((3, 2), false, &rgba);
        let mut row = [[9; 4]; 7];
        window.copy_row(-2, 5, &mut row);
        assert_eq!(row.map(|pixel| pixel[0]), [3, 3, 3, 4, 5, 5, 5]);
        window.copy_row(-9, -1, &mut row);
        assert_eq!(row.map(|pixel| pixel[0]), [0; 7]);
        window.copy_row(4, 0, &mut row);
        assert_eq!(row.map(|pixel| pixel[0]), [2; 7]);
    }
}
