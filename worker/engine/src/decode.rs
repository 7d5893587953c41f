//! From file bytes to RGBA8 with straight alpha, the right way up.
//!
//! The header is read by own code that allocates nothing; only a size that it allows reaches a decoder.
//! Colour profiles are not applied, and not even unpacked: a bomb in one costs nothing.

mod exif;
mod file_type;
mod jpeg;
mod orientation;
mod png;

use crate::OpenError;
use crate::memory::budget::{Budget, Buffer, MAX_MEGAPIXELS};
use orientation::Orientation;

/// What a file says of itself, without its pixels.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Header {
    /// What it is, by its content.
    pub format: Format,
    /// Pixels across, once it stands the right way up.
    pub width: u32,
    /// Pixels down, once it stands the right way up.
    pub height: u32,
}

/// The formats that are opened.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Format {
    /// Portable Network Graphics.
    Png,
    /// JPEG in JFIF, Exif or bare.
    Jpeg,
}

/// A decoded photo.
#[derive(Debug)]
pub struct Photo {
    pub width: u32,
    pub height: u32,
    /// Whether any pixel is not opaque.
    pub has_alpha: bool,
    pub pixels: Buffer,
}

/// What stands in the header of either format.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Stored {
    /// As stored, before orientation.
    width: u32,
    height: u32,
    orientation: Orientation,
}

/// Looks at the header: what it is, how large, and whether that can be opened. Allocates nothing.
///
/// # Errors
/// Everything but [`Damaged`](OpenError::Damaged) pixels and [`Memory`](OpenError::Memory).
pub fn probe(file: &[u8]) -> Result<Header, OpenError> {
    let (format, stored) = stored(file)?;
    let (width, height) = stored.orientation.size(stored.width, stored.height);
    Ok(Header { format, width, height })
}

/// Decodes a file, the right way up.
pub fn decode(file: &[u8], budget: &Budget) -> Result<Photo, OpenError> {
    let (format, stored) = stored(file)?;
    let photo = match format {
        Format::Png => png::decode(file, stored, budget)?,
        Format::Jpeg => jpeg::decode(file, stored, budget)?,
    };
    Ok(orientation::upright(photo, stored.orientation, budget)?)
}

fn stored(file: &[u8]) -> Result<(Format, Stored), OpenError> {
    let format = file_type::format(file)?;
    let stored = match format {
        Format::Png => png::header(file)?,
        Format::Jpeg => jpeg::header(file)?,
    };
    let (width, height) = (stored.width, stored.height);
    if width == 0 || height == 0 {
        return Err(OpenError::NoPixels);
    }
    if too_large(width, height) {
        return Err(OpenError::TooLarge { width, height });
    }
    Ok((format, stored))
}

fn too_large(width: u32, height: u32) -> bool {
    u64::from(width) * u64::from(height) > u64::from(MAX_MEGAPIXELS) * 1_000_000
}
