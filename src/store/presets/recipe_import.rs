//! Recipes that leave the page and come to it: as a link, a command line, a file. They hold settings, never pixels; one
//! that comes is only offered.

use leptos::{ev, prelude::*, task::spawn_local};
use safelight_recipe::Recipe;
use web_sys::File;

use crate::{
    i18n::editor::editor, i18n::format, model::change::Change, model::recipe::json,
    model::recipe::json::Unusable, platform::files, store::Session, store::status::notification::Notice,
};

/// Offers what comes by link or file, and applies what is accepted. Call once, under an owner that stays.
pub fn begin(session: Session) {
    let offered = StoredValue::new(None::<Recipe>);
    let offer = move |read: Result<json::Checked, Unusable>, name: Option<String>| match read {
        Ok(checked) => {
            session.tell(notice(&checked));
            offered.set_value(Some(checked.recipe));
        }
        Err(reason) => session.tell(Notice::no_recipe(name, &reason)),
    };
    let by_link = move || {
        if let Some(link) = take_fragment() {
            offer(json::from_fragment(&link), None);
        }
    };
    by_link();
    let _ = window_event_listener(ev::hashchange, move |_| by_link());
    Effect::new(move || {
        let Some(file) = session.offers.file.get() else { return };
        spawn_local(async move {
            offer(checked(&file).await, Some(file.name()));
        });
    });
    Effect::new(move || {
        if session.offers.accepted.get() > 0
            && let Some(recipe) = offered.try_update_value(Option::take).flatten()
        {
            session.follow(&recipe);
        }
    });
}

/// The recipe in a file.
///
/// # Errors
/// When there is none that can be followed.
pub async fn read(file: &File) -> Result<Recipe, Unusable> {
    checked(file).await.map(|checked| checked.recipe)
}

async fn checked(file: &File) -> Result<json::Checked, Unusable> {
    json::from_text(&files::read_text(file).await.map_err(|_| Unusable::Unread)?)
}

/// What is on offer, by its filters' names.
fn notice(checked: &json::Checked) -> Notice {
    let names = checked.names().join(", ");
    let text = if checked.was_clamped { editor().recipe_clamped.fill([&names]) } else { format!("{names}.") };
    let count = format::filters(checked.recipe.steps.len());
    Notice::recipe_offered(editor().recipe_offered.fill([&count]), text)
}

/// The recipe in the page's address, which is taken out of it: loading the page again offers nothing.
fn take_fragment() -> Option<String> {
    let hash = window().location().hash().ok()?;
    let link = hash.strip_prefix(json::FRAGMENT)?.to_owned();
    if let (Ok(history), Ok(path)) = (window().history(), window().location().pathname()) {
        let _ = history.replace_state_with_url(&wasm_bindgen::JsValue::NULL, "", Some(&path));
    }
    Some(link)
}

impl Session {
    /// Takes the filters of a recipe in place of its own.
    fn follow(&self, recipe: &Recipe) {
        self.stack.update(|stack| stack.follow(recipe));
        self.open_row.set(None);
        self.changed(Change::Followed(recipe.steps.len()), None);
    }
}
