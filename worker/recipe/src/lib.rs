//! A recipe: the stack of filters as data, the same in the page, on the command line and in a file.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

/// The version that this code writes.
pub const VERSION: u32 = 1;

/// The stack, first filter first.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Recipe {
    /// Always [`VERSION`].
    pub version: u32,
    /// What is done, in order.
    pub steps: Vec<Step>,
}

/// One filter and its settings.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Step {
    /// A [`safelight_kernels::Spec::id`].
    pub filter: String,
    /// Settings by [`safelight_kernels::Param::id`]; what is left out has its default.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub values: BTreeMap<String, f64>,
}

impl Recipe {
    /// A recipe of these steps.
    pub fn new(steps: Vec<Step>) -> Self {
        Self { version: VERSION, steps }
    }
}
