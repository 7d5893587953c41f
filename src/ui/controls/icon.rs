//! Icons, from the sprite in index.html.

use leptos::prelude::*;

/// The icon of this name. It says nothing; its button has the words.
#[component]
pub fn Icon(
    /// Its id in the sprite.
    name: &'static str,
) -> impl IntoView {
    view! {
        <svg class="icon" aria-hidden="true" inner_html=format!("<use href=\"#{name}\"/>")></svg>
    }
}
