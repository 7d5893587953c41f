//! Icons that only the benchmark has.

use leptos::prelude::*;

/// An arrow to the left.
pub const BACK: &str = r#"<path d="M10 3.8 5.8 8l4.2 4.2"/>"#;
/// A tick.
pub const TICK: &str = r#"<path d="m3 8.5 3.2 3.2L13 4.8"/>"#;
/// A warning sign.
pub const WARN: &str = r#"<path d="M8 2.3 14.2 13H1.8z"/><path d="M8 6.3v3.2M8 11.3v.1"/>"#;
/// Copy.
pub const COPY: &str =
    r#"<rect x="5.5" y="5.5" width="8" height="8" rx="1"/><path d="M10.5 5.5v-3h-8v8h3"/>"#;
/// Save.
pub const SAVE: &str = r#"<path d="M8 2.5v7.3M5 7l3 3 3-3M2.7 10.8v2.7h10.6v-2.7"/>"#;
/// Repeat.
pub const AGAIN: &str = r#"<path d="M3.3 5A5.4 5.4 0 1 1 2.7 9"/><path d="M3 2.2V5h2.8"/>"#;

/// An icon, hidden from screen readers: the text beside it says the same.
pub fn view(drawing: &'static str) -> impl IntoView {
    view! { <svg class="icon" viewBox="0 0 16 16" aria-hidden="true" inner_html=drawing></svg> }
}
