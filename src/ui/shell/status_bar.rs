//! The line under the room: what the worker does, what was done last, how large the photo is shown.

use leptos::prelude::*;

use crate::{
    i18n::editor::editor,
    i18n::format,
    store::{Lamp, Session},
    ui::canvas::pixel_readout::PixelReading,
    ui::controls::erased::{flag, text},
};

/// Stays in the page for screen readers where a narrow window has no room for it.
#[component]
pub fn Status() -> impl IntoView {
    let session = expect_context::<Session>();
    let at = |share: f32| editor().worker_at.fill([&format::percent(share.into())]);
    let worker = move || match session.lamp.get() {
        Lamp::Out => editor().worker_out.to_owned(),
        Lamp::Starting => editor().worker_starting.to_owned(),
        Lamp::Ready | Lamp::Working => {
            if session.opening.read().is_some() && session.exporting.get().is_none() {
                editor().worker_decoding.to_owned()
            } else if let Some(share) = session.exporting.get().or_else(|| session.rendering.get()) {
                at(share)
            } else {
                session.shown.with(|shown| {
                    shown.as_ref().map_or_else(String::new, |shown| format::in_the_worker(shown.worker_ms))
                })
            }
        }
    };
    let dark = move || matches!(session.lamp.get(), Lamp::Out | Lamp::Starting);
    let words = move || {
        if session.comparing.get() { editor().original.to_owned() } else { session.said.read().words() }
    };
    let zoom = move || {
        let size = session.size.get();
        size.map(|size| format::percent(session.viewport.read().scale(size))).unwrap_or_default()
    };
    view! {
        <footer class="status-bar">
            <span class="worker-status" data-inactive=flag(dark)>{text(worker)}</span>
            <span class="status-message" role="status">{text(words)}</span>
            <PixelReading/>
            <span class="zoom-level">{text(zoom)}</span>
        </footer>
    }
}
