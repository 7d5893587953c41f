//! What the editor shows while files hang over it.

use leptos::prelude::*;

use crate::{
    i18n::editor::editor,
    i18n::{format, page},
    store::Store,
    store::ui_state::UiState,
};

/// A veil over everything. It takes no pointer, so that the drop falls through to the page. Dialogs give way: what is
/// brought is to be seen.
#[component]
pub fn DropOverlay() -> impl IntoView {
    let store = expect_context::<Store>();
    let ui_state = expect_context::<UiState>();
    let dragged = store.dragged_files;
    Effect::new(move || {
        if dragged.read().is_some() || store.documents.opening.read().is_some() {
            ui_state.close_dialogs();
        }
    });
    let has_photo = move || store.documents.photo.read().is_some();
    let words = move || {
        let photos = format::photos(dragged.get().unwrap_or(1));
        if has_photo() { editor().drop_to_add.fill([&photos]) } else { page().drop_here.fill([&photos]) }
    };
    let below = move || if has_photo() { editor().open_ones_stay } else { page().formats };
    view! {
        <Show when=move || dragged.get().is_some()>
            <div class="drop-overlay" role="status">
                <p>{words}</p>
                <p class="text-secondary">{below}</p>
                <div class="corner-marks"></div>
            </div>
        </Show>
    }
}
