//! Undo, redo, and the steps that a photo has taken.

use leptos::prelude::*;

use crate::{
    commands::Id, commands::shortcut_labels::aria_keyshortcuts, i18n::change_labels, i18n::editor::editor,
    model::change::Change, model::history::History, store::Store, store::ui_state::Popup,
    ui::controls::button::Button, ui::overlay::popup::PopupPanel,
};

/// The button that takes back the last change, and names it.
pub fn undo(store: Store) -> impl IntoView {
    step(store, "undo", Id::Undo, History::undoable, |store| store.edit.undo())
}

/// The button that brings back the change that was undone last, and names it.
pub fn redo(store: Store) -> impl IntoView {
    step(store, "redo", Id::Redo, History::redoable, |store| store.edit.redo())
}

fn step(
    store: Store,
    icon: &'static str,
    id: Id,
    change: fn(&History) -> Option<&Change>,
    act: fn(&Store),
) -> impl IntoView {
    let texts = editor();
    let (plain, named) =
        if id == Id::Undo { (texts.undo, &texts.undo_it) } else { (texts.redo, &texts.redo_it) };
    let name = Memo::new(move |_| {
        store.edit.history.with(|history| {
            change(history)
                .map_or_else(|| plain.to_owned(), |change| named.fill([&change_labels::label(change)]))
        })
    });
    let disabled = move || store.edit.history.with(|history| change(history).is_none());
    view! {
        <Button class="btn icon-only" icon label=name disabled shortcut=aria_keyshortcuts(id) on:click=move |_| act(&store)/>
    }
}

/// All steps; a click goes to one, and leaves the panel open for another.
#[component]
pub fn HistoryPanel() -> impl IntoView {
    let store = expect_context::<Store>();
    let places = move || 0..store.edit.history.with(|history| history.entries().len());
    view! {
        <PopupPanel popup=Popup::History label=editor().history role="group">
            <div class="section-header"><h2>{editor().history}</h2></div>
            <For each=places key=|place| *place children=move |place| line(store, place)/>
        </PopupPanel>
    }
}

/// The button stays while what it stands for changes, and so does the focus on it.
fn line(store: Store, place: usize) -> impl IntoView {
    let change = move || {
        store.edit.history.with(|history| history.entries().get(place).and_then(|step| step.change.clone()))
    };
    let at = move || store.edit.history.with(History::at);
    let title =
        move || change().map_or_else(|| editor().opened.to_owned(), |change| change_labels::title(&change));
    let detail = move || {
        if place > at() {
            editor().undone.to_owned()
        } else {
            change().map(|change| change_labels::detail(&change)).unwrap_or_default()
        }
    };
    view! {
        <button
            class="menu-item history-entry"
            class:is-undone={move || place > at()}
            aria-current=move || (place == at()).to_string()
            on:click=move |_| store.edit.jump_to(place)
        >
            <span>{title}</span>
            <span class="menu-item-detail">{detail}</span>
        </button>
    }
}
