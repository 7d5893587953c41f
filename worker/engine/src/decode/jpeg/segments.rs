//! The segments of a JPEG file, found without decoding anything.

use safelight_errors::{OpenError, UnsupportedFeature};

const START_OF_IMAGE: u8 = 0xd8;
const END_OF_IMAGE: u8 = 0xd9;
const START_OF_SCAN: u8 = 0xda;
const APP1: u8 = 0xe1;

/// Iterates over the segments from the start of the image to its end. Entropy-coded data between segments is skipped.
/// A file without an end marker gives [`OpenError::Truncated`] as its last item.
#[derive(Debug)]
pub struct Segments<'a> {
    file: &'a [u8],
    at: usize,
    in_scan: bool,
    finished: bool,
}

/// One segment.
#[derive(Debug)]
pub struct Segment<'a> {
    marker: u8,
    data: &'a [u8],
    /// Whether bytes that belong to no segment stand before it. Data of a scan does not count.
    pub has_stray_bytes_before: bool,
}

/// The frame header (SOF segment).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Frame {
    pub width: u32,
    pub height: u32,
    pub progressive: bool,
    /// Horizontal and vertical sampling factor of each of up to four components.
    pub sampling: [(u8, u8); 4],
    pub components: usize,
}

impl<'a> Segments<'a> {
    /// The segments of a file that begins with the start of an image.
    pub fn new(file: &'a [u8]) -> Self {
        Self { file, at: 2, in_scan: false, finished: false }
    }

    /// The byte offset of the iterator; at its end, just behind the end-of-image marker.
    pub fn position(&self) -> usize {
        self.at
    }

    fn read(&mut self) -> Option<Segment<'a>> {
        let mut skipped = 0;
        let marker = loop {
            let (&first, &second) = (self.file.get(self.at)?, self.file.get(self.at + 1)?);
            let fill = first == 0xff && second == 0xff;
            let stuffed_or_restart = matches!(second, 0 | 1 | 0xd0..=0xd7);
            if first == 0xff && !fill && !stuffed_or_restart && second != START_OF_IMAGE {
                break second;
            }
            self.at += if first == 0xff && !fill { 2 } else { 1 };
            skipped += usize::from(!fill);
        };
        self.at += 2;
        let has_stray_bytes_before = skipped > 0 && !self.in_scan;
        if marker == END_OF_IMAGE {
            return Some(Segment { marker, data: &[], has_stray_bytes_before });
        }
        let rest = &self.file[self.at..];
        let length = usize::from(u16::from_be_bytes(*rest.first_chunk::<2>()?)).max(2);
        let data = rest.get(2..length)?;
        self.at += length;
        self.in_scan = marker == START_OF_SCAN;
        Some(Segment { marker, data, has_stray_bytes_before })
    }
}

impl<'a> Iterator for Segments<'a> {
    type Item = Result<Segment<'a>, OpenError>;

    fn next(&mut self) -> Option<Self::Item> {
        if self.finished {
            return None;
        }
        let segment = self.read();
        self.finished = segment.as_ref().is_none_or(|segment| segment.marker == END_OF_IMAGE);
        match segment {
            Some(_) if self.finished => None,
            Some(segment) => Some(Ok(segment)),
            None => Some(Err(OpenError::Truncated)),
        }
    }
}

impl<'a> Segment<'a> {
    /// Whether a scan follows.
    pub fn is_scan(&self) -> bool {
        self.marker == START_OF_SCAN
    }

    /// How many components a scan has.
    pub fn scan_components(&self) -> usize {
        usize::from(self.data.first().copied().unwrap_or_default())
    }

    /// The TIFF structure of an Exif segment.
    pub fn exif(&self) -> Option<&'a [u8]> {
        if self.marker == APP1 { self.data.strip_prefix(b"Exif\0\0") } else { None }
    }

    /// The frame header, if this is one.
    ///
    /// # Errors
    /// [`OpenError::Unsupported`] for a kind of frame that is not decoded, [`OpenError::Damaged`] for a short header.
    pub fn frame(&self) -> Result<Option<Frame>, OpenError> {
        let progressive = match self.marker {
            0xc0 | 0xc1 => false,
            0xc2 => true,
            0xc3 | 0xc7 | 0xcb | 0xcf => {
                return Err(OpenError::Unsupported(UnsupportedFeature::LosslessJpeg));
            }
            0xc5 | 0xc6 | 0xcd | 0xce => {
                return Err(OpenError::Unsupported(UnsupportedFeature::HierarchicalJpeg));
            }
            0xc9 | 0xca => return Err(OpenError::Unsupported(UnsupportedFeature::ArithmeticJpeg)),
            // Among them Huffman tables (C4) and arithmetic conditioning (CC).
            _ => return Ok(None),
        };
        let [bits, h1, h0, w1, w0, count, components @ ..] = self.data else {
            return Err(OpenError::Damaged("the frame header is too short".into()));
        };
        if *bits != 8 {
            return Err(OpenError::Unsupported(UnsupportedFeature::JpegBits(*bits)));
        }
        let mut sampling = [(0, 0); 4];
        for (factors, component) in sampling.iter_mut().zip(components.as_chunks::<3>().0) {
            *factors = (component[1] >> 4, component[1] & 15);
        }
        Ok(Some(Frame {
            width: u32::from(u16::from_be_bytes([*w1, *w0])),
            height: u32::from(u16::from_be_bytes([*h1, *h0])),
            progressive,
            sampling,
            components: usize::from(*count),
        }))
    }
}
