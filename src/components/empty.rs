//! The empty room: the lamp is on until a photo comes in.

use leptos::prelude::*;

use super::{
    button::Button,
    desk::Desk,
    erased::{flag, on, text, when},
    mark::Mark,
    notices::Notices,
    theme_button::ThemeButton,
};
use crate::{intake, route, session::Session, words};

/// What never changes is written as what it is: it costs the page its letters, and no code.
const INVITATION: &str = r#"<span class="fine">Drop photos anywhere on this page.</span><span class="coarse">Choose photos to begin.</span>"#;
const PLEDGE: &str =
    r##"<svg class="i" aria-hidden="true"><use href="#here"/></svg>Photos stay on this machine."##;
/// A line with the sample in three prints.
const PRINTS: &str = r##"<svg class="wire" viewBox="0 0 1000 24" preserveAspectRatio="none" aria-hidden="true">
<path d="M0 4C330 15 670 15 1000 4" vector-effect="non-scaling-stroke"/></svg>
<span class="prints"><span class="print"><img src="./print.webp" alt="" width="124" height="83"></span>
<span class="print"><img src="./print.webp" alt="" width="124" height="83"></span>
<span class="print"><img src="./print.webp" alt="" width="124" height="83"></span></span>
<span>No photo at hand? Try the sample photo <svg class="i" aria-hidden="true"><use href="#chev"/></svg></span>"##;

/// Takes a drop anywhere; the button, the clipboard and the sample are the other ways in.
#[component]
pub fn Empty() -> impl IntoView {
    let session = expect_context::<Session>();
    let chunk = expect_context::<Desk>().chunk;
    let dragged = session.dragged_files;
    // A file that came before the editor did.
    let awaited = move || {
        let name = session.opening.with(|opening| opening.as_ref().map(|opening| opening.name.clone()));
        name.or_else(|| session.photo.with(|photo| photo.as_ref().map(|photo| photo.name.clone())))
            .filter(|_| chunk.is_coming())
    };
    let heading = move || match dragged.get() {
        Some(count) => format!("Let go to open {}.", words::photos(count)),
        None => format!("Opening {}.", awaited().unwrap_or_default()),
    };
    let below = move || if dragged.get().is_some() { "JPEG or PNG" } else { "The editor is being loaded." };
    view! {
        <div class="empty" data-drop=flag(move || dragged.get().is_some())>
            <header class="bar">
                <Mark/>
                <div>
                    {Button::words("btn link", "Benchmark").view(on(|_| route::to_benchmark()))}
                    <ThemeButton/>
                </div>
            </header>
            <main class="hero">
                <Show when=when(move || dragged.get().is_some() || awaited().is_some()) fallback=Invitation>
                    <h1>
                        <span role="status">{text(heading)}</span>
                    </h1>
                    <p class="do">{text(below)}</p>
                </Show>
                <Prints/>
            </main>
            <footer class="pledge" inner_html=PLEDGE></footer>
            <div class="marks"></div>
            <Notices/>
        </div>
    }
}

/// The one sentence, and the button.
#[component]
fn Invitation() -> impl IntoView {
    let desk = expect_context::<Desk>();
    let is_apple = window().navigator().platform().is_ok_and(|name| name.starts_with("Mac"));
    let ctrl = if is_apple { "⌘" } else { "Ctrl" };
    view! {
        <h1 inner_html=INVITATION></h1>
        <div class="do">
            {Button::words("btn lamp big", "Open photos").view(on(move |_| desk.choose_files()))}
            <span class="paste" inner_html=format!("or paste with <kbd>{ctrl}</kbd> <kbd>V</kbd>")></span>
        </div>
    }
}

/// Three prints on a line; they open the sample.
#[component]
fn Prints() -> impl IntoView {
    let session = expect_context::<Session>();
    view! {
        <div class="line">
            <button class="try" inner_html=PRINTS on:click=on(move |_| intake::open_sample(session))></button>
        </div>
    }
}
