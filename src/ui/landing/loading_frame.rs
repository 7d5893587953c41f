//! A file on its way, where its photo will be. An export of the photo before it is let finish.

use leptos::prelude::*;

use crate::{
    i18n::editor::editor, i18n::format, model::documents::photo::Opening, store::Store,
    ui::controls::button::Button,
};

/// Name and size of the file that is being opened, and a way out.
#[component]
pub fn LoadingFrame() -> impl IntoView {
    let store = expect_context::<Store>();
    // The frame stays while what is known of the file grows.
    let is_opening = Memo::new(move |_| store.documents.opening.read().is_some());
    let with = move |words: fn(&Opening) -> String| {
        store.documents.opening.with(|opening| opening.as_ref().map_or_else(String::new, words))
    };
    let title = move || match store.jobs.exporting.get() {
        Some(_) => {
            editor().opens_after.fill([&with(|opening| opening.name.clone()), &store.documents.photo_name()])
        }
        None => with(|opening| editor().status_message.opening.fill([&opening.name])),
    };
    let below = move || match store.jobs.exporting.get() {
        Some(done) => format::percent(done.into()),
        None => with(|opening| format::size(opening.bytes)),
    };
    view! {
        <Show when=move || is_opening.get()>
            <figure class="loading-frame">
                <div class="corner-marks"></div>
                <figcaption>
                    <b>{title}</b>
                    <span class="text-secondary">{below}</span>
                    // How long a decoder takes is not known beforehand.
                    <span class="progress indeterminate" role="progressbar" aria-label=title><i></i></span>
                    <Button class="btn outlined" key=editor().escape on:click=move |_| store.cancel_opening()>{editor().cancel}</Button>
                </figcaption>
            </figure>
        </Show>
    }
}
