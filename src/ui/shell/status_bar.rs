//! The line under the room: what the worker does, what was done last, how large the photo is shown.

use leptos::prelude::*;

use crate::{
    i18n::editor::editor,
    i18n::format,
    i18n::status_message,
    store::{Store, WorkerStatus},
    ui::canvas::pixel_readout::PixelReadoutView,
    ui::controls::erased::{flag, text},
};

/// Stays in the page for screen readers where a narrow window has no room for it.
#[component]
pub fn Status() -> impl IntoView {
    let store = expect_context::<Store>();
    let at = |share: f32| editor().worker_at.fill([&format::percent(share.into())]);
    let worker = move || match store.worker_status.get() {
        WorkerStatus::Out => editor().worker_out.to_owned(),
        WorkerStatus::Starting => editor().worker_starting.to_owned(),
        WorkerStatus::Ready | WorkerStatus::Working => {
            if store.opening.read().is_some() && store.exporting.get().is_none() {
                editor().worker_decoding.to_owned()
            } else if let Some(share) = store.exporting.get().or_else(|| store.rendering.get()) {
                at(share)
            } else {
                store.shown.with(|shown| {
                    shown.as_ref().map_or_else(String::new, |shown| format::worker_time(shown.worker_ms))
                })
            }
        }
    };
    let dark = move || matches!(store.worker_status.get(), WorkerStatus::Out | WorkerStatus::Starting);
    let words = move || {
        if store.comparing.get() {
            editor().original.to_owned()
        } else {
            status_message::text(&store.status.message().read())
        }
    };
    let zoom = move || {
        let size = store.size.get();
        size.map(|size| format::percent(store.viewport.read().scale(size))).unwrap_or_default()
    };
    view! {
        <footer class="status-bar">
            <span class="worker-status" data-inactive=flag(dark)>{text(worker)}</span>
            <span class="status-message" role="status">{text(words)}</span>
            <PixelReadoutView/>
            <span class="zoom-level">{text(zoom)}</span>
        </footer>
    }
}
