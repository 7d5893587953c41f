//! Validation of recipes from outside, so that the engine can trust them.

use std::{fmt, sync::Arc};

use safelight_kernels::{Cube, Kind, Spec, spec};

use crate::{FULL_STRENGTH, FilterStep, LutCache, MAX_CUBE_BYTES, MAX_STEPS, Recipe, RecipeError, VERSION};

/// A valid recipe: filters and settings are known and numbers are in range. With it the list of numbers that were
/// clamped.
#[derive(Debug, Clone, PartialEq)]
pub struct Normalised {
    /// The recipe to use.
    pub recipe: Recipe,
    /// The numbers that were out of range, in the order of the steps.
    pub clamped: Vec<Clamped>,
    /// The parsed `.cube` file of each step, if it has one.
    pub cubes: Vec<Option<Arc<Cube>>>,
}

/// A number that was out of its range and was clamped. `Display` is a sentence about it.
#[derive(Debug, Clone, PartialEq)]
pub struct Clamped {
    /// The step's index, from 0.
    pub step: usize,
    /// The filter's id.
    pub filter: String,
    /// The setting's id.
    pub value: String,
    /// The number in the recipe.
    pub found: f64,
    /// The number that is used.
    pub used: f64,
}

impl fmt::Display for Clamped {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { step, filter, value, found, used } = self;
        write!(
            f,
            "Step {}: {value} of {filter} was {found}; the nearest that it can be, {used}, is used.",
            step + 1
        )
    }
}

impl Recipe {
    /// Validates the recipe, and clamps numbers that are out of range.
    ///
    /// # Errors
    /// An unknown version, too many steps, an unknown filter or setting, a number that is not finite, a `.cube` file that
    /// is invalid or that the filter does not use.
    pub fn normalise(self) -> Result<Normalised, RecipeError> {
        self.normalise_with(&mut LutCache::default())
    }

    /// Like [`normalise`](Self::normalise), with a cache of parsed `.cube` files for repeated calls.
    ///
    /// # Errors
    /// As [`normalise`](Self::normalise).
    pub fn normalise_with(mut self, known: &mut LutCache) -> Result<Normalised, RecipeError> {
        let clamped = self.normalise_settings()?;
        let mut cubes = Vec::new();
        for (index, step) in self.steps.iter().enumerate() {
            let cube = step.cube.as_ref().map(|text| known.get(text)).transpose();
            cubes.push(cube.map_err(|error| RecipeError::Cube { step: index, error })?);
        }
        Ok(Normalised { recipe: self, clamped, cubes })
    }

    /// Like [`normalise`](Self::normalise), without parsing `.cube` files. Returns the clamped numbers.
    ///
    /// # Errors
    /// As [`normalise`](Self::normalise), but for an invalid `.cube` file.
    pub fn normalise_settings(&mut self) -> Result<Vec<Clamped>, RecipeError> {
        let mut clamped = Vec::new();
        if self.version != VERSION {
            return Err(RecipeError::Version(self.version));
        }
        if self.steps.len() > MAX_STEPS {
            return Err(RecipeError::TooManySteps(self.steps.len()));
        }
        let bytes = self.steps.iter().filter_map(|step| step.cube.as_deref()).map(str::len).sum();
        if bytes > MAX_CUBE_BYTES {
            return Err(RecipeError::CubesTooLong(bytes));
        }
        for (index, step) in self.steps.iter_mut().enumerate() {
            let Some(spec) = spec(&step.filter) else {
                return Err(RecipeError::UnknownFilter { step: index, filter: step.filter.clone() });
            };
            normalise_values(index, step, spec, &mut clamped)?;
            if step.cube.is_some() && !matches!(spec.kind, Kind::Lut) {
                return Err(RecipeError::CubeNotUsed { step: index, filter: step.filter.clone() });
            }
        }
        Ok(clamped)
    }

    /// The size of the output image, from the size of the input image, both at full size. Steps with unknown filters are
    /// skipped.
    pub fn size_after(&self, before: (u32, u32)) -> (u32, u32) {
        self.steps.iter().fold(before, |size, step| match spec(&step.filter) {
            Some(spec) => spec.size_after(&step.values_for(spec), size),
            None => size,
        })
    }

    /// Whether [`normalise`](Self::normalise) would accept the recipe.
    ///
    /// # Errors
    /// As [`normalise`](Self::normalise).
    pub fn validate(&self) -> Result<(), RecipeError> {
        self.clone().normalise().map(drop)
    }
}

impl FilterStep {
    /// The values in the order of [`Spec::params`], with defaults for those that the step leaves out.
    pub fn values_for(&self, spec: &Spec) -> Vec<f64> {
        spec.params.iter().map(|param| *self.values.get(param.id).unwrap_or(&param.default)).collect()
    }
}

/// Validates the settings of one step against its filter.
pub(crate) fn normalise_values(
    index: usize,
    step: &mut FilterStep,
    spec: &Spec,
    clamped: &mut Vec<Clamped>,
) -> Result<(), RecipeError> {
    let filter = &step.filter;
    let mut held = |id: &str, value: &mut f64, min: f64, max: f64| {
        let (filter, id, found) = (filter.clone(), id.to_owned(), *value);
        if !found.is_finite() {
            return Err(RecipeError::NotFinite { step: index, filter, value: id });
        }
        if !(min..=max).contains(&found) {
            *value = found.clamp(min, max);
            clamped.push(Clamped { step: index, filter, value: id, found, used: *value });
        }
        Ok(())
    };
    for (id, value) in &mut step.values {
        let Some(param) = spec.params.iter().find(|param| param.id == id) else {
            let (filter, value) = (filter.clone(), id.clone());
            return Err(RecipeError::UnknownValue { step: index, filter, value });
        };
        held(id, value, param.min, param.max)?;
    }
    let strength_at_least = if matches!(spec.kind, Kind::Geometry(_)) { FULL_STRENGTH } else { 0.0 };
    held("strength", &mut step.strength, strength_at_least, FULL_STRENGTH)
}
