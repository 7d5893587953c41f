//! From a recipe that anyone may have written to one that the engine can trust.

use std::{fmt, sync::Arc};

use safelight_kernels::{Cube, Kind, Spec, spec};

use crate::{FULL_STRENGTH, FilterStep, LutCache, MAX_CUBE_BYTES, MAX_STEPS, Recipe, RecipeError, VERSION};

/// A recipe whose filters and settings are known and whose numbers are in range, and what was changed
/// to get there.
#[derive(Debug, Clone, PartialEq)]
pub struct Normalised {
    /// The recipe to use.
    pub recipe: Recipe,
    /// The numbers that were out of range, in the order of the steps.
    pub clamped: Vec<Clamped>,
    /// The table of colours of each step that has one.
    pub cubes: Vec<Option<Arc<Cube>>>,
}

/// One number that was out of its range. Display says so in a sentence.
#[derive(Debug, Clone, PartialEq)]
pub struct Clamped {
    /// Which step, counted from 0.
    pub step: usize,
    /// The filter's id.
    pub filter: String,
    /// The setting's id.
    pub value: String,
    /// What the recipe said.
    pub found: f64,
    /// What is used.
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
    /// Refuses what cannot be meant, clamps what can.
    ///
    /// # Errors
    /// An unknown version, too many steps, an unknown filter or setting, a number that is not finite, a table of
    /// colours that can't be read or that the filter does not use.
    pub fn normalise(self) -> Result<Normalised, RecipeError> {
        self.normalise_with(&mut LutCache::default())
    }

    /// The same, for who does it often: tables of colours that were read before are not read again.
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

    /// The same without reading tables of colours, for who does not use them; the numbers that were clamped.
    ///
    /// # Errors
    /// As [`normalise`](Self::normalise), but for a table that can't be read.
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

    /// The size that this recipe makes of a picture of this size, both at full size. Filters that there are none of
    /// count as doing nothing.
    pub fn size_after(&self, before: (u32, u32)) -> (u32, u32) {
        self.steps.iter().fold(before, |size, step| match spec(&step.filter) {
            Some(spec) => spec.size_after(&step.values_for(spec), size),
            None => size,
        })
    }

    /// The checks of [`normalise`](Self::normalise), for who only wants to know.
    ///
    /// # Errors
    /// As [`normalise`](Self::normalise).
    pub fn validate(&self) -> Result<(), RecipeError> {
        self.clone().normalise().map(drop)
    }
}

impl FilterStep {
    /// The settings in the order of [`Spec::params`], defaults where the step says nothing.
    pub fn values_for(&self, spec: &Spec) -> Vec<f64> {
        spec.params.iter().map(|param| *self.values.get(param.id).unwrap_or(&param.default)).collect()
    }
}

/// Checks the settings of one step against its filter's.
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
