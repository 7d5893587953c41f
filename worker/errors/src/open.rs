//! Errors of opening a file.

use std::fmt;

use serde::{Deserialize, Serialize};

use crate::megapixels::Thousands;
use crate::{MAX_MEGAPIXELS, OutOfMemory, megapixels};

/// Why a file could not be opened. `Display` gives whole sentences.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub enum OpenError {
    /// The file has no bytes.
    Empty,
    /// The file is neither PNG nor JPEG.
    NotAPhoto(Option<FileKind>),
    /// The header says that the width or height is 0.
    NoPixels,
    /// The header says that there are more than [`MAX_MEGAPIXELS`].
    TooLarge {
        /// Width in pixels, as stored.
        width: u32,
        /// Height in pixels, as stored.
        height: u32,
    },
    /// The file ends before its image does.
    Truncated,
    /// The file contradicts itself. Holds the decoder's message, for the log.
    Damaged(String),
    /// The file is a kind of PNG or JPEG that is not decoded.
    Unsupported(UnsupportedFeature),
    /// There is not enough memory.
    Memory(OutOfMemory),
}

/// What a file is, if it is no photo. `Display` gives it with its article: “a PDF”.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[expect(missing_docs, reason = "formats by their names")]
pub enum FileKind {
    Avif,
    Bmp,
    CameraRaw,
    Gif,
    Gzip,
    Heic,
    Icon,
    Jpeg2000,
    JpegXl,
    Pdf,
    Photoshop,
    Sound,
    Svg,
    Text,
    /// A TIFF image, or a camera's raw file in TIFF.
    Tiff,
    Video,
    WebAssembly,
    WebP,
    WebPage,
    /// A ZIP archive, or an office document in one.
    Zip,
}

/// What keeps a PNG or JPEG from being decoded. `Display` gives a clause: “it is a lossless JPEG”.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub enum UnsupportedFeature {
    /// A JPEG without loss.
    LosslessJpeg,
    /// A JPEG in several resolutions.
    HierarchicalJpeg,
    /// A JPEG with arithmetic coding.
    ArithmeticJpeg,
    /// A JPEG with this many bits per sample, where 8 are usual.
    JpegBits(u8),
    /// A progressive JPEG with this many scans. About ten are usual, and each costs a pass over the image.
    JpegScans(usize),
    /// Another kind of JPEG, by the decoder's name for it.
    JpegScheme(String),
    /// More data besides the pixels than a photo has use for.
    ExcessData,
}

impl std::error::Error for OpenError {}

impl fmt::Display for OpenError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Empty => write!(f, "The file is empty."),
            Self::NotAPhoto(Some(kind)) => write!(f, "It is {kind}; Safelight opens PNG and JPEG."),
            Self::NotAPhoto(None) => {
                write!(f, "It is no picture that Safelight knows; it opens PNG and JPEG.")
            }
            Self::NoPixels => write!(f, "The file says that its picture has no pixels."),
            Self::TooLarge { width, height } => {
                let megapixels = Thousands(megapixels(*width, *height));
                write!(f, "It is {width} × {height} pixels ({megapixels} megapixels); ")?;
                write!(f, "Safelight opens up to {MAX_MEGAPIXELS} megapixels.")
            }
            Self::Truncated => {
                write!(
                    f,
                    "The file ends in the middle of the picture; it may not have been copied completely."
                )
            }
            Self::Damaged(_) => write!(f, "The file is damaged, and its picture cannot be read."),
            Self::Unsupported(feature) => write!(f, "Safelight cannot read this kind of file: {feature}."),
            Self::Memory(error) => error.fmt(f),
        }
    }
}

impl fmt::Display for FileKind {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Avif => "an AVIF picture",
            Self::Bmp => "a BMP picture",
            Self::CameraRaw => "a camera's raw file",
            Self::Gif => "a GIF",
            Self::Gzip => "a gzip archive",
            Self::Heic => "a HEIC picture",
            Self::Icon => "an icon file",
            Self::Jpeg2000 => "a JPEG 2000 picture",
            Self::JpegXl => "a JPEG XL picture",
            Self::Pdf => "a PDF",
            Self::Photoshop => "a Photoshop document",
            Self::Sound => "a sound file",
            Self::Svg => "an SVG drawing",
            Self::Text => "a text file",
            Self::Tiff => "a TIFF picture or a camera's raw file",
            Self::Video => "a video",
            Self::WebAssembly => "a WebAssembly module",
            Self::WebP => "a WebP picture",
            Self::WebPage => "a web page",
            Self::Zip => "a ZIP archive or an office document",
        })
    }
}

impl fmt::Display for UnsupportedFeature {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::LosslessJpeg => write!(f, "it is a lossless JPEG"),
            Self::HierarchicalJpeg => write!(f, "it is a hierarchical JPEG"),
            Self::ArithmeticJpeg => write!(f, "it is a JPEG with arithmetic coding"),
            Self::JpegBits(bits) => write!(f, "it is a JPEG of {bits} bits"),
            Self::JpegScans(scans) => write!(f, "it draws its picture {scans} times over"),
            Self::JpegScheme(scheme) => write!(f, "it is a JPEG with {scheme}"),
            Self::ExcessData => write!(f, "it holds more data beside its picture than a photo has use for"),
        }
    }
}

impl From<OutOfMemory> for OpenError {
    fn from(error: OutOfMemory) -> Self {
        Self::Memory(error)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_absurd_size_is_told_in_numbers() {
        assert_eq!(
            OpenError::TooLarge { width: 60_000, height: 60_000 }.to_string(),
            "It is 60000 × 60000 pixels (3,600 megapixels); Safelight opens up to 128 megapixels."
        );
    }
}
