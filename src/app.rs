//! The root view: the empty room, or the editor; and the keys that work everywhere.

use leptos::{ev, prelude::*};
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlInputElement, KeyboardEvent};

use crate::{
    components::{Desk, Empty, FileInput, erased::when},
    session::Session,
    shortcuts::{self, Command, Press},
    viewport::Zoom,
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
        if event.default_prevented() || desk.picker_is_open() {
            return;
        }
        let key = event.key();
        let press = Press {
            key: &key,
            with_modifier: event.ctrl_key() || event.alt_key() || event.meta_key(),
            typing: is_typing(&event),
            repeated: event.repeat(),
        };
        if let Some(command) = shortcuts::command(press)
            && run(command, session, desk)
        {
            event.prevent_default();
        }
    });
    let release = move |key: &str| {
        if shortcuts::command(Press { key, ..Press::default() }) == Some(Command::Compare) {
            session.compare(false);
        }
    };
    let _ = window_event_listener(ev::keyup, move |event| release(&event.key()));
    // A key that is let go in another window is never heard of.
    let _ = window_event_listener(ev::blur, move |_| session.compare(false));
}

/// Does what a key asks for; whether there was anything to do.
fn run(command: Command, session: Session, desk: Desk) -> bool {
    let idle =
        session.photo.with_untracked(Option::is_some) && session.opening.with_untracked(Option::is_none);
    match command {
        Command::Open => desk.choose_files(),
        Command::Cancel => return cancel(session),
        _ if !idle => return false,
        Command::AddFilter => desk.open_picker(),
        Command::Export => session.export(),
        Command::Compare => session.compare(true),
        Command::Fit => session.zoom(Zoom::Fit),
        Command::FullSize => session.zoom(Zoom::Scale(1.0)),
        Command::DoubleSize => session.zoom(Zoom::Scale(2.0)),
        Command::ZoomIn => session.zoom_step(true),
        Command::ZoomOut => session.zoom_step(false),
    }
    true
}

/// Gives up what the user waits for, the newest first.
fn cancel(session: Session) -> bool {
    if session.opening.with_untracked(Option::is_some) {
        session.cancel_opening();
    } else if session.exporting.get_untracked().is_some() {
        session.cancel_export();
    } else {
        return false;
    }
    true
}

/// Whether the key goes into a text or number. A slider takes no letters.
fn is_typing(event: &KeyboardEvent) -> bool {
    let Some(target) = event.target().and_then(|target| target.dyn_into::<Element>().ok()) else {
        return false;
    };
    match target.dyn_ref::<HtmlInputElement>() {
        Some(input) => input.type_() != "range",
        None => matches!(target.tag_name().as_str(), "TEXTAREA" | "SELECT"),
    }
}
