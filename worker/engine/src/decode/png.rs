//! PNG, decoded row by row into RGBA8.

use std::io::Cursor;

use png::{BitDepth, ColorType, Decoder, DecodingError, Limits, Reader, Transformations};
use safelight_errors::{MAX_MEGAPIXELS, OpenError, UnsupportedFeature};

use super::exif;
use super::orientation::Orientation;
use super::types::{DecodedImage, RawHeader};
use crate::memory::budget::Budget;

const SIGNATURE_BYTES: usize = 8;
/// The memory that the decoder may allocate besides rows, for the chunks that it keeps: 16 MiB.
const CHUNK_LIMIT_BYTES: usize = 16 << 20;
/// Adam7 interlacing: first column, first row, column step and row step of each pass.
const PASSES: [(usize, usize, usize, usize); 7] =
    [(0, 0, 8, 8), (4, 0, 8, 8), (0, 4, 4, 8), (2, 0, 4, 4), (0, 2, 2, 4), (1, 0, 2, 2), (0, 1, 1, 2)];

/// Reads size and orientation. Walks all chunks without unpacking any, so that a truncated file is found before its
/// pixels are decoded.
pub fn read_header(file: &[u8]) -> Result<RawHeader, OpenError> {
    let mut rest = &file[SIGNATURE_BYTES..];
    let mut size = None;
    let mut orientation = Orientation::Upright;
    loop {
        let (length, after) = rest.split_first_chunk::<4>().ok_or(OpenError::Truncated)?;
        let (kind, after) = after.split_first_chunk::<4>().ok_or(OpenError::Truncated)?;
        let length = u32::from_be_bytes(*length) as usize;
        let data = after.get(..length);
        match (kind, size) {
            (b"IHDR", None) => {
                let [w0, w1, w2, w3, h0, h1, h2, h3, ..] = *data.ok_or(OpenError::Truncated)? else {
                    return Err(OpenError::Damaged("the PNG header is too short".into()));
                };
                let (width, height) =
                    (u32::from_be_bytes([w0, w1, w2, w3]), u32::from_be_bytes([h0, h1, h2, h3]));
                size = Some((width, height));
                // More pixels than any limit: the rest of the file does not matter.
                if u64::from(width) * u64::from(height) > u64::from(MAX_MEGAPIXELS) * 1_000_000 {
                    break;
                }
            }
            (_, None) => return Err(OpenError::Damaged("the PNG does not begin with a header".into())),
            (b"eXIf", _) => orientation = exif::orientation(data.ok_or(OpenError::Truncated)?),
            (b"IEND", _) => break,
            _ => {}
        }
        let end = length.checked_add(4).ok_or(OpenError::Truncated)?;
        rest = after.get(end..).ok_or(OpenError::Truncated)?;
    }
    let (width, height) = size.unwrap_or_default();
    Ok(RawHeader { width, height, orientation })
}

/// Decodes the pixels as header. Of an animation, the default image.
pub fn decode(file: &[u8], header: RawHeader, budget: &Budget) -> Result<DecodedImage, OpenError> {
    let row_bytes = header.width as usize * 8;
    let mut decoder =
        Decoder::new_with_limits(Cursor::new(file), Limits { bytes: CHUNK_LIMIT_BYTES + 4 * row_bytes });
    decoder.set_ignore_text_chunk(true);
    decoder.set_ignore_iccp_chunk(true);
    // The crate expands palettes, greys of 1 to 4 bits and transparent colours. Samples of 16 bits are rounded
    // below, because the crate would truncate them.
    decoder.set_transformations(Transformations::EXPAND);
    let mut reader = decoder.read_info().map_err(decode_error)?;
    let palette = reader.info().palette.as_ref().filter(|_| reader.info().color_type == ColorType::Indexed);
    // The crate panics at such palettes.
    if palette.is_some_and(|palette| palette.len() % 3 != 0 || palette.len() > 256 * 3) {
        return Err(OpenError::Damaged("its palette does not hold whole colours".into()));
    }
    let mut pixels = budget.pixels(header.width, header.height)?;
    let expand_row = row_expander(&reader);
    let (width, height) = (header.width as usize, header.height as usize);
    let passes: &[_] = if reader.info().interlaced { &PASSES } else { &[(0, 0, 1, 1)] };
    for &(first_x, first_y, step_x, step_y) in passes {
        if first_x >= width {
            continue;
        }
        for y in (first_y..height).step_by(step_y) {
            let row = reader.next_row().map_err(decode_error)?.ok_or(OpenError::Truncated)?;
            let line = &mut pixels[y * width * 4..][..width * 4];
            expand_row(row.data(), &mut line[first_x * 4..], step_x);
        }
    }
    let has_alpha = pixels.as_chunks::<4>().0.iter().any(|pixel| pixel[3] != 255);
    Ok(DecodedImage { width: header.width, height: header.height, has_alpha, pixels })
}

