//! Recipes as JSON, in a file or in a link. Read and written by the browser, whose numbers are the ones that the command
//! line reads.

use leptos::prelude::window;
use safelight_kernels::spec;
use safelight_link::plain;
use safelight_recipe::{Recipe, RecipeError};

use crate::texts::filter_name;

/// What the fragment of a link begins with.
pub const FRAGMENT: &str = "#recipe=";
/// Longer texts are no links.
const MAX_LINK: usize = 64 * 1024;

/// A recipe that can be followed.
pub struct Checked {
    /// The recipe.
    pub recipe: Recipe,
    /// Whether numbers were out of their range, and are the nearest in it now.
    pub was_clamped: bool,
}

/// Why a text is no recipe that can be followed.
#[derive(Debug, Clone, PartialEq)]
pub enum Unusable {
    /// The file could not be read.
    Unread,
    /// It is something else.
    NoRecipe,
    /// It is one, but not for this version.
    Recipe(RecipeError),
}

impl Checked {
    /// The names of its filters, in order.
    pub fn names(&self) -> Vec<&'static str> {
        self.recipe.steps.iter().filter_map(|step| spec(&step.filter)).map(filter_name).collect()
    }
}

/// A recipe as the text of a file.
pub fn file(recipe: &Recipe) -> Option<String> {
    plain::json(recipe)
}

/// A recipe as the fragment of a link: settings only. Tables of colours are files of their own.
pub fn fragment(recipe: &Recipe) -> Option<String> {
    let mut recipe = recipe.clone();
    recipe.steps.iter_mut().for_each(|step| step.cube = None);
    let text = window().btoa(&plain::json(&recipe)?).ok()?;
    // The letters that links may have as they are.
    let text = text.replace('+', "-").replace('/', "_");
    Some(format!("{FRAGMENT}{}", text.trim_end_matches('=')))
}

/// Reads what stands behind [`FRAGMENT`].
///
/// # Errors
/// When it is no recipe that can be followed.
pub fn from_fragment(text: &str) -> Result<Checked, Unusable> {
    if text.len() > MAX_LINK {
        return Err(Unusable::NoRecipe);
    }
    let text = window().atob(&text.replace('-', "+").replace('_', "/"));
    from_text(&text.map_err(|_| Unusable::NoRecipe)?)
}

/// Reads the text of a file.
///
/// # Errors
/// When it is no recipe that can be followed.
pub fn from_text(text: &str) -> Result<Checked, Unusable> {
    let mut recipe: Recipe = plain::parse(text).ok_or(Unusable::NoRecipe)?;
    let clamped = recipe.normalise_settings().map_err(Unusable::Recipe)?;
    Ok(Checked { recipe, was_clamped: !clamped.is_empty() })
}
