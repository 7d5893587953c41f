//! The native file input behind every button that opens a photo.

use leptos::prelude::*;

use super::{desk::Desk, erased::on};
use crate::{intake, session::Session, texts::page};

/// Hidden from everyone: its buttons have the words.
#[component]
pub fn FileInput() -> impl IntoView {
    let session = expect_context::<Session>();
    let files = expect_context::<Desk>().files;
    let chosen = move |_| {
        if let Some(input) = files.get_untracked() {
            session.open(intake::chosen(&input));
        }
    };
    view! {
        <input type="file" hidden multiple accept="image/jpeg,image/png,.cube,.json" aria-label=page().photos_input node_ref=files on:change=on(chosen)/>
    }
}
