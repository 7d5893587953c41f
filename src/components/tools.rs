//! How large the photo is seen.

use leptos::prelude::*;

use super::{icon::Icon, toolbar::Toolbar};
use crate::{session::Session, viewport::Zoom, words};

/// Zoom out and in, Fit, 100 %.
#[component]
pub fn Tools() -> impl IntoView {
    let session = expect_context::<Session>();
    let is_zoom = move |zoom: Zoom| session.viewport.with(|viewport| viewport.zoom == zoom).to_string();
    let is_last = move |larger: bool| {
        let photo = session.photo.get();
        let next = photo.and_then(|photo| session.viewport.read().next_zoom(photo.size, larger));
        next.is_none().to_string()
    };
    let percent = move || {
        let photo = session.photo.get()?;
        Some(words::percent(session.viewport.read().scale(photo.size)))
    };
    view! {
        <Toolbar label="View" class="tools" inert=Signal::derive(move || session.opening.read().is_some())>
            <button
                class="btn icon"
                aria-label="Zoom out"
                aria-disabled=move || is_last(false)
                on:click=move |_| session.zoom_step(false)
            >
                <Icon name="minus"/>
            </button>
            <span class="z"><span class="sr">"Zoom, "</span>{percent}</span>
            <button
                class="btn icon"
                aria-label="Zoom in"
                aria-disabled=move || is_last(true)
                on:click=move |_| session.zoom_step(true)
            >
                <Icon name="plus"/>
            </button>
            <span class="gap"></span>
            <button class="btn" aria-pressed=move || is_zoom(Zoom::Fit) on:click=move |_| session.zoom(Zoom::Fit)>
                "Fit"
            </button>
            <button
                class="btn"
                aria-pressed=move || is_zoom(Zoom::Scale(1.0))
                on:click=move |_| session.zoom(Zoom::Scale(1.0))
            >
                "100 %"
            </button>
        </Toolbar>
    }
}
