//! What decoders take and give.

use super::orientation::Orientation;
use crate::memory::budget::Buffer;

/// The content of a file as its header states it, for pixels in upright orientation.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Header {
    /// The format, by the file's content.
    pub format: Format,
    /// Width in pixels, orientation applied.
    pub width: u32,
    /// Height in pixels, orientation applied.
    pub height: u32,
}

/// The formats that can be opened.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Format {
    /// Portable Network Graphics.
    Png,
    /// JPEG in JFIF, Exif or bare.
    Jpeg,
}

/// A decoded image.
#[derive(Debug)]
pub struct DecodedImage {
    pub width: u32,
    pub height: u32,
    /// Whether any pixel is not opaque.
    pub has_alpha: bool,
    /// RGBA8 with straight alpha, rows without gaps.
    pub pixels: Buffer,
}

/// The header of either format, before its orientation is applied.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct RawHeader {
    /// Width in pixels, as stored.
    pub width: u32,
    /// Height in pixels, as stored.
    pub height: u32,
    pub orientation: Orientation,
}
