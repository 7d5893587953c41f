//! The root view: the empty room, or the editor; and the keys that work everywhere.

pub mod lazy_editor;
pub mod router;
pub mod unload_guard;

use leptos::{ev, prelude::*};

use crate::{
    platform::keyboard::{OPEN, Press},
    store::Session,
    store::ui_state::Desk,
    ui::controls::erased::when,
    ui::controls::file_input::FileInput,
    ui::landing::page::Empty,
    ui::overlay::focus,
};

/// The page.
#[component]
pub fn App() -> impl IntoView {
    let session = expect_context::<Session>();
    let desk = Desk::default();
    provide_context(desk);
    desk.wear_theme();
    desk.speak(session);
    desk.chunk.arrange(session);
    focus::keep_home(session, desk);
    Effect::new(move || {
        if let Some(begin) = desk.chunk.begin() {
            begin(session);
        }
    });
    listen(session, desk);

    let editing = Memo::new(move |_| {
        (session.photo.read().is_some() || session.opening.read().is_some()) && desk.chunk.is_here()
    });
    Effect::new(move || {
        let name = session.photo.with(|photo| photo.as_ref().map(|photo| photo.name.clone()));
        document()
            .set_title(&name.map_or_else(|| "Safelight".to_owned(), |name| format!("{name} – Safelight")));
    });
    // In another language everything is said anew; what is said stands in the session and stays.
    move || {
        desk.language.track();
        view! {
            <FileInput/>
            <Show when=when(move || editing.get()) fallback=Empty>
                {desk.chunk.view()}
            </Show>
        }
    }
}

/// Listens for keys on the whole page.
fn listen(session: Session, desk: Desk) {
    let _ = window_event_listener(ev::keydown, move |event| {
        // A dialog's keys are its own.
        if event.default_prevented() || desk.dialog_is_open() {
            return;
        }
        let press = Press::of(&event);
        let is_ours = match desk.chunk.keyboard() {
            Some(keyboard) => (keyboard.down)(&press, session, desk),
            None => down_without_editor(&press, session, desk),
        };
        if is_ours {
            event.prevent_default();
        }
    });
    let _ = window_event_listener(ev::keyup, move |event| {
        if let Some(keyboard) = desk.chunk.keyboard() {
            (keyboard.up)(&Press::of(&event), session);
        }
    });
    // A key that is let go in another window is never heard of.
    let _ = window_event_listener(ev::blur, move |_| session.compare(false));
}

/// What keys do before the table of commands is there.
fn down_without_editor(press: &Press, session: Session, desk: Desk) -> bool {
    let is_escape = press.key == "Escape";
    if OPEN.are(press) && !press.repeated {
        desk.choose_files();
    } else if is_escape {
        session.cancel_opening();
    }
    OPEN.are(press) || is_escape
}
