//! A file on its way, where its photo will be.

use leptos::prelude::*;

use crate::{session::Session, words};

/// Name and size of the file that is being opened, and a way out.
#[component]
pub fn OpeningFrame() -> impl IntoView {
    let session = expect_context::<Session>();
    let is_opening = Memo::new(move |_| session.opening.read().is_some());
    let name = move || {
        session.opening.with(|opening| opening.as_ref().map(|opening| format!("Opening {}", opening.name)))
    };
    let size =
        move || session.opening.with(|opening| opening.as_ref().map(|opening| words::size(opening.bytes)));
    view! {
        <Show when=move || is_opening.get()>
            <figure class="opening">
                <div class="marks"></div>
                <figcaption>
                    <b>{name}</b>
                    <span class="quiet">{size}</span>
                    // How long a decoder takes is not known beforehand.
                    <span class="meter unsure" role="progressbar" aria-label=name><i></i></span>
                    <button class="btn edged" on:click=move |_| session.cancel_opening()>
                        "Cancel"
                        <kbd>"Esc"</kbd>
                    </button>
                </figcaption>
            </figure>
        </Show>
    }
}
