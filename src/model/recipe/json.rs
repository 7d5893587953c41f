//! Recipes as JSON, in a file or in a link. Read and written by the browser, whose numbers are the ones that the command
//! line reads.

use base64::{
    Engine,
    alphabet::URL_SAFE,
    engine::DecodePaddingMode,
    engine::general_purpose::{GeneralPurpose, GeneralPurposeConfig},
};
use safelight_kernels::{Spec, spec};
use safelight_protocol::json;
use safelight_recipe::{Recipe, RecipeError};

/// What the fragment of a link begins with.
pub const FRAGMENT: &str = "#recipe=";
/// Longer texts are no links.
const MAX_LINK: usize = 64 * 1024;
/// Links are written without padding, and read with and without.
const BASE64: GeneralPurpose = GeneralPurpose::new(
    &URL_SAFE,
    GeneralPurposeConfig::new()
        .with_encode_padding(false)
        .with_decode_padding_mode(DecodePaddingMode::Indifferent)
        .with_decode_allow_trailing_bits(true),
);

/// A recipe that can be followed.
pub struct ValidatedRecipe {
    /// The recipe.
    pub recipe: Recipe,
    /// Whether numbers were out of their range, and are the nearest in it now.
    pub was_clamped: bool,
}

/// Why a text is no recipe that can be followed.
#[derive(Debug, Clone, PartialEq)]
pub enum RecipeImportError {
    /// The file could not be read.
    Unread,
    /// It is something else.
    NoRecipe,
    /// It is one, but not for this version.
    Recipe(RecipeError),
}

impl ValidatedRecipe {
    /// Its filters, in order.
    pub fn filters(&self) -> Vec<&'static Spec> {
        self.recipe.steps.iter().filter_map(|step| spec(&step.filter)).collect()
    }
}

/// A recipe as the text of a file.
pub fn file(recipe: &Recipe) -> Option<String> {
    json::to_string(recipe)
}

/// A recipe as the fragment of a link, URL-safe Base64 of its JSON: settings only, because a table of colours is a file of
/// its own.
pub fn fragment(recipe: &Recipe) -> Option<String> {
    Some(format!("{FRAGMENT}{}", BASE64.encode(json::to_string(&short(recipe))?)))
}

/// A recipe without its tables, and without what has its default: what is left out has it when it is read.
fn short(recipe: &Recipe) -> Recipe {
    let mut recipe = recipe.clone();
    for step in &mut recipe.steps {
        step.cube = None;
        let params = spec(&step.filter).map_or(&[][..], |filter| filter.params);
        let default = |id: &str| params.iter().find(|param| param.id == id).map(|param| param.default);
        step.values.retain(|id, value| default(id) != Some(*value));
    }
    recipe
}

/// Reads what stands behind [`FRAGMENT`].
///
/// # Errors
/// When it is no recipe that can be followed.
pub fn from_fragment(text: &str) -> Result<ValidatedRecipe, RecipeImportError> {
    if text.len() > MAX_LINK {
        return Err(RecipeImportError::NoRecipe);
    }
    // Links made by hand may use the standard alphabet.
    let text = text.replace('+', "-").replace('/', "_");
    let json = BASE64.decode(text).map_err(|_| RecipeImportError::NoRecipe)?;
    from_text(str::from_utf8(&json).map_err(|_| RecipeImportError::NoRecipe)?)
}

/// Reads the text of a file.
///
/// # Errors
/// When it is no recipe that can be followed.
pub fn from_text(text: &str) -> Result<ValidatedRecipe, RecipeImportError> {
    let mut recipe: Recipe = json::recipe_from_str(text).ok_or(RecipeImportError::NoRecipe)?;
    let clamped = recipe.normalise_settings().map_err(RecipeImportError::Recipe)?;
    Ok(ValidatedRecipe { recipe, was_clamped: !clamped.is_empty() })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::stack::Stack;

    #[test]
    fn a_link_has_what_was_set_and_no_more() {
        let mut stack = Stack::default();
        let key = stack.add(spec("levels").unwrap());
        stack.set(key, 0, 12.0);
        stack.add(spec("sepia").unwrap());
        let short = short(&stack.recipe());
        let set: Vec<_> = short.steps.iter().map(|step| step.values.iter().collect::<Vec<_>>()).collect();
        assert_eq!(set, [vec![(&"black".to_owned(), &12.0)], vec![]]);
        let mut read = Stack::default();
        read.follow(&short);
        assert_eq!(read.recipe(), stack.recipe());
    }
}