/// Writes the samples of one row as RGBA8 to every n-th pixel of a line.
type ExpandRow = fn(&[u8], &mut [u8], usize);

fn row_expander(reader: &Reader<Cursor<&[u8]>>) -> ExpandRow {
    match reader.output_color_type() {
        (ColorType::Grayscale, BitDepth::Sixteen) => {
            |row, line, step| expand::<2>(row, line, step, |[a, b]| grey(to_8_bits(a, b)))
        }
        (ColorType::GrayscaleAlpha, BitDepth::Sixteen) => |row, line, step| {
            expand::<4>(row, line, step, |[a, b, c, d]| with_alpha(grey(to_8_bits(a, b)), to_8_bits(c, d)));
        },
        (ColorType::Rgb, BitDepth::Sixteen) => |row, line, step| {
            expand::<6>(row, line, step, |[a, b, c, d, e, f]| {
                [to_8_bits(a, b), to_8_bits(c, d), to_8_bits(e, f), 255]
            });
        },
        (ColorType::Rgba, BitDepth::Sixteen) => |row, line, step| {
            expand::<8>(row, line, step, |[a, b, c, d, e, f, g, h]| {
                [to_8_bits(a, b), to_8_bits(c, d), to_8_bits(e, f), to_8_bits(g, h)]
            });
        },
        (ColorType::GrayscaleAlpha, _) => {
            |row, line, step| expand::<2>(row, line, step, |[v, a]| with_alpha(grey(v), a))
        }
        (ColorType::Rgb, _) => |row, line, step| expand::<3>(row, line, step, |[r, g, b]| [r, g, b, 255]),
        (ColorType::Rgba, _) => |row, line, step| expand::<4>(row, line, step, |pixel| pixel),
        // The crate has expanded palettes, so only grey is left.
        (ColorType::Grayscale | ColorType::Indexed, _) => {
            |row, line, step| expand::<1>(row, line, step, |[v]| grey(v))
        }
    }
}

#[inline]
fn expand<const N: usize>(row: &[u8], line: &mut [u8], step: usize, convert: impl Fn([u8; N]) -> [u8; 4]) {
    let targets = line.as_chunks_mut::<4>().0.iter_mut().step_by(step);
    for (target, samples) in targets.zip(row.as_chunks::<N>().0) {
        *target = convert(*samples);
    }
}

fn grey(value: u8) -> [u8; 4] {
    [value, value, value, 255]
}

fn with_alpha([r, g, b, _]: [u8; 4], alpha: u8) -> [u8; 4] {
    [r, g, b, alpha]
}

/// 16 bits to the nearest 8: 65535 is 255 × 257.
fn to_8_bits(high: u8, low: u8) -> u8 {
    ((u32::from(u16::from_be_bytes([high, low])) + 128) / 257) as u8
}

fn decode_error(error: DecodingError) -> OpenError {
    match error {
        DecodingError::IoError(error) if error.kind() == std::io::ErrorKind::UnexpectedEof => {
            OpenError::Truncated
        }
        DecodingError::LimitsExceeded => OpenError::Unsupported(UnsupportedFeature::ExcessData),
        other => OpenError::Damaged(other.to_string()),
    }
}
