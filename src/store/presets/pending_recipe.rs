//! Recipes that came to the page and wait: nothing is done with them before a person says so. The editor's code hears
//! of them here, because the code that reads them is its own.

use leptos::prelude::*;
use web_sys::File;

/// What waits. A handle: copy it freely.
#[derive(Clone, Copy)]
pub struct PendingRecipe {
    /// A file that may hold a recipe.
    pub file: RwSignal<Option<File>, LocalStorage>,
    /// Counts how often a recipe on offer was accepted.
    pub accepted: RwSignal<u32>,
}

impl Default for PendingRecipe {
    fn default() -> Self {
        Self { file: RwSignal::new_local(None), accepted: RwSignal::new(0) }
    }
}

/// Whether a file may hold a recipe, by its name.
pub fn is_recipe(file: &File) -> bool {
    file.name().to_ascii_lowercase().ends_with(".json")
}
