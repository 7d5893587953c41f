//! What a narrow bar has no room for.

use leptos::prelude::*;

use crate::{
    app::router,
    i18n::editor::editor,
    i18n::{format, page},
    store::Store,
    store::ui_state::Popup,
    store::ui_state::UiState,
    ui::controls::icon::Icon,
    ui::overlay::popup::{PopupPanel, close},
    ui::shell::theme_button,
};

/// The menu of a narrow window.
#[component]
pub fn OverflowMenu() -> impl IntoView {
    let store = expect_context::<Store>();
    let ui_state = expect_context::<UiState>();
    let item =
        move |class: &'static str, icon: &'static str, words: &'static str, then: fn(Store, UiState)| {
            let act = move |_| {
                close(ui_state, Popup::More);
                then(store, ui_state);
            };
            view! {
                <button class=class role="menuitem" on:click=act>
                    <Icon name=icon/>
                    {words}
                </button>
            }
        };
    let batch = Memo::new(move |_| store.documents.list.with(|documents| documents.documents().len() > 1));
    let time = move || {
        let worker_ms = store.jobs.displayed.with(|shown| shown.as_ref().map(|shown| shown.worker_ms));
        worker_ms.map(format::worker_time).unwrap_or_default()
    };
    view! {
        <PopupPanel popup=Popup::More label=editor().more role="menu">
            {item("menu-item narrow-only", "history", editor().history, |_, ui_state| ui_state.popup.set(Some(Popup::History)))}
            {item("menu-item narrow-only", "link", editor().share, |_, ui_state| ui_state.popup.set(Some(Popup::Share)))}
            {item("menu-item", "photos", editor().open_another, |_, ui_state| ui_state.choose_files())}
            <Show when=move || batch.get() || store.jobs.batch.read().is_some()>
                {item("menu-item", "download", editor().batch.batch, |store, ui_state| ui_state.export_batch(store))}
            </Show>
            {item("menu-item", "copy", editor().command.copy_result, |store, _| store.copy_to_clipboard())}
            {item("menu-item", "crosshair", editor().command.probe, |store, _| store.toggle_eyedropper())}
            {item("menu-item", "close", editor().close_photo, |store, _| store.close())}
            <hr/>
            {item("menu-item narrow-only", "keyboard", editor().shortcuts, |_, ui_state| ui_state.show_keys())}
            <button class="menu-item narrow-only" role="menuitem" on:click=move |_| ui_state.choose_theme(ui_state.theme.get_untracked().next())>
                <Icon name="theme"/>
                {move || theme_button::label(ui_state.theme.get())}
            </button>
            {item("menu-item", "bar-chart", page().benchmark, |_, _| router::to_benchmark())}
            <p class="hint">{time}</p>
        </PopupPanel>
    }
}
