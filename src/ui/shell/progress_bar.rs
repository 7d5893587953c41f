//! What takes long: a meter on the room's top edge, words, and a way out.

use leptos::prelude::*;

use crate::{
    i18n::editor::editor,
    i18n::format,
    i18n::number::fixed,
    services::worker::now_ms,
    store::Store,
    ui::controls::button::Button,
    ui::controls::erased::{flag, on, text, when},
};

/// Shows the export or copying while one runs, or a slow rendering; what is opened meanwhile says so itself. A quick
/// export shows nothing (a delay in the stylesheet); of quick renderings the worker tells nothing.
#[component]
pub fn ProgressBar() -> impl IntoView {
    let store = expect_context::<Store>();
    let exporting = Memo::new(move |_| store.jobs.exporting.get().is_some());
    let running = Memo::new(move |_| {
        store.documents.opening.read().is_none() && (exporting.get() || store.jobs.rendering.get().is_some())
    });
    let share = move || {
        f64::from(store.jobs.exporting.get().or_else(|| store.jobs.rendering.get()).unwrap_or_default())
    };
    // When it was first seen to run, and how far it was.
    let begun = StoredValue::new((0.0, 0.0));
    Effect::new(move || {
        if running.get() {
            begun.set_value((now_ms(), untrack(share)));
        }
    });
    let progress = move || {
        let (since_ms, from) = begun.get_value();
        format::progress(share(), from, now_ms() - since_ms)
    };
    let names = move || match (exporting.get(), store.jobs.is_copying.get()) {
        (true, false) => (editor().exporting, editor().exporting_photo),
        (true, true) => (editor().clipboard_write, editor().copying_photo),
        (false, _) => (editor().developing, editor().developing_photo),
    };
    let (name, whole) = (move || names().0, move || names().1);
    let cancel = move |_| {
        if exporting.get_untracked() {
            store.cancel_export();
        } else {
            store.cancel_rendering();
        }
    };
    view! {
        <Show when=when(move || running.get())>
            <div
                class="edge-progress progress"
                class:is-delayed=flag(move || exporting.get())
                role="progressbar"
                aria-label=text(name)
                aria-valuemin="0"
                aria-valuemax="100"
                aria-valuenow=text(move || fixed(share() * 100.0, 0))
            >
                <i style=("--value", text(move || fixed(share(), 3)))></i>
            </div>
            <div class="progress-card" class:is-delayed=flag(move || exporting.get()) role="group" aria-label=text(whole)>
                <span>{text(name)}</span>
                <span class="text-secondary">{text(progress)}</span>
                {Button { key: Some(editor().escape), ..Button::words("btn outlined", editor().cancel) }.view(on(cancel))}
            </div>
        </Show>
    }
}
