//! The empty room: the lamp is on until a photo comes in.

use leptos::prelude::*;

use crate::{
    app::router,
    i18n::{format, page},
    store::Store,
    store::ui_state::UiState,
    ui::controls::button::Button,
    ui::landing::logo::Logo,
    ui::overlay::focus,
    ui::overlay::notifications::Toasts,
    ui::shell::theme_button::ThemeButton,
};

/// What never changes is written as what it is: it costs the page its letters, and no code.
const HERE: &str = r##"<svg class="icon" aria-hidden="true"><use href="#laptop"/></svg>"##;
const CHEVRON: &str = r##"<svg class="icon" aria-hidden="true"><use href="#chevron"/></svg>"##;
/// A line with the sample in three prints.
const SAMPLE_THUMBNAILS: &str = r#"<svg class="sample-line" viewBox="0 0 1000 24" preserveAspectRatio="none" aria-hidden="true">
<path d="M0 4C330 15 670 15 1000 4" vector-effect="non-scaling-stroke"/></svg>
<span class="sample-thumbnails"><span class="sample-thumbnail"><img src="./sample-thumbnail.webp" alt="" width="124" height="83"></span>
<span class="sample-thumbnail"><img src="./sample-thumbnail.webp" alt="" width="124" height="83"></span>
<span class="sample-thumbnail"><img src="./sample-thumbnail.webp" alt="" width="124" height="83"></span></span>"#;

/// Takes a drop anywhere; the button, the clipboard and the sample are the other ways in.
#[component]
pub fn Landing() -> impl IntoView {
    let store = expect_context::<Store>();
    let ui_state = expect_context::<UiState>();
    let chunk = ui_state.chunk;
    on_cleanup(move || focus::restore_focus(ui_state));
    let dragged = store.dragged_files;
    // A file that came before the editor did.
    let awaited = move || {
        let name =
            store.documents.opening.with(|opening| opening.as_ref().map(|opening| opening.name.clone()));
        name.or_else(|| store.documents.photo.with(|photo| photo.as_ref().map(|photo| photo.name.clone())))
            .filter(|_| chunk.is_coming())
    };
    let heading = move || match dragged.get() {
        Some(count) => page().drop_here.fill([&format::photos(count)]),
        None => page().opening_now.fill([&awaited().unwrap_or_default()]),
    };
    let below = move || if dragged.get().is_some() { page().formats } else { page().editor_comes };
    view! {
        <div class="landing" data-drag-over=move || dragged.get().is_some()>
            <header class="landing-header">
                <Logo/>
                <div>
                    <Button class="btn link" on:click=|_| router::to_benchmark()>{page().benchmark}</Button>
                    <LanguageSwitch/>
                    <ThemeButton/>
                </div>
            </header>
            <main class="hero">
                <Show when=move || dragged.get().is_some() || awaited().is_some() fallback=DropHint>
                    <h1>
                        <span role="status">{heading}</span>
                    </h1>
                    <p class="landing-actions">{below}</p>
                </Show>
                <SampleThumbnails/>
            </main>
            <footer class="privacy-note" inner_html=format!("{HERE}{}", page().pledge)></footer>
            <div class="corner-marks"></div>
            <Toasts/>
        </div>
    }
}

/// The one sentence, and the button.
#[component]
fn DropHint() -> impl IntoView {
    let ui_state = expect_context::<UiState>();
    let is_apple = window().navigator().platform().is_ok_and(|name| name.starts_with("Mac"));
    let ctrl = if is_apple { "⌘" } else { page().ctrl };
    view! {
        <h1>
            <span class="mouse-only">{page().drop_anywhere}</span>
            <span class="touch-only">{page().choose_to_begin}</span>
        </h1>
        <div class="landing-actions">
            <Button class="btn primary large" on:click=move |_| ui_state.choose_files()>{page().open_photos}</Button>
            <span class="paste-hint" inner_html=page().or_paste.fill([&format!("<kbd>{ctrl}</kbd> <kbd>V</kbd>")])></span>
        </div>
    }
}

/// Three prints on a line; they open the sample.
#[component]
fn SampleThumbnails() -> impl IntoView {
    let store = expect_context::<Store>();
    view! {
        <div class="samples">
            <button class="open-sample" inner_html=format!("{SAMPLE_THUMBNAILS}<span>{} {CHEVRON}</span>", page().sample_offer) on:click=move |_| store.open_sample()></button>
        </div>
    }
}

/// The page in the other language, named in that language.
#[component]
fn LanguageSwitch() -> impl IntoView {
    let ui_state = expect_context::<UiState>();
    let other = ui_state.language.get_untracked().next();
    view! {
        <button class="btn link" lang=other.code() on:click=move |_| ui_state.choose_language(other)>
            {other.name()}
        </button>
    }
}
