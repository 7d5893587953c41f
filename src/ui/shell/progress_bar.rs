//! What takes long: a meter on the room's top edge, words, and a way out.

use leptos::prelude::*;

use crate::{
    i18n::editor::editor, i18n::format, i18n::number::fixed, services::worker::now_ms, store::Store,
    ui::controls::button::Button,
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
        <Show when=move || running.get()>
            <div
                class="edge-progress progress"
                class:is-delayed=move || exporting.get()
                role="progressbar"
                aria-label=name
                aria-valuemin="0"
                aria-valuemax="100"
                aria-valuenow=move || fixed(share() * 100.0, 0)
            >
                <i style=("--value", move || fixed(share(), 3))></i>
            </div>
            <div class="progress-card" class:is-delayed=move || exporting.get() role="group" aria-label=whole>
                <span>{name}</span>
                <span class="text-secondary">{progress}</span>
                <Button class="btn outlined" key=editor().escape on:click=cancel>{editor().cancel}</Button>
            </div>
        </Show>
    }
}
