//! The root view: the empty room, or the editor; and the keys that work everywhere.

pub mod drop_and_paste;
pub mod lazy_editor;
pub mod recipe_link;
pub mod router;
pub mod unload_guard;

use leptos::{ev, prelude::*};

use crate::{
    platform::keyboard::{KeyPress, OPEN},
    store::Store,
    store::ui_state::UiState,
    ui::controls::file_input::FileInput,
    ui::landing::page::Landing,
    ui::overlay::focus,
};

/// The page.
#[component]
pub fn App() -> impl IntoView {
    let store = expect_context::<Store>();
    let ui_state = UiState::default();
    provide_context(ui_state);
    ui_state.apply_theme();
    ui_state.speak(store);
    ui_state.chunk.arrange(store);
    focus::save_focus(store, ui_state);
    Effect::new(move || {
        if let Some(begin) = ui_state.chunk.begin() {
            begin(store);
        }
    });
    listen(store, ui_state);

    let editing = Memo::new(move |_| {
        (store.documents.photo.read().is_some() || store.documents.opening.read().is_some())
            && ui_state.chunk.is_here()
    });
    Effect::new(move || {
        let name = store.documents.photo.with(|photo| photo.as_ref().map(|photo| photo.name.clone()));
        document()
            .set_title(&name.map_or_else(|| "Safelight".to_owned(), |name| format!("{name} – Safelight")));
    });
    // In another language everything is said anew; what is said stands in the session and stays.
    move || {
        ui_state.language.track();
        view! {
            <FileInput/>
            <Show when=move || editing.get() fallback=Landing>
                {ui_state.chunk.view()}
            </Show>
        }
    }
}

/// Listens for keys on the whole page.
fn listen(store: Store, ui_state: UiState) {
    let _ = window_event_listener(ev::keydown, move |event| {
        // A dialog's keys are its own.
        if event.default_prevented() || ui_state.dialog_is_open() {
            return;
        }
        let press = KeyPress::of(&event);
        let is_ours = match ui_state.chunk.keyboard() {
            Some(keyboard) => (keyboard.down)(&press, store, ui_state),
            None => down_without_editor(&press, store, ui_state),
        };
        if is_ours {
            event.prevent_default();
        }
    });
    let _ = window_event_listener(ev::keyup, move |event| {
        if let Some(keyboard) = ui_state.chunk.keyboard() {
            (keyboard.up)(&KeyPress::of(&event), store);
        }
    });
    // A key that is let go in another window is never heard of.
    let _ = window_event_listener(ev::blur, move |_| store.set_comparing(false));
}

/// What keys do before the table of commands is there.
fn down_without_editor(press: &KeyPress, store: Store, ui_state: UiState) -> bool {
    let is_escape = press.key == "Escape";
    if OPEN.are(press) && !press.repeated {
        ui_state.choose_files();
    } else if is_escape {
        store.cancel_opening();
    }
    OPEN.are(press) || is_escape
}
