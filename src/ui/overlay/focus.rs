//! Where the keyboard goes when what had it is taken out of the page: not to the page's begin.

use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement};

use crate::{store::Session, store::ui_state::Desk, ui::controls::after_render::settled};

/// The photo, or the way to open one.
const HOMES: [&str; 2] = [".canvas-view canvas[role=img]", ".landing-actions .btn"];

/// Finds the keyboard a home for as long as it has none. A photo takes it once it is shown.
pub fn keep_home(session: Session, desk: Desk) {
    Effect::new(move || {
        if desk.homeless.get() {
            session.shown.track();
            settled(move || {
                if HOMES.iter().any(|home| give_to(home)) {
                    desk.homeless.set(false);
                }
            });
        }
    });
}

/// Says that what has the keyboard is about to go, if anything has it. Call before it goes.
pub fn leave_home(desk: Desk) {
    if has_it().is_some() {
        desk.homeless.set(true);
    }
}

/// Gives the keyboard to the first that is found, unless something has it; whether anything has it then.
pub fn give_to(selector: &str) -> bool {
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
