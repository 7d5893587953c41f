//! Decoding: from the bytes of a PNG or JPEG file to RGBA8 with straight alpha, in upright orientation.
//!
//! The header is read by code of our own that allocates nothing. A decoder gets the file only once its size is known
//! to be allowed. Colour profiles are neither applied nor unpacked, so a decompression bomb in one costs nothing.

mod exif;
mod file_type;
mod jpeg;
pub mod orientation;
mod png;
pub mod types;

use safelight_errors::{MAX_MEGAPIXELS, OpenError};

use types::{DecodedImage, Format, Header, RawHeader};

use crate::memory::budget::Budget;

/// Reads format and size from the header of a file. Allocates nothing.
///
/// # Errors
/// Every [`OpenError`] but [`Memory`](OpenError::Memory). Damaged pixels are found only by decoding.
pub fn read_header(file: &[u8]) -> Result<Header, OpenError> {
    let (format, raw) = read_raw_header(file)?;
    let (width, height) = raw.orientation.size(raw.width, raw.height);
    Ok(Header { format, width, height })
}

/// Decodes a file and applies its orientation.
///
/// # Errors
/// Every [`OpenError`].
pub fn decode(file: &[u8], budget: &Budget) -> Result<DecodedImage, OpenError> {
    let (format, raw) = read_raw_header(file)?;
    let image = match format {
        Format::Png => png::decode(file, raw, budget)?,
        Format::Jpeg => jpeg::decode(file, raw, budget)?,
    };
    Ok(orientation::apply_orientation(image, raw.orientation, budget)?)
}

fn read_raw_header(file: &[u8]) -> Result<(Format, RawHeader), OpenError> {
    let format = file_type::format(file)?;
    let raw = match format {
        Format::Png => png::read_header(file)?,
        Format::Jpeg => jpeg::read_header(file)?,
    };
    let (width, height) = (raw.width, raw.height);
    if width == 0 || height == 0 {
        return Err(OpenError::NoPixels);
    }
    if u64::from(width) * u64::from(height) > u64::from(MAX_MEGAPIXELS) * 1_000_000 {
        return Err(OpenError::TooLarge { width, height });
    }
    Ok((format, raw))
}
