//! The button that shows the original for as long as it is held.

use leptos::{
    ev::{KeyboardEvent, PointerEvent},
    prelude::*,
};
use wasm_bindgen::JsCast;
use web_sys::Element;

use crate::{
    commands::Id, commands::shortcut_labels::aria_keyshortcuts, i18n::editor::editor, store::Store,
    ui::controls::icon::Icon,
};

/// Held with a pointer, Space or Enter. A click that nothing held, as a screen reader's, switches.
#[component]
pub fn Compare() -> impl IntoView {
    let store = expect_context::<Store>();
    let is_hold = |event: &KeyboardEvent| matches!(event.key().as_str(), " " | "Enter");
    let pointer_down = move |event: PointerEvent| {
        if event.button() == 0 {
            // The end is heard even when the pointer has left the button by then.
            if let Some(button) = event.target().and_then(|target| target.dyn_into::<Element>().ok()) {
                let _ = button.set_pointer_capture(event.pointer_id());
            }
            store.set_comparing(true);
        }
    };
    let key_down = move |event: KeyboardEvent| {
        if is_hold(&event) {
            event.prevent_default();
            store.set_comparing(true);
        }
    };
    let key_up = move |event: KeyboardEvent| {
        if is_hold(&event) {
            event.prevent_default();
            store.set_comparing(false);
        }
    };
    let clicked = move |event: leptos::ev::MouseEvent| {
        if event.detail() == 0 {
            store.set_comparing(!store.view.comparing.get_untracked());
        }
    };
    view! {
        <button
            class="btn press-hold"
            aria-label=editor().compare_hold
            aria-keyshortcuts=aria_keyshortcuts(Id::Compare)
            aria-pressed=move || store.view.comparing.get().to_string()
            on:pointerdown=pointer_down
            on:lostpointercapture=move |_| store.set_comparing(false)
            on:keydown=key_down
            on:keyup=key_up
            on:blur=move |_| store.set_comparing(false)
            on:contextmenu=|event: leptos::ev::MouseEvent| event.prevent_default()
            on:click=clicked
        >
            <Icon name="compare"/>
            <span class="collapsible-label">{editor().compare}</span>
        </button>
    }
}
