//! Recipes: a stack of filters as data, the same in the page, on the command line and in files.
//!
//! Recipes from outside are validated by [`Recipe::normalise`] before anything uses them.

mod cube_error;
mod error;
mod lut_cache;
mod normalise;
mod presets;
#[cfg(test)]
mod tests;

use std::{collections::BTreeMap, sync::Arc};

use safelight_kernels::Spec;
use serde::{Deserialize, Serialize};

pub use error::RecipeError;
pub use lut_cache::LutCache;
pub use normalise::{Clamped, Normalised};
pub use presets::{PRESETS, Preset};

/// The version of recipes that this code reads and writes, the only one so far.
pub const VERSION: u32 = 1;

/// The strength in percent of a filter whose result is not mixed with its input.
pub const FULL_STRENGTH: f64 = 100.0;

/// The most steps that a recipe may have.
pub const MAX_STEPS: usize = 64;

/// The most bytes of `.cube` files that a recipe may have, all together.
pub const MAX_CUBE_BYTES: usize = safelight_kernels::Cube::MAX_BYTES;

/// The stack, first filter first.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Recipe {
    /// Always [`VERSION`].
    pub version: u32,
    /// What is done, in order.
    pub steps: Vec<FilterStep>,
}

/// One filter and its settings.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct FilterStep {
    /// A [`safelight_kernels::Spec::id`].
    pub filter: String,
    /// Settings by [`safelight_kernels::Param::id`]; what is left out has its default.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub values: BTreeMap<String, f64>,
    /// How much of the result is mixed with what the filter was given, in per cent: 0 is as if it were not there.
    #[serde(default = "full", skip_serializing_if = "is_full")]
    pub strength: f64,
    /// The text of a `.cube` file, for filters of [`safelight_kernels::Kind::Lut`]. Without one they do nothing.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub cube: Option<Arc<str>>,
}

impl Recipe {
    /// The names of its fields in JSON.
    pub const FIELDS: &[&str] = &["version", "steps"];

    /// A recipe of these steps.
    pub fn new(steps: Vec<FilterStep>) -> Self {
        Self { version: VERSION, steps }
    }
}

impl FilterStep {
    /// The names of its fields in JSON.
    pub const FIELDS: &[&str] = &["filter", "values", "strength", "cube"];

    /// A step of this filter, with every setting at its default.
    pub fn new(filter: &str) -> Self {
        Self { filter: filter.to_owned(), values: BTreeMap::new(), strength: FULL_STRENGTH, cube: None }
    }

    /// A step with the filter's example settings, which show on a small picture what it does.
    pub fn example(filter: &Spec) -> Self {
        let moved = filter.params.iter().filter(|param| param.example != param.default);
        let values = moved.map(|param| (param.id.to_owned(), param.example)).collect();
        Self { values, ..Self::new(filter.id) }
    }
}

fn full() -> f64 {
    FULL_STRENGTH
}

/// Serde asks with a reference.
fn is_full(strength: &impl PartialEq<f64>) -> bool {
    *strength == FULL_STRENGTH
}
