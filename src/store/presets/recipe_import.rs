//! Recipes that leave the page and come to it: as a link, a command line, a file. They hold settings, never pixels; one
//! that comes is only offered.

use leptos::{ev, prelude::*, task::spawn_local};
use safelight_recipe::Recipe;
use web_sys::File;

use crate::{
    model::change::Change, model::recipe::json, model::recipe::json::RecipeImportError,
    model::status::notification::NotificationKind, platform::files, store::Store,
};

/// Offers what comes by link or file, and applies what is accepted. Call once, under an owner that stays.
pub fn begin(store: Store) {
    let offered = StoredValue::new(None::<Recipe>);
    let offer = move |read: Result<json::ValidatedRecipe, RecipeImportError>, name: Option<String>| match read
    {
        Ok(checked) => {
            store.status.notify(NotificationKind::RecipeOffered {
                filters: checked.filters(),
                was_clamped: checked.was_clamped,
            });
            offered.set_value(Some(checked.recipe));
        }
        Err(reason) => store.status.notify(NotificationKind::RecipeRejected { name, reason }),
    };
    let by_link = move || {
        if let Some(link) = take_url_fragment() {
            offer(json::from_fragment(&link), None);
        }
    };
    by_link();
    let _ = window_event_listener(ev::hashchange, move |_| by_link());
    Effect::new(move || {
        let Some(file) = store.pending_recipe.file.get() else { return };
        spawn_local(async move {
            offer(checked(&file).await, Some(file.name()));
        });
    });
    Effect::new(move || {
        if store.pending_recipe.accepted.get() > 0
            && let Some(recipe) = offered.try_update_value(Option::take).flatten()
        {
            store.follow(&recipe);
        }
    });
}

/// The recipe in a file.
///
/// # Errors
/// When there is none that can be followed.
pub async fn read(file: &File) -> Result<Recipe, RecipeImportError> {
    checked(file).await.map(|checked| checked.recipe)
}

async fn checked(file: &File) -> Result<json::ValidatedRecipe, RecipeImportError> {
    json::from_text(&files::read_text(file).await.map_err(|_| RecipeImportError::Unread)?)
}

/// The recipe in the page's address, which is taken out of it: loading the page again offers nothing.
fn take_url_fragment() -> Option<String> {
    let hash = window().location().hash().ok()?;
    let link = hash.strip_prefix(json::FRAGMENT)?.to_owned();
    if let (Ok(history), Ok(path)) = (window().history(), window().location().pathname()) {
        let _ = history.replace_state_with_url(&wasm_bindgen::JsValue::NULL, "", Some(&path));
    }
    Some(link)
}

impl Store {
    /// Takes the filters of a recipe in place of its own.
    fn follow(&self, recipe: &Recipe) {
        self.stack.update(|stack| stack.follow(recipe));
        self.open_layer.set(None);
        self.changed(Change::RecipeLoaded(recipe.steps.len()), None);
    }
}
