//! Where the keyboard goes when what had it is taken out of the page: not to the page's begin.

use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement};

use crate::{store::Store, store::ui_state::UiState, ui::controls::after_render::settled};

/// The photo, or the way to open one.
const FALLBACK_TARGETS: [&str; 2] = [".canvas-view canvas[role=img]", ".landing-actions .btn"];

/// Finds the keyboard a home for as long as it has none. A photo takes it once it is shown.
pub fn save_focus(store: Store, ui_state: UiState) {
    Effect::new(move || {
        if ui_state.homeless.get() {
            store.jobs.displayed.track();
            settled(move || {
                if FALLBACK_TARGETS.iter().any(|home| focus_first_of(home)) {
                    ui_state.homeless.set(false);
                }
            });
        }
    });
}

/// Says that what has the keyboard is about to go, if anything has it. Call before it goes.
pub fn restore_focus(ui_state: UiState) {
    if has_it().is_some() {
        ui_state.homeless.set(true);
    }
}

/// Gives the keyboard to the first that is found, unless something has it; whether anything has it then.
pub fn focus_first_of(selector: &str) -> bool {
    if has_it().is_none()
        && let Some(found) = document().query_selector(selector).ok().flatten()
    {
        // What can't be seen does not take it.
        let _ = found.unchecked_into::<HtmlElement>().focus();
    }
    has_it().is_some()
}

/// What has it and is still to be seen.
fn has_it() -> Option<Element> {
    let is_seen = |element: &Element| element.get_bounding_client_rect().width() > 0.0;
    document().active_element().filter(|element| element.tag_name() != "BODY" && is_seen(element))
}
