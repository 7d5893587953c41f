//! What the editor shows while files hang over it.

use leptos::prelude::*;

use super::erased::{text, when};
use crate::{session::Session, texts::page, words};

/// A veil over everything. It takes no pointer, so that the drop falls through to the page.
#[component]
pub fn DropVeil() -> impl IntoView {
    let dragged = expect_context::<Session>().dragged_files;
    let words = move || page().let_go.fill([&words::photos(dragged.get().unwrap_or(1))]);
    view! {
        <Show when=when(move || dragged.get().is_some())>
            <div class="drop" role="status">
                <p>{text(words)}</p>
                <p class="quiet">{page().formats}</p>
                <div class="marks"></div>
            </div>
        </Show>
    }
}
