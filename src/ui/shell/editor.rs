//! The editor: bar, film strip, room, panel, status line. The grid in the stylesheet puts them in their places.

use leptos::{ev, prelude::*};

use crate::{
    i18n::editor::editor, store::Store, store::ui_state::UiState, ui::canvas::area::CanvasArea,
    ui::filmstrip::list::Filmstrip, ui::overlay::focus, ui::shell::panel::Panel,
    ui::shell::status_bar::Status, ui::shell::top_bar::TopBar,
};

/// The page with a photo.
#[component]
pub fn Editor() -> impl IntoView {
    let store = expect_context::<Store>();
    let ui_state = expect_context::<UiState>();
    on_cleanup(move || focus::restore_focus(ui_state));
    // A link would lead to another address when the page is not at its base.
    let skip = move |event: ev::MouseEvent| {
        event.prevent_default();
        if let Some(canvas) = store.view.canvas.get_untracked() {
            let _ = canvas.focus();
        }
    };
    // Other fingers and buttons do not count.
    let down = move |event: ev::PointerEvent| {
        if event.is_primary() && event.button() == 0 {
            store.edit.begin_pointer_gesture(place(&event));
        }
    };
    // Wherever it is: what it took may have captured it. A list that the browser opens tells of no release; then keys do.
    let up = window_event_listener(ev::pointerup, move |event| {
        if event.is_primary() {
            store.edit.end_pointer_gesture(Some(place(&event)));
        }
    });
    let cancelled = window_event_listener(ev::pointercancel, move |event| {
        if event.is_primary() {
            store.edit.end_pointer_gesture(None);
        }
    });
    let key = window_event_listener(ev::keydown, move |event| {
        if !matches!(event.key().as_str(), "Shift" | "Control" | "Alt" | "Meta") {
            store.edit.end_pointer_gesture(None);
        }
    });
    on_cleanup(move || [up, cancelled, key].into_iter().for_each(WindowListenerHandle::remove));
    view! {
        // Heard before what it takes hears of it: that may change something at once.
        <div class="app" on:pointerdown:capture=down>
            <a class="btn outlined skip-link" href="#canvas" on:click=skip>{editor().skip}</a>
            <TopBar/>
            <Filmstrip/>
            <CanvasArea/>
            <Panel/>
            <Status/>
        </div>
    }
}

fn place(event: &ev::PointerEvent) -> (f64, f64) {
    (f64::from(event.client_x()), f64::from(event.client_y()))
}
