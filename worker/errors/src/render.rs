//! Errors of rendering and exporting.

use std::fmt;

use safelight_recipe::RecipeError;
use serde::{Deserialize, Serialize};

use crate::megapixels::Thousands;
use crate::{MAX_MEGAPIXELS, OutOfMemory, megapixels};

/// Why an open photo could not be rendered or exported. `Display` gives whole sentences.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub enum RenderError {
    /// The recipe is not valid.
    Recipe(RecipeError),
    /// The scale is not above 0 and up to 1.
    Scale(f64),
    /// The region has no pixel in common with the result.
    EmptyRegion,
    /// A filter makes more than [`MAX_MEGAPIXELS`].
    TooLarge {
        /// Width of its output in pixels.
        width: u32,
        /// Height of its output in pixels.
        height: u32,
    },
    /// There is not enough memory.
    Memory(OutOfMemory),
    /// The encoder failed. Holds its message, for the log.
    Encode(String),
}

impl std::error::Error for RenderError {}

impl fmt::Display for RenderError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Recipe(error) => error.fmt(f),
            Self::Scale(scale) => write!(f, "The scale is {scale}; it can be above 0 and up to 1."),
            Self::EmptyRegion => write!(f, "The region lies outside the picture."),
            Self::TooLarge { width, height } => {
                let megapixels = Thousands(megapixels(*width, *height));
                write!(f, "It would be {width} × {height} pixels ({megapixels} megapixels); ")?;
                write!(f, "Safelight makes up to {MAX_MEGAPIXELS} megapixels. Choose a smaller size.")
            }
            Self::Memory(error) => error.fmt(f),
            Self::Encode(_) => write!(f, "The PNG could not be written."),
        }
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_broken_colour_table_keeps_its_line_as_data() {
        let text = "LUT_1D_SIZE 2\n0 0 0\n1 1 one\n";
        let step = safelight_recipe::FilterStep {
            cube: Some(text.into()),
            ..safelight_recipe::FilterStep::new("colour-table")
        };
        let error = safelight_recipe::Recipe::new(vec![step]).normalise().unwrap_err();
        let sent = RenderError::from(error);
        let json = serde_json::to_string(&sent).unwrap();
        assert_eq!(
            json,
            r#"{"Recipe":{"Cube":{"step":0,"error":{"Line":{"line":3,"kind":{"Numbers":[3,"1 1 one"]}}}}}}"#
        );
        assert_eq!(serde_json::from_str::<RenderError>(&json).unwrap(), sent);
    }
}
