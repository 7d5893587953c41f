//! Positions of pixels in the image, for filters that depend on them.

/// The position of a band of pixels in the image, at the current scale: all lengths count scaled pixels.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct PixelOrigin {
    /// Left edge of the band.
    pub x: u32,
    /// Upper edge of the band.
    pub y: u32,
    /// Width of the band.
    pub row_px: u32,
    /// Width of the whole image.
    pub width: u32,
    /// Height of the whole image.
    pub height: u32,
    /// Scaled pixels per photo pixel, at most 1.
    pub scale: f64,
}

impl PixelOrigin {
    /// A band that is the whole image at full size.
    pub fn whole(width: u32, height: u32) -> Self {
        Self { x: 0, y: 0, row_px: width, width, height, scale: 1.0 }
    }

    /// The position of the pixel of this index, counted row by row through the band.
    pub fn position(&self, pixel: usize) -> PixelPosition {
        let row_px = self.row_px as usize;
        let (x, y) = (self.x + (pixel % row_px) as u32, self.y + (pixel / row_px) as u32);
        PixelPosition { x, y, width: self.width, height: self.height, scale: self.scale }
    }
}

/// The position of a pixel, from which a run of pixels of one row begins. All lengths count scaled pixels.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct PixelPosition {
    /// Column of the first pixel.
    pub x: u32,
    /// Row of the run.
    pub y: u32,
    /// Width of the whole image.
    pub width: u32,
    /// Height of the whole image.
    pub height: u32,
    /// Scaled pixels per photo pixel, at most 1.
    pub scale: f64,
}

/// Splits RGBA pixels of a band into runs within one row, and calls `run` for each. `before` is the index of the first
/// pixel in the band.
pub fn apply_positional(
    origin: &PixelOrigin,
    before: usize,
    rgba: &mut [u8],
    mut run: impl FnMut(PixelPosition, &mut [u8]),
) {
    let row_px = origin.row_px as usize;
    let (mut rest, mut pixel) = (rgba, before);
    while !rest.is_empty() {
        let pixels = (row_px - pixel % row_px).min(rest.len() / 4);
        let (now, later) = rest.split_at_mut(pixels * 4);
        run(origin.position(pixel), now);
        (rest, pixel) = (later, pixel + pixels);
    }
}
