//! The bar above the room: which photo it is, and what can be done with it as a whole.

use leptos::prelude::*;

use crate::{
    commands::Id,
    commands::shortcut_labels::aria_keyshortcuts,
    i18n::editor::editor,
    i18n::format,
    store::Store,
    store::ui_state::Popup,
    store::ui_state::UiState,
    ui::canvas::compare_button::Compare,
    ui::controls::button::Button,
    ui::controls::toolbar::Toolbar,
    ui::export::share_menu::ShareMenu,
    ui::landing::logo::Logo,
    ui::shell::history_menu::{HistoryPanel, redo, undo},
    ui::shell::open_button::OpenButton,
    ui::shell::overflow_menu::OverflowMenu,
    ui::shell::theme_button::ThemeButton,
};

/// Wordmark, name and size of the photo, Compare, Export.
#[component]
pub fn TopBar() -> impl IntoView {
    let store = expect_context::<Store>();
    let ui_state = expect_context::<UiState>();
    let name = move || {
        let opening =
            store.documents.opening.with(|opening| opening.as_ref().map(|opening| opening.name.clone()));
        opening
            .or_else(|| store.documents.photo.with(|photo| photo.as_ref().map(|photo| photo.name.clone())))
            .unwrap_or_default()
    };
    let facts = move || {
        let (opening, photo) = (store.documents.opening.read(), store.documents.photo.read());
        match (opening.as_ref(), photo.as_ref()) {
            (Some(opening), _) => opening.size.map(format::pixels).unwrap_or_default(),
            (None, Some(photo)) => {
                let size = store.edit.size.get().map(format::pixels).unwrap_or_default();
                if photo.has_alpha { editor().with_transparency.fill([&size]) } else { size }
            }
            (None, None) => String::new(),
        }
    };
    let time = move || {
        let worker_ms = store.jobs.displayed.with(|shown| shown.as_ref().map(|shown| shown.worker_ms));
        let worker_ms = worker_ms.filter(|_| store.documents.opening.read().is_none());
        worker_ms.map_or_else(String::new, |ms| format!(", {}", format::worker_time(ms)))
    };
    let can_export = move || {
        store.jobs.exporting.get().is_none()
            && store.documents.photo.read().is_some()
            && store.documents.opening.read().is_none()
    };
    let export = move |_| {
        if untrack(can_export) {
            store.export();
        }
    };
    view! {
        <header class="top-bar">
            <div class="title-bar">
                <Logo/>
                <h1>
                    <b title=name>{name}</b>
                    " "
                    <span>{facts}<span class="narrow-only">{time}</span></span>
                </h1>
            </div>
            <Toolbar label=editor().photo class="actions">
                {undo(store)}
                {redo(store)}
                <Button id=Popup::History.button_id() class="btn icon-only wide-only" icon="history" label=editor().history shortcut=aria_keyshortcuts(Id::History) expanded=move || Popup::History.is_open(ui_state) on:click=move |_| Popup::History.toggle(ui_state)/>
                <span class="separator wide-only"></span>
                <Compare/>
                <Button id=Popup::Share.button_id() class="btn wide-only" icon="link" label=editor().share collapsible=true expanded=move || Popup::Share.is_open(ui_state) on:click=move |_| Popup::Share.toggle(ui_state)>{editor().share}</Button>
                <span class="separator wide-only"></span>
                <Button class="btn icon-only wide-only" icon="keyboard" label=editor().shortcuts shortcut=aria_keyshortcuts(Id::Keys) on:click=move |_| ui_state.show_keys()/>
                <ThemeButton far=true/>
                <OpenButton/>
                <Button id=Popup::More.button_id() class="btn icon-only" icon="more" label=editor().more expanded=move || Popup::More.is_open(ui_state) on:click=move |_| Popup::More.toggle(ui_state)/>
                <Button class="btn primary" icon="download" shortcut=aria_keyshortcuts(Id::Export) disabled=move || !can_export() on:click=export>{editor().export}</Button>
            </Toolbar>
            <HistoryPanel/>
            <ShareMenu/>
            <OverflowMenu/>
        </header>
    }
}
