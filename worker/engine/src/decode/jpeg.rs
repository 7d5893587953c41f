//! JPEG, decoded into RGBA8.

mod colour;
mod padded_reader;
mod segments;

use safelight_errors::{OpenError, UnsupportedFeature};
use zune_core::bytestream::{ZByteReaderTrait, ZCursor};
use zune_core::colorspace::ColorSpace;
use zune_core::options::DecoderOptions;
use zune_jpeg::JpegDecoder;
use zune_jpeg::errors::DecodeErrors;

use super::exif;
use super::orientation::Orientation;
use super::types::{DecodedImage, RawHeader};
use crate::memory::budget::Budget;
use padded_reader::PaddedReader;
use segments::{Frame, Segments};

/// The most scans of a file that is decoded. Encoders write about ten. Each costs a pass over the whole image, so more
/// are taken for an attack.
const MAX_SCANS: usize = 64;

/// Reads size and orientation from the segments before the first scan.
pub fn read_header(file: &[u8]) -> Result<RawHeader, OpenError> {
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
    Ok(RawHeader { width: frame.width, height: frame.height, orientation })
}

/// Decodes the pixels as header.
pub fn decode(file: &[u8], header: RawHeader, budget: &Budget) -> Result<DecodedImage, OpenError> {
    let layout = ScanLayout::read(file)?;
    let pixels = budget.pixels(header.width, header.height)?;
    if layout.needs_all_coefficients() {
        budget.ensure_available(layout.coefficient_bytes())?;
    }
    let (width, height) = (header.width, header.height);
    let mut photo = DecodedImage { width, height, has_alpha: false, pixels };
    // Strict mode refuses broken scans, which the decoder otherwise fills with grey. It also refuses stray bytes
    // between segments, which some cameras write: such files are decoded without it.
    let options = DecoderOptions::new_safe()
        .set_strict_mode(!layout.has_stray_bytes)
        .set_max_width(usize::from(u16::MAX))
        .set_max_height(usize::from(u16::MAX))
        .jpeg_set_max_scans(MAX_SCANS);
    // The decoder chooses its colour conversion when it is created.
    let options = options.jpeg_set_out_colorspace(ColorSpace::RGBA);
    if layout.needs_all_coefficients() {
        // The decoder needs the end marker to find the scans.
        decode_scans(ZCursor::new(file), options, &layout, &mut photo.pixels)?;
    } else {
        decode_scans(PaddedReader::new(&file[..layout.end]), options, &layout, &mut photo.pixels)?;
    }
    Ok(photo)
}

fn decode_scans<R: ZByteReaderTrait>(
    file: R,
    options: DecoderOptions,
    layout: &ScanLayout,
    pixels: &mut [u8],
) -> Result<(), OpenError> {
    let mut decoder = JpegDecoder::new_with_options(file, options);
    decoder.decode_headers().map_err(|error| decode_error(&error))?;
    let colour_space = colour::output_colour_space(decoder.input_colorspace(), layout.frame.components);
    decoder.set_options(options.jpeg_set_out_colorspace(colour_space));
    decoder.decode_into(pixels).map_err(|error| decode_error(&error))?;
    // Outside strict mode the decoder leaves the rest of a broken scan untouched, so its alpha is not 255.
    if colour_space == ColorSpace::RGBA && pixels.last().is_some_and(|alpha| *alpha != 255) {
        return Err(OpenError::Damaged("the scan breaks off".into()));
    }
    colour::convert_to_rgba(colour_space, pixels);
    Ok(())
}

/// The structure of the file, from a walk over all its segments.
#[derive(Debug)]
struct ScanLayout {
    frame: Frame,
    has_stray_bytes: bool,
    /// The number of components in the first scan.
    first_scan_components: usize,
    /// The byte offset of the end-of-image marker.
    end: usize,
}

impl ScanLayout {
    fn read(file: &[u8]) -> Result<Self, OpenError> {
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
            return Err(OpenError::Unsupported(UnsupportedFeature::JpegScans(scans)));
        }
        Ok(Self { frame, has_stray_bytes, first_scan_components, end: segments.position() - 2 })
    }

    /// Whether the decoder holds the coefficients of the whole image before it makes the first pixel.
    fn needs_all_coefficients(&self) -> bool {
        self.frame.progressive || self.first_scan_components < self.frame.components
    }

    /// The memory of those coefficients: two bytes for each sample of each component, rounded up to whole blocks.
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

fn decode_error(error: &DecodeErrors) -> OpenError {
    match error {
        DecodeErrors::ExhaustedData
        | DecodeErrors::IoErrors(_)
        | DecodeErrors::FormatStatic(PREMATURE_END) => OpenError::Truncated,
        DecodeErrors::Unsupported(scheme) => {
            OpenError::Unsupported(UnsupportedFeature::JpegScheme(format!("{scheme:?}")))
        }
        other => OpenError::Damaged(other.to_string()),
    }
}

/// The decoder's message for a scan that ends too early.
const PREMATURE_END: &str = "Premature end of buffer";
