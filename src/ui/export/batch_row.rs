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
    ui::controls::erased::{Flag, Text, flag, on, text},
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
    let label = name.clone();
    view! {
        <li class="export-row" class:is-error=flag(move || state.get().0 == BAD)>
            {print(store, ThumbnailKind::Shots, key)}
            <span class="file-name" title=name.clone()>{name.clone()}</span>
            <span class="file-status">
                <span inner_html=text(move || state.get().0)></span>
                {text(move || state.get().1)}
                <button class="btn link" hidden=flag(move || !state.get().3) on:click=on(move |_| store.retry_export(key))>
                    {page().try_again}
                </button>
            </span>
            {meter("progress", text(move || label.clone()), move || f64::from(state.get().2.unwrap_or_default()), flag(move || state.get().2.is_none()))}
        </li>
    }
    .into_any()
}

const OK: &str = r##"<svg class="icon" aria-hidden="true"><use href="#check"/></svg>"##;
const BAD: &str = r##"<svg class="icon" aria-hidden="true"><use href="#warning"/></svg>"##;

/// A meter that says how far something is.
pub fn meter(
    class: &'static str,
    label: Text,
    share: impl Fn() -> f64 + Copy + Send + 'static,
    hidden: Flag,
) -> AnyView {
    view! {
        <span
            class=class
            role="progressbar"
            aria-label=label
            aria-valuemin="0"
            aria-valuemax="100"
            aria-valuenow=text(move || fixed(share() * 100.0, 0))
            hidden=hidden
        >
            <i style=("--value", text(move || fixed(share(), 3)))></i>
        </span>
    }
    .into_any()
}
