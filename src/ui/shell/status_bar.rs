//! The line under the room: what the worker does, what was done last, how large the photo is shown.

use leptos::prelude::*;

use crate::{
    i18n::editor::editor, i18n::format, i18n::status_message, store::Store, store::jobs::WorkerStatus,
    ui::canvas::pixel_readout::PixelReadoutView,
};

/// Stays in the page for screen readers where a narrow window has no room for it.
#[component]
pub fn Status() -> impl IntoView {
    let store = expect_context::<Store>();
    let at = |share: f32| editor().worker_at.fill([&format::percent(share.into())]);
    let worker = move || match store.jobs.worker_status.get() {
        WorkerStatus::Failed => editor().worker_out.to_owned(),
        WorkerStatus::Starting => editor().worker_starting.to_owned(),
        WorkerStatus::Ready | WorkerStatus::Working => {
            if store.documents.opening.read().is_some() && store.jobs.exporting.get().is_none() {
                editor().worker_decoding.to_owned()
            } else if let Some(share) = store.jobs.exporting.get().or_else(|| store.jobs.rendering.get()) {
                at(share)
            } else {
                store.jobs.displayed.with(|shown| {
                    shown.as_ref().map_or_else(String::new, |shown| format::worker_time(shown.worker_ms))
                })
            }
        }
    };
    let dark =
        move || matches!(store.jobs.worker_status.get(), WorkerStatus::Failed | WorkerStatus::Starting);
    let words = move || {
        if store.view.comparing.get() {
            editor().original.to_owned()
        } else {
            status_message::text(&store.status.message().read())
        }
    };
    let zoom = move || {
        let size = store.edit.size.get();
        size.map(|size| format::percent(store.view.viewport.read().scale(size))).unwrap_or_default()
    };
    view! {
        <footer class="status-bar">
            <span class="worker-status" data-inactive=dark>{worker}</span>
            <span class="status-message" role="status">{words}</span>
            <PixelReadoutView/>
            <span class="zoom-level">{zoom}</span>
        </footer>
    }
}
