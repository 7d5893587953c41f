//! The bar above the room: which photo it is, and what can be done with it as a whole.

use leptos::prelude::*;

use crate::{
    commands::Id,
    commands::shortcut_labels::aria,
    i18n::editor::editor,
    i18n::format,
    store::Session,
    store::ui_state::Desk,
    ui::canvas::compare_button::Compare,
    ui::controls::button::Button,
    ui::controls::erased::{on, text, yes_no},
    ui::controls::toolbar::Toolbar,
    ui::export::share_menu::ShareMenu,
    ui::landing::logo::Mark,
    ui::overlay::popup::{Popup, opener},
    ui::shell::history_menu::{HistoryPanel, redo, undo},
    ui::shell::open_button::PhotosButton,
    ui::shell::overflow_menu::MoreMenu,
    ui::shell::theme_button::ThemeButton,
};

/// Wordmark, name and size of the photo, Compare, Export.
#[component]
pub fn TopBar() -> impl IntoView {
    let session = expect_context::<Session>();
    let desk = expect_context::<Desk>();
    let name = move || {
        let opening = session.opening.with(|opening| opening.as_ref().map(|opening| opening.name.clone()));
        opening
            .or_else(|| session.photo.with(|photo| photo.as_ref().map(|photo| photo.name.clone())))
            .unwrap_or_default()
    };
    let facts = move || {
        let (opening, photo) = (session.opening.read(), session.photo.read());
        match (opening.as_ref(), photo.as_ref()) {
            (Some(opening), _) => opening.size.map(format::pixels).unwrap_or_default(),
            (None, Some(photo)) => {
                let size = session.size.get().map(format::pixels).unwrap_or_default();
                if photo.has_alpha { editor().with_transparency.fill([&size]) } else { size }
            }
            (None, None) => String::new(),
        }
    };
    let time = move || {
        let worker_ms = session.shown.with(|shown| shown.as_ref().map(|shown| shown.worker_ms));
        let worker_ms = worker_ms.filter(|_| session.opening.read().is_none());
        worker_ms.map_or_else(String::new, |ms| format!(", {}", format::in_the_worker(ms)))
    };
    let can_export = move || {
        session.exporting.get().is_none()
            && session.photo.read().is_some()
            && session.opening.read().is_none()
    };
    let disabled = Some(yes_no(move || !can_export()));
    let export = move |_| {
        if untrack(can_export) {
            session.export();
        }
    };
    view! {
        <header class="top-bar">
            <div class="title-bar">
                <Mark/>
                <h1>
                    <b title=text(name)>{text(name)}</b>
                    " "
                    <span>{text(facts)}<span class="narrow-only">{text(time)}</span></span>
                </h1>
            </div>
            <Toolbar label=editor().photo class="actions">
                {undo(session)}
                {redo(session)}
                {opener(Popup::History, Button { shortcut: Some(aria(Id::History)), ..Button::icon("btn icon-only wide-only", "history", editor().history) })}
                <span class="separator wide-only"></span>
                <Compare/>
                {opener(Popup::Share, Button { icon: Some("link"), label: Some(editor().share.to_owned()), wide: true, ..Button::words("btn wide-only", editor().share) })}
                <span class="separator wide-only"></span>
                {Button { shortcut: Some(aria(Id::Keys)), ..Button::icon("btn icon-only wide-only", "keyboard", editor().shortcuts) }.view(on(move |_| desk.show_keys()))}
                <ThemeButton far=true/>
                <PhotosButton/>
                {opener(Popup::More, Button::icon("btn icon-only", "more", editor().more))}
                {Button { icon: Some("download"), disabled, shortcut: Some(aria(Id::Export)), ..Button::words("btn primary", editor().export) }.view(on(export))}
            </Toolbar>
            <HistoryPanel/>
            <ShareMenu/>
            <MoreMenu/>
        </header>
    }
}
