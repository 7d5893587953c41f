//! One photo of an export of several.

use leptos::prelude::*;

use crate::{
    i18n::editor::editor,
    i18n::failures::reason,
    i18n::number::fixed,
    i18n::{format, page},
    model::batch::State,
    services::worker::scheduler::thumbnail_queue::ThumbnailKind,
    store::Store,
    ui::controls::thumbnail_canvas::print,
};

/// Its name and how far it is. What failed can be tried again.
pub fn file(store: Store, key: u32) -> AnyView {
    let texts = &editor().batch;
    let now = store.jobs.batch;
    let name = now
        .with_untracked(|batch| batch.as_ref()?.get(key).map(|file| file.photo.clone()))
        .unwrap_or_default();
    // An icon, words, the share while it runs, and whether it can be tried again.
    let state = Memo::new(move |_| {
        now.with(|batch| {
            let state = batch.as_ref().and_then(|batch| batch.get(key)).map(|file| &file.state);
            match state {
                None | Some(State::Waiting) => ("", texts.waiting.to_owned(), None, false),
                Some(State::Running(done)) => ("", format::percent(f64::from(*done)), Some(*done), false),
                Some(State::ExportedFile(made)) => {
                    (OK, texts.done.fill([&format::size(made.file.size())]), None, false)
                }
                Some(State::Saved(made)) => {
                    (OK, texts.saved.fill([&format::size(made.file.size())]), None, false)
                }
                Some(State::Failed(why)) => (BAD, reason(why), None, true),
                Some(State::Cancelled) => ("", texts.cancelled.to_owned(), None, true),
            }
        })
    });
    view! {
        <li class="export-row" class:is-error=move || state.get().0 == BAD>
            {print(store, ThumbnailKind::Shots, key)}
            <span class="file-name" title=name.clone()>{name.clone()}</span>
            <span class="file-status">
                <span inner_html=move || state.get().0></span>
                {move || state.get().1}
                <button class="btn link" hidden=move || !state.get().3 on:click=move |_| store.retry_export(key)>
                    {page().try_again}
                </button>
            </span>
            <Meter label=name share=move || f64::from(state.get().2.unwrap_or_default()) hidden=move || state.get().2.is_none()/>
        </li>
    }
    .into_any()
}

const OK: &str = r##"<svg class="icon" aria-hidden="true"><use href="#check"/></svg>"##;
const BAD: &str = r##"<svg class="icon" aria-hidden="true"><use href="#warning"/></svg>"##;

/// A progress bar.
#[component]
pub fn Meter(
    /// Its accessible name.
    #[prop(into)]
    label: String,
    /// How much is done, 0 to 1.
    #[prop(into)]
    share: Signal<f64>,
    /// Whether it is hidden.
    #[prop(optional, into)]
    hidden: Signal<bool>,
) -> impl IntoView {
    view! {
        <span
            class="progress"
            role="progressbar"
            aria-label=label
            aria-valuemin="0"
            aria-valuemax="100"
            aria-valuenow=move || fixed(share.get() * 100.0, 0)
            hidden=hidden
        >
            <i style=("--value", move || fixed(share.get(), 3))></i>
        </span>
    }
}
