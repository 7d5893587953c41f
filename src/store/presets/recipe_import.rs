//! Recipes that come to the page by link or file. They hold settings, never pixels; one that comes is only offered.

use leptos::{prelude::*, task::spawn_local};
use safelight_recipe::Recipe;
use web_sys::File;

use crate::{
    model::{
        recipe::{
            json,
            json::{RecipeImportError, ValidatedRecipe},
        },
        status::notification::NotificationKind,
        user_presets::PresetCommand,
    },
    platform::files,
    store::presets::Presets,
};

/// Whether a file may hold a recipe, by its name.
pub fn is_recipe(file: &File) -> bool {
    file.name().to_ascii_lowercase().ends_with(".json")
}

/// The recipe in a file.
///
/// # Errors
/// When the file can't be read, or holds no recipe that can be applied.
pub async fn read(file: &File) -> Result<ValidatedRecipe, RecipeImportError> {
    json::from_text(&files::read_text(file).await.map_err(|_| RecipeImportError::Unread)?)
}

impl Presets {
    /// Offers the recipe of a link's fragment.
    pub fn offer_recipe_link(self, fragment: &str) {
        self.offer_recipe(json::from_fragment(fragment), None);
    }

    /// Offers the recipe of a file.
    pub fn offer_recipe_file(self, file: File) {
        spawn_local(async move { self.offer_recipe(read(&file).await, Some(file.name())) });
    }

    /// Takes the recipe that is offered: it was accepted.
    pub fn take_offered(self) -> Option<Recipe> {
        self.offered.try_update_value(Option::take).flatten()
    }

    /// Saves the recipe of a file as a preset named like the file.
    pub fn import(self, file: File) {
        spawn_local(async move {
            let name = file.name();
            match read(&file).await {
                Ok(validated) => {
                    let stem = name.rsplit_once('.').map_or(name.as_str(), |(stem, _)| stem).to_owned();
                    self.run(PresetCommand::Save(stem, validated.recipe), drop);
                }
                Err(reason) => {
                    self.set_error.set(Some(NotificationKind::RecipeRejected { name: Some(name), reason }));
                }
            }
        });
    }

    fn offer_recipe(self, recipe: Result<ValidatedRecipe, RecipeImportError>, name: Option<String>) {
        match recipe {
            Ok(validated) => {
                let (filters, was_clamped) = (validated.filters(), validated.was_clamped);
                self.offered.set_value(Some(validated.recipe));
                self.status.notify(NotificationKind::RecipeOffered { filters, was_clamped });
            }
            Err(reason) => self.status.notify(NotificationKind::RecipeRejected { name, reason }),
        }
    }
}
