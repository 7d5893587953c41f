//! The wordmark. Its lamp is the worker's.

use leptos::prelude::*;

use crate::{
    store::{Lamp, Session},
    ui::controls::erased::text,
};

const MARK: &str = r#"<svg viewBox="0 0 20 20" aria-hidden="true"><path d="M2.7 8.2V2.7h5.5M17.3 11.8v5.5h-5.5"/><circle cx="10" cy="10" r="3.6"/></svg><span>Safelight</span>"#;

/// Corner marks around the worker's lamp, and the name.
#[component]
pub fn Mark() -> impl IntoView {
    let lamp = expect_context::<Session>().lamp;
    let state = move || match lamp.get() {
        Lamp::Starting => "starting",
        Lamp::Ready => "ready",
        Lamp::Working => "working",
        Lamp::Out => "failed",
    };
    view! {
        <div class="logo" data-status=text(state) inner_html=MARK></div>
    }
}
