//! JPEG, straight into RGBA8.

mod colour;
mod padded_reader;
mod segments;

use zune_core::bytestream::{ZByteReaderTrait, ZCursor};
use zune_core::colorspace::ColorSpace;
use zune_core::options::DecoderOptions;
use zune_jpeg::JpegDecoder;
use zune_jpeg::errors::DecodeErrors;

use super::orientation::Orientation;
use super::{Photo, Stored, exif};
use crate::OpenError;
use crate::memory::budget::Budget;
use padded_reader::Padded;
use segments::{Frame, Segments};

/// Scans beyond which a file is a trap and no photo: encoders write about ten, and each costs a pass
/// over the whole picture.
const MAX_SCANS: usize = 64;

/// Reads the segments in front of the first scan.
pub fn header(file: &[u8]) -> Result<Stored, OpenError> {
    let mut orientation = None;
    let mut frame = None;
    for segment in Segments::new(file) {
        let segment = segment?;
        if segment.is_scan() {
            break;
        }
        orientation = orientation.or_else(|| segment.exif().map(exif::orientation));
        frame = frame.or(segment.frame()?);
    }
    let frame = frame.ok_or_else(|| OpenError::Damaged("no frame before the first scan".into()))?;
    let orientation = orientation.unwrap_or(Orientation::Upright);
    Ok(Stored { width: frame.width, height: frame.height, orientation })
}

/// Decodes the pixels as stored.
pub fn decode(file: &[u8], stored: Stored, budget: &Budget) -> Result<Photo, OpenError> {
    let layout = Layout::of(file)?;
    let pixels = budget.pixels(stored.width, stored.height)?;
    if layout.is_kept_whole() {
        budget.foresee(layout.coefficient_bytes())?;
    }
    let (width, height) = (stored.width, stored.height);
    let mut photo = Photo { width, height, has_alpha: false, pixels };
    // Strict, because the decoder otherwise fills what is missing with grey. Bytes between segments are
    // the one untidiness of real cameras that it would then refuse.
    let options = DecoderOptions::new_safe()
        .set_strict_mode(!layout.has_stray_bytes)
        .set_max_width(usize::from(u16::MAX))
        .set_max_height(usize::from(u16::MAX))
        .jpeg_set_max_scans(MAX_SCANS);
    // The decoder picks its conversion when it is made, and keeps it.
    let options = options.jpeg_set_out_colorspace(ColorSpace::RGBA);
    if layout.is_kept_whole() {
        // Between scans the end marker is needed.
        draw(ZCursor::new(file), options, &layout, &mut photo.pixels)?;
    } else {
        draw(Padded::new(&file[..layout.end]), options, &layout, &mut photo.pixels)?;
    }
    Ok(photo)
}

fn draw<R: ZByteReaderTrait>(
    file: R,
    options: DecoderOptions,
    layout: &Layout,
    pixels: &mut [u8],
) -> Result<(), OpenError> {
    let mut decoder = JpegDecoder::new_with_options(file, options);
    decoder.decode_headers().map_err(|error| refusal(&error))?;
    let colours = colour::asked_for(decoder.input_colorspace(), layout.frame.components);
    decoder.set_options(options.jpeg_set_out_colorspace(colours));
    decoder.decode_into(pixels).map_err(|error| refusal(&error))?;
    // Where it may not be strict, the decoder fills what a broken scan lacks with grey, down to the last alpha.
    if colours == ColorSpace::RGBA && pixels.last().is_some_and(|alpha| *alpha != 255) {
        return Err(OpenError::Damaged("the scan breaks off".into()));
    }
    colour::finish(colours, pixels);
    Ok(())
}

/// What the decoder will meet, by a walk over all segments: every one of them has to be there.
#[derive(Debug)]
struct Layout {
    frame: Frame,
    has_stray_bytes: bool,
    /// Components of the first scan.
    first_scan_components: usize,
    /// Where the end-of-image marker stands.
    end: usize,
}

impl Layout {
    fn of(file: &[u8]) -> Result<Self, OpenError> {
        let mut layout = None;
        let (mut frame, mut has_stray_bytes, mut scans) = (None, false, 0);
        let mut segments = Segments::new(file);
        for segment in &mut segments {
            let segment = segment?;
            has_stray_bytes |= scans == 0 && segment.has_stray_bytes_before;
            frame = frame.or(segment.frame()?);
            if segment.is_scan() {
                scans += 1;
                let first_scan_components = segment.scan_components();
                layout = layout.or(frame.map(|frame| (frame, first_scan_components)));
            }
        }
        let (frame, first_scan_components) =
            layout.ok_or_else(|| OpenError::Damaged("no frame before the first scan".into()))?;
        if scans > MAX_SCANS {
            return Err(OpenError::Unsupported(format!("it draws its picture {scans} times over")));
        }
        Ok(Self { frame, has_stray_bytes, first_scan_components, end: segments.position() - 2 })
    }

    /// Whether the decoder has to hold all coefficients before it can make the first pixel.
    fn is_kept_whole(&self) -> bool {
        self.frame.progressive || self.first_scan_components < self.frame.components
    }

    /// The memory that the coefficients take: two bytes for each sample of each component, rounded up
    /// to whole blocks.
    fn coefficient_bytes(&self) -> usize {
        let sampling = &self.frame.sampling[..self.frame.components.min(4)];
        let widest = sampling.iter().map(|factors| factors.0).max().unwrap_or(1).max(1);
        let highest = sampling.iter().map(|factors| factors.1).max().unwrap_or(1).max(1);
        let across = self.frame.width.div_ceil(8 * u32::from(widest)) as usize;
        let down = self.frame.height.div_ceil(8 * u32::from(highest)) as usize;
        let blocks: usize = sampling.iter().map(|(h, v)| usize::from(*h) * usize::from(*v)).sum();
        across * down * blocks * 64 * 2
    }
}

fn refusal(error: &DecodeErrors) -> OpenError {
    match error {
        DecodeErrors::ExhaustedData
        | DecodeErrors::IoErrors(_)
        | DecodeErrors::FormatStatic(PREMATURE_END) => OpenError::Truncated,
        DecodeErrors::Unsupported(scheme) => OpenError::Unsupported(format!("it is a JPEG with {scheme:?}")),
        other => OpenError::Damaged(other.to_string()),
    }
}

/// The decoder's own words for a scan that ends too early.
const PREMATURE_END: &str = "Premature end of buffer";
