//! The native file input behind every button that opens a photo.

use leptos::prelude::*;

use crate::{i18n::page, platform::files, store::Store, store::ui_state::UiState};

/// Hidden from everyone: its buttons have the words.
#[component]
pub fn FileInput() -> impl IntoView {
    let store = expect_context::<Store>();
    let files = expect_context::<UiState>().files;
    let on_chosen = move |_| {
        if let Some(input) = files.get_untracked() {
            store.open(files::on_chosen(&input));
        }
    };
    view! {
        <input type="file" hidden multiple accept="image/jpeg,image/png,.cube,.json" aria-label=page().photos_input node_ref=files on:change=on_chosen/>
    }
}
