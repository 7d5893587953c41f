//! Reasons why a recipe is refused, in sentences for its author.

use std::fmt;

use safelight_kernels::{CubeError, SPECS, Spec, spec};
use serde::{Deserialize, Serialize};

use crate::cube_error::CubeErrorSerde;
use crate::{MAX_CUBE_BYTES, MAX_STEPS, VERSION};

/// A reason to refuse a recipe. Steps are counted from 0 in the fields and from 1 in the sentences.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub enum RecipeError {
    /// Its version is unknown.
    Version(u32),
    /// More than [`MAX_STEPS`] steps.
    TooManySteps(usize),
    /// No filter has this id.
    UnknownFilter {
        /// The step's index.
        step: usize,
        /// The id that it names.
        filter: String,
    },
    /// The filter has no such setting.
    UnknownValue {
        /// The step's index.
        step: usize,
        /// The filter's id.
        filter: String,
        /// The setting that it names.
        value: String,
    },
    /// A number is NaN or infinite, which can't be clamped.
    NotFinite {
        /// The step's index.
        step: usize,
        /// The filter's id.
        filter: String,
        /// The setting's id.
        value: String,
    },
    /// The step has a `.cube` file, and its filter uses none.
    CubeNotUsed {
        /// The step's index.
        step: usize,
        /// The filter's id.
        filter: String,
    },
    /// The `.cube` file is invalid.
    Cube {
        /// The step's index.
        step: usize,
        /// The reason.
        #[serde(with = "CubeErrorSerde")]
        error: CubeError,
    },
    /// The `.cube` files have more than [`MAX_CUBE_BYTES`] bytes together.
    CubesTooLong(usize),
}

impl std::error::Error for RecipeError {}

impl fmt::Display for RecipeError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Version(found) => {
                write!(f, "The recipe is of version {found}; Safelight knows version {VERSION}.")
            }
            Self::TooManySteps(found) => {
                write!(f, "The recipe has {found} steps; Safelight takes up to {MAX_STEPS}.")
            }
            Self::UnknownFilter { step, filter } => {
                let known = SPECS.iter().map(|spec| spec.id).collect::<Vec<_>>().join(", ");
                write!(f, "Step {} names a filter “{filter}”; known filters are {known}.", step + 1)
            }
            Self::UnknownValue { step, filter, value } => {
                let known = spec(filter).map(Spec::known_settings).unwrap_or_default();
                write!(f, "Step {} sets “{value}”; {filter} ", step + 1)?;
                if known.is_empty() { write!(f, "has no settings.") } else { write!(f, "has {known}.") }
            }
            Self::NotFinite { step, filter, value } => {
                write!(f, "Step {} sets {value} of {filter} to something that is no number.", step + 1)
            }
            Self::CubeNotUsed { step, filter } => {
                write!(f, "Step {} has a colour table, and {filter} uses none; leave it out.", step + 1)
            }
            Self::Cube { step, error } => write!(f, "Step {} needs another .cube file: {error}.", step + 1),
            Self::CubesTooLong(found) => write!(
                f,
                "The recipe has {found} bytes of colour tables; Safelight takes up to {MAX_CUBE_BYTES}."
            ),
        }
    }
}
