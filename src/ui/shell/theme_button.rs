//! The theme: as the system, until someone chooses.

use leptos::prelude::*;

use crate::{i18n::page, model::theme::Theme, store::ui_state::UiState};

/// The button that goes through the themes.
#[component]
pub fn ThemeButton(
    /// Whether a narrow window has no room for it.
    #[prop(optional)]
    far: bool,
) -> impl IntoView {
    let ui_state = expect_context::<UiState>();
    let theme = ui_state.theme;
    let words = move || label(theme.get());
    view! {
        <button class=if far { "btn icon-only wide-only" } else { "btn icon-only" } aria-label=words title=words on:click=move |_| ui_state.choose_theme(theme.get_untracked().next())>
            <svg class="icon" aria-hidden="true" inner_html=move || icon(theme.get())></svg>
        </button>
    }
}

/// What its button says.
pub fn label(theme: Theme) -> &'static str {
    match theme {
        Theme::System => page().theme_system,
        Theme::Light => page().theme_light,
        Theme::Dark => page().theme_dark,
    }
}

fn icon(theme: Theme) -> &'static str {
    match theme {
        Theme::System => r##"<use href="#theme"/>"##,
        Theme::Light => r##"<use href="#theme-light"/>"##,
        Theme::Dark => r##"<use href="#theme-dark"/>"##,
    }
}
