//! The wordmark. Its lamp is the worker's.

use leptos::prelude::*;

use crate::{store::Store, store::jobs::WorkerStatus};

const LOGO: &str = r#"<svg viewBox="0 0 20 20" aria-hidden="true"><path d="M2.7 8.2V2.7h5.5M17.3 11.8v5.5h-5.5"/><circle cx="10" cy="10" r="3.6"/></svg><span>Safelight</span>"#;

/// Corner marks around the worker's lamp, and the name.
#[component]
pub fn Logo() -> impl IntoView {
    let worker_status = expect_context::<Store>().jobs.worker_status;
    let state = move || match worker_status.get() {
        WorkerStatus::Starting => "starting",
        WorkerStatus::Ready => "ready",
        WorkerStatus::Working => "working",
        WorkerStatus::Failed => "failed",
    };
    view! {
        <div class="logo" data-status=state inner_html=LOGO></div>
    }
}
