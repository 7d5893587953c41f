//! What takes long: a meter on the room's top edge, words, and a way out.

use leptos::prelude::*;

use crate::{session::Session, words};

/// Shows the export while one runs, or a slow rendering. Quick work shows nothing (a delay in the stylesheet).
#[component]
pub fn Task() -> impl IntoView {
    let session = expect_context::<Session>();
    let exporting = Memo::new(move |_| session.exporting.get().is_some());
    let running = Memo::new(move |_| exporting.get() || session.rendering.get().is_some());
    let share =
        move || f64::from(session.exporting.get().or_else(|| session.rendering.get()).unwrap_or_default());
    let name = move || if exporting.get() { "Exporting" } else { "Developing" };
    view! {
        <Show when=move || running.get()>
            <div
                class="edge-meter meter"
                role="progressbar"
                aria-label=name
                aria-valuemin="0"
                aria-valuemax="100"
                aria-valuenow=move || crate::number::fixed((share() * 100.0).into(), 0)
            >
                <i style=("--v", move || share().to_string())></i>
            </div>
            <div class="task" role="group" aria-label=move || format!("{} the photo", name())>
                <span>{name}</span>
                <span class="quiet">{move || words::percent(share())}</span>
                <Show when=move || exporting.get()>
                    <button class="btn edged" on:click=move |_| session.cancel_export()>
                        "Cancel"
                        <kbd>"Esc"</kbd>
                    </button>
                </Show>
            </div>
        </Show>
    }
}
