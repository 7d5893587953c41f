//! How large the photo is seen.

use leptos::prelude::*;

use super::{
    erased::{flag, on, text, yes_no},
    icon::Icon,
    toolbar::Toolbar,
};
use crate::{session::Session, viewport::Zoom, words};

/// Zoom out and in, Fit, 100 %.
#[component]
pub fn Tools() -> impl IntoView {
    let session = expect_context::<Session>();
    let size = move || session.photo.with(|photo| photo.as_ref().map(|photo| photo.size));
    let is_zoom = move |zoom: Zoom| session.viewport.with(|viewport| viewport.zoom == zoom);
    let is_last =
        move |larger: bool| size().and_then(|size| session.viewport.read().next_zoom(size, larger)).is_none();
    let percent =
        move || size().map(|size| words::percent(session.viewport.read().scale(size))).unwrap_or_default();
    view! {
        <Toolbar label="View" class="tools" inert=flag(move || session.opening.read().is_some())>
            <button
                class="btn icon"
                aria-label="Zoom out"
                aria-disabled=yes_no(move || is_last(false))
                on:click=on(move |_| session.zoom_step(false))
            >
                <Icon name="minus"/>
            </button>
            <span class="z"><span class="sr">"Zoom, "</span>{text(percent)}</span>
            <button
                class="btn icon"
                aria-label="Zoom in"
                aria-disabled=yes_no(move || is_last(true))
                on:click=on(move |_| session.zoom_step(true))
            >
                <Icon name="plus"/>
            </button>
            <span class="gap"></span>
            <button class="btn" aria-pressed=yes_no(move || is_zoom(Zoom::Fit)) on:click=on(move |_| session.zoom(Zoom::Fit))>
                "Fit"
            </button>
            <button
                class="btn"
                aria-pressed=yes_no(move || is_zoom(Zoom::Scale(1.0)))
                on:click=on(move |_| session.zoom(Zoom::Scale(1.0)))
            >
                "100 %"
            </button>
        </Toolbar>
    }
}
