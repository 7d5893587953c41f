//! Where pixels lie, for filters to which that matters.

/// Where a band of pixels lies in the photo, at the scale at hand: all numbers count scaled pixels.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct PixelOrigin {
    /// Left edge of the band.
    pub x: u32,
    /// Upper edge of the band.
    pub y: u32,
    /// Pixels of one row of the band.
    pub row_px: u32,
    /// The whole photo, across.
    pub width: u32,
    /// The whole photo, down.
    pub height: u32,
    /// Scaled pixels per photo pixel, at most 1.
    pub scale: f64,
}

impl PixelOrigin {
    /// A whole photo at full size.
    pub fn whole(width: u32, height: u32) -> Self {
        Self { x: 0, y: 0, row_px: width, width, height, scale: 1.0 }
    }

    /// Where a pixel of the band lies, and so the run of pixels that begins with it.
    pub fn position(&self, pixel: usize) -> PixelPosition {
        let row_px = self.row_px as usize;
        let (x, y) = (self.x + (pixel % row_px) as u32, self.y + (pixel / row_px) as u32);
        PixelPosition { x, y, width: self.width, height: self.height, scale: self.scale }
    }
}

/// Where a run of pixels of one row begins. See [`PixelOrigin`].
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct PixelPosition {
    /// Column of the first pixel.
    pub x: u32,
    /// Row of all of them.
    pub y: u32,
    /// The whole photo, across.
    pub width: u32,
    /// The whole photo, down.
    pub height: u32,
    /// Scaled pixels per photo pixel, at most 1.
    pub scale: f64,
}

/// Gives each run of pixels of one row to `run`, out of whole RGBA pixels of a band, of which so many came before.
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
