//! What a narrow bar has no room for.

use leptos::prelude::*;

use crate::{
    app::router,
    i18n::editor::editor,
    i18n::{format, page},
    store::Session,
    store::ui_state::Desk,
    ui::controls::erased::{on, text, when},
    ui::controls::icon::Icon,
    ui::overlay::popup::{Popup, PopupPanel, close},
};

/// The menu of a narrow window.
#[component]
pub fn MoreMenu() -> impl IntoView {
    let session = expect_context::<Session>();
    let desk = expect_context::<Desk>();
    let item =
        move |class: &'static str, icon: &'static str, words: &'static str, then: fn(Session, Desk)| {
            let act = move |_| {
                close(desk, Popup::More);
                then(session, desk);
            };
            view! {
                <button class=class role="menuitem" on:click=on(act)>
                    <Icon name=icon/>
                    {words}
                </button>
            }
        };
    let several = Memo::new(move |_| session.strip.with(|strip| strip.shots().len() > 1));
    let time = move || {
        let worker_ms = session.shown.with(|shown| shown.as_ref().map(|shown| shown.worker_ms));
        worker_ms.map(format::in_the_worker).unwrap_or_default()
    };
    view! {
        <PopupPanel popup=Popup::More label=editor().more role="menu">
            {item("menu-item narrow-only", "history", editor().history, |_, desk| desk.popup.set(Some(Popup::History)))}
            {item("menu-item narrow-only", "link", editor().share, |_, desk| desk.popup.set(Some(Popup::Share)))}
            {item("menu-item", "photos", editor().open_another, |_, desk| desk.choose_files())}
            <Show when=when(move || several.get() || session.several.now.read().is_some())>
                {item("menu-item", "download", editor().batch.several, |session, desk| desk.export_several(session))}
            </Show>
            {item("menu-item", "copy", editor().command.copy_result, |session, _| session.copy_result())}
            {item("menu-item", "crosshair", editor().command.probe, |session, _| session.toggle_probe())}
            {item("menu-item", "close", editor().close_photo, |session, _| session.close())}
            <hr/>
            {item("menu-item narrow-only", "keyboard", editor().shortcuts, |_, desk| desk.show_keys())}
            <button class="menu-item narrow-only" role="menuitem" on:click=on(move |_| desk.choose_theme(desk.theme.get_untracked().next()))>
                <Icon name="theme"/>
                {text(move || desk.theme.get().words())}
            </button>
            {item("menu-item", "bar-chart", page().benchmark, |_, _| router::to_benchmark())}
            <p class="hint">{text(time)}</p>
        </PopupPanel>
    }
}
