//! The native file input behind every button that opens a photo.

use leptos::prelude::*;

use crate::{i18n::page, platform::files, store::Session, store::ui_state::Desk, ui::controls::erased::on};

/// Hidden from everyone: its buttons have the words.
#[component]
pub fn FileInput() -> impl IntoView {
    let session = expect_context::<Session>();
    let files = expect_context::<Desk>().files;
    let chosen = move |_| {
        if let Some(input) = files.get_untracked() {
            session.open(files::chosen(&input));
        }
    };
    view! {
        <input type="file" hidden multiple accept="image/jpeg,image/png,.cube,.json" aria-label=page().photos_input node_ref=files on:change=on(chosen)/>
    }
}
