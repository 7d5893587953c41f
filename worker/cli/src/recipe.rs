//! From what was typed to one recipe that the engine can trust.

use std::path::Path;

use safelight_recipe::{Normalised, PRESETS, Recipe};

use crate::arguments::Source;
use crate::filter::FilterArgument;
use crate::{Refusal, complain};

/// All steps, in order. Numbers that had to be clamped are told on standard error.
pub fn assemble(sources: &[Source]) -> Result<Recipe, Refusal> {
    let mut steps = Vec::new();
    for source in sources {
        steps.extend(read(source)?.steps);
    }
    let recipe = Recipe::new(steps);
    recipe.validate().map_err(|error| Refusal(error.to_string()))?;
    Ok(recipe)
}

fn read(source: &Source) -> Result<Recipe, Refusal> {
    let (name, recipe) = match source {
        Source::Recipe(path) => (path.display().to_string(), from_file(path)?),
        Source::Look(id) => {
            let look = PRESETS.iter().find(|look| look.id == id);
            (format!("--look {id}"), look.map(safelight_recipe::Preset::recipe).expect("a known look"))
        }
        Source::Filter(filter) => (format!("--filter {}", filter.text), from_argument(filter)?),
    };
    let Normalised { recipe, clamped, .. } =
        recipe.normalise().map_err(|error| Refusal(format!("{name} cannot be used. {error}")))?;
    for clamped in clamped {
        complain(format_args!("{name}: {clamped}"));
    }
    Ok(recipe)
}

fn from_argument(filter: &FilterArgument) -> Result<Recipe, Refusal> {
    let mut step = filter.step.clone();
    if let Some(path) = &filter.cube {
        let text = std::fs::read(path).map_err(|error| {
            Refusal(format!("The colour table {} could not be read: {error}.", path.display()))
        })?;
        // Titles may be in any encoding; all that counts is ASCII.
        step.cube = Some(String::from_utf8_lossy(&text).into());
    }
    Ok(Recipe::new(vec![step]))
}

fn from_file(path: &Path) -> Result<Recipe, Refusal> {
    let text = std::fs::read(path)
        .map_err(|error| Refusal(format!("The recipe {} could not be read: {error}.", path.display())))?;
    serde_json::from_slice(&text)
        .map_err(|error| Refusal(format!("{} is no recipe: {error}.", path.display())))
}
