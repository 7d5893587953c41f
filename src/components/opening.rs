//! A file on its way, where its photo will be.

use leptos::prelude::*;

use super::{
    button::Button,
    erased::{on, text, when},
};
use crate::{
    session::{Opening, Session},
    texts::editor,
    words,
};

/// Name and size of the file that is being opened, and a way out.
#[component]
pub fn OpeningFrame() -> impl IntoView {
    let session = expect_context::<Session>();
    // The frame stays while what is known of the file grows.
    let is_opening = Memo::new(move |_| session.opening.read().is_some());
    let name = move || session.opening.with(|opening| opening.as_ref().map_or_else(String::new, title));
    let size = move || session.opening.with(|opening| opening.as_ref().map_or_else(String::new, bytes));
    view! {
        <Show when=when(move || is_opening.get())>
            <figure class="opening">
                <div class="marks"></div>
                <figcaption>
                    <b>{text(name)}</b>
                    <span class="quiet">{text(size)}</span>
                    // How long a decoder takes is not known beforehand.
                    <span class="meter unsure" role="progressbar" aria-label=text(name)><i></i></span>
                    {Button { key: Some(editor().escape), ..Button::words("btn edged", editor().cancel) }.view(on(move |_| session.cancel_opening()))}
                </figcaption>
            </figure>
        </Show>
    }
}

fn title(opening: &Opening) -> String {
    editor().said.opening.fill([&opening.name])
}

fn bytes(opening: &Opening) -> String {
    words::size(opening.bytes)
}
