//! The bar above the room: which photo it is, and what can be done with it as a whole.

use leptos::prelude::*;

use super::{
    compare::Compare, desk::Desk, icon::Icon, mark::Mark, theme_button::ThemeButton, toolbar::Toolbar,
};
use crate::{session::Session, words};

/// Wordmark, name and size of the photo, Compare, Export.
#[component]
pub fn TopBar() -> impl IntoView {
    let session = expect_context::<Session>();
    let desk = expect_context::<Desk>();
    let name = move || {
        let opening = session.opening.with(|opening| opening.as_ref().map(|opening| opening.name.clone()));
        opening.or_else(|| session.photo.with(|photo| photo.as_ref().map(|photo| photo.name.clone())))
    };
    let facts = move || {
        if let Some(opening) = session.opening.get() {
            return opening.size.map(words::pixels).unwrap_or_default();
        }
        session.photo.get().map_or_else(String::new, |photo| {
            let alpha = if photo.has_alpha { ", with transparency" } else { "" };
            format!("{}{alpha}", words::pixels(photo.size))
        })
    };
    let time = move || {
        let shown = session.opening.with(Option::is_none).then(|| session.shown.get()).flatten();
        shown.map(|shown| format!(", {}", words::in_the_worker(shown.worker_ms)))
    };
    let can_export = Memo::new(move |_| {
        session.exporting.get().is_none()
            && session.photo.read().is_some()
            && session.opening.read().is_none()
    });
    view! {
        <header class="top">
            <div class="title">
                <Mark/>
                <h1>
                    <b title=name>{name}</b>
                    " "
                    <span>{facts}<span class="near">{time}</span></span>
                </h1>
            </div>
            <Toolbar label="Photo" class="actions">
                <Compare/>
                <span class="gap far"></span>
                <button
                    class="btn icon"
                    aria-label="Open another photo"
                    title="Open another photo"
                    on:click=move |_| desk.choose_files()
                >
                    <Icon name="photos"/>
                </button>
                <ThemeButton/>
                <button
                    class="btn lamp"
                    aria-disabled=move || (!can_export.get()).to_string()
                    on:click=move |_| {
                        if can_export.get_untracked() {
                            session.export();
                        }
                    }
                >
                    <Icon name="save"/>
                    "Export"
                </button>
            </Toolbar>
        </header>
    }
}
