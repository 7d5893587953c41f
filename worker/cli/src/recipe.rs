//! The recipe of a call: all steps of the command line, validated.

use std::path::Path;

use safelight_recipe::{Normalised, PRESETS, Recipe};

use crate::arguments::Source;
use crate::error::{UsageError, eprint_error};
use crate::filter::FilterArgument;

/// Joins the steps of all sources, in order. Numbers that had to be clamped are reported on standard error.
///
/// # Errors
/// A [`UsageError`] for a file that cannot be read, or a recipe that is not valid.
pub fn assemble(sources: &[Source]) -> Result<Recipe, UsageError> {
    let mut steps = Vec::new();
    for source in sources {
        steps.extend(read(source)?.steps);
    }
    let recipe = Recipe::new(steps);
    recipe.validate().map_err(|error| UsageError(error.to_string()))?;
    Ok(recipe)
}

fn read(source: &Source) -> Result<Recipe, UsageError> {
    let (name, recipe) = match source {
        Source::Recipe(path) => (path.display().to_string(), from_file(path)?),
        Source::Look(id) => {
            let look = PRESETS.iter().find(|look| look.id == id);
            (format!("--look {id}"), look.map(safelight_recipe::Preset::recipe).expect("a known look"))
        }
        Source::Filter(filter) => (format!("--filter {}", filter.text), from_argument(filter)?),
    };
    let Normalised { recipe, clamped, .. } =
        recipe.normalise().map_err(|error| UsageError(format!("{name} cannot be used. {error}")))?;
    for clamped in clamped {
        eprint_error(format_args!("{name}: {clamped}"));
    }
    Ok(recipe)
}

fn from_argument(filter: &FilterArgument) -> Result<Recipe, UsageError> {
    let mut step = filter.step.clone();
    if let Some(path) = &filter.cube {
        let text = std::fs::read(path).map_err(|error| {
            UsageError(format!("The colour table {} could not be read: {error}.", path.display()))
        })?;
        // Titles in a `.cube` file may have any encoding. Everything else in it is ASCII.
        step.cube = Some(String::from_utf8_lossy(&text).into());
    }
    Ok(Recipe::new(vec![step]))
}

fn from_file(path: &Path) -> Result<Recipe, UsageError> {
    let text = std::fs::read(path)
        .map_err(|error| UsageError(format!("The recipe {} could not be read: {error}.", path.display())))?;
    serde_json::from_slice(&text)
        .map_err(|error| UsageError(format!("{} is no recipe: {error}.", path.display())))
}
