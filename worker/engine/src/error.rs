//! What can go wrong, as values. Display gives whole sentences, ready to be shown below
//! “NAME could not be opened.” or “The picture could not be made.”

use std::fmt;

use safelight_recipe::RecipeError;

use crate::memory::budget::{MAX_MEGAPIXELS, OutOfMemory};

/// Why a file could not be opened.
#[derive(Debug, Clone, PartialEq)]
pub enum OpenError {
    /// Zero bytes.
    Empty,
    /// Neither PNG nor JPEG; holds what it looks like, with its article (“a PDF”), where that is known.
    NotAPhoto(Option<&'static str>),
    /// A header without width or height.
    NoPixels,
    /// More pixels than [`MAX_MEGAPIXELS`], told from the header alone.
    TooLarge {
        /// As the header says.
        width: u32,
        /// As the header says.
        height: u32,
    },
    /// The file ends before its picture does.
    Truncated,
    /// The file contradicts itself; holds what the decoder said, for the log.
    Damaged(String),
    /// A kind of PNG or JPEG that is not read; holds which, as a clause (“it is a lossless JPEG”).
    Unsupported(String),
    /// The memory for it could not be had.
    Memory(OutOfMemory),
}

/// Why pixels could not be made from an open photo.
#[derive(Debug, Clone, PartialEq)]
pub enum RenderError {
    /// The recipe cannot be followed.
    Recipe(RecipeError),
    /// The scale is not above 0 and at most 1.
    Scale(f64),
    /// The region has no pixel in common with the picture.
    EmptyRegion,
    /// A filter makes more pixels than [`MAX_MEGAPIXELS`].
    TooLarge {
        /// What it makes.
        width: u32,
        /// What it makes.
        height: u32,
    },
    /// The memory for it could not be had.
    Memory(OutOfMemory),
    /// The encoder refused; holds what it said, for the log.
    Encode(String),
}

impl std::error::Error for OpenError {}
impl std::error::Error for RenderError {}

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
                let megapixels = (u64::from(*width) * u64::from(*height)).div_ceil(1_000_000);
                write!(f, "It is {width} × {height} pixels ({} megapixels); ", Thousands(megapixels))?;
                write!(f, "Safelight opens up to {MAX_MEGAPIXELS} megapixels.")
            }
            Self::Truncated => {
                write!(
                    f,
                    "The file ends in the middle of the picture; it may not have been copied completely."
                )
            }
            Self::Damaged(_) => write!(f, "The file is damaged, and its picture cannot be read."),
            Self::Unsupported(clause) => write!(f, "Safelight cannot read this kind of file: {clause}."),
            Self::Memory(error) => error.fmt(f),
        }
    }
}

impl fmt::Display for RenderError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Recipe(error) => error.fmt(f),
            Self::Scale(scale) => write!(f, "The scale is {scale}; it can be above 0 and up to 1."),
            Self::EmptyRegion => write!(f, "The region lies outside the picture."),
            Self::TooLarge { width, height } => {
                let megapixels = (u64::from(*width) * u64::from(*height)).div_ceil(1_000_000);
                write!(f, "It would be {width} × {height} pixels ({} megapixels); ", Thousands(megapixels))?;
                write!(f, "Safelight makes up to {MAX_MEGAPIXELS} megapixels. Choose a smaller size.")
            }
            Self::Memory(error) => error.fmt(f),
            Self::Encode(_) => write!(f, "The PNG could not be written."),
        }
    }
}

impl From<OutOfMemory> for OpenError {
    fn from(error: OutOfMemory) -> Self {
        Self::Memory(error)
    }
}

impl From<OutOfMemory> for RenderError {
    fn from(error: OutOfMemory) -> Self {
        Self::Memory(error)
    }
}

impl From<RecipeError> for RenderError {
    fn from(error: RecipeError) -> Self {
        Self::Recipe(error)
    }
}

/// A number with commas, as people write it.
struct Thousands(u64);

impl fmt::Display for Thousands {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let digits = self.0.to_string();
        for (index, digit) in digits.chars().enumerate() {
            if index > 0 && (digits.len() - index).is_multiple_of(3) {
                write!(f, ",")?;
            }
            write!(f, "{digit}")?;
        }
        Ok(())
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

    #[test]
    fn thousands_are_set_apart() {
        let written: Vec<_> = [0, 128, 3600, 1_234_567].map(|number| Thousands(number).to_string()).into();
        assert_eq!(written, ["0", "128", "3,600", "1,234,567"]);
    }
}
