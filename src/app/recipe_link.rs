//! Recipes in links: the fragment of the page's address.

use leptos::{ev, prelude::*};
use wasm_bindgen::JsValue;

use crate::{model::recipe::json::FRAGMENT, store::Store};

/// Offers the recipe of the address, now and whenever the fragment changes.
pub fn listen(store: Store) {
    let offer = move || {
        if let Some(fragment) = take_fragment() {
            store.presets.offer_recipe_link(&fragment);
        }
    };
    offer();
    let _ = window_event_listener(ev::hashchange, move |_| offer());
}

/// The recipe in the page's address, which is taken out of it: a reload offers nothing.
fn take_fragment() -> Option<String> {
    let hash = window().location().hash().ok()?;
    let fragment = hash.strip_prefix(FRAGMENT)?.to_owned();
    if let (Ok(history), Ok(path)) = (window().history(), window().location().pathname()) {
        let _ = history.replace_state_with_url(&JsValue::NULL, "", Some(&path));
    }
    Some(fragment)
}
