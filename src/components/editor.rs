//! The editor: bar, film strip, room, panel, status line. The grid in the stylesheet puts them in their places.

use leptos::{ev, prelude::*};

use super::{
    desk::Desk, erased::on, film_strip::FilmStrip, focus, panel::Panel, room::Room, status::Status,
    top_bar::TopBar,
};
use crate::{session::Session, texts::editor};

/// The page with a photo.
#[component]
pub fn Editor() -> impl IntoView {
    let session = expect_context::<Session>();
    let desk = expect_context::<Desk>();
    on_cleanup(move || focus::leave_home(desk));
    // A link would lead to another address when the page is not at its base.
    let skip = move |event: ev::MouseEvent| {
        event.prevent_default();
        if let Some(canvas) = session.canvas.get_untracked() {
            let _ = canvas.focus();
        }
    };
    // Wherever it is: what it took may have captured it.
    let up = window_event_listener(ev::pointerup, move |_| session.hold(false));
    let gone = window_event_listener(ev::pointercancel, move |_| session.hold(false));
    on_cleanup(move || [up, gone].into_iter().for_each(WindowListenerHandle::remove));
    view! {
        // Heard before what it takes hears of it: that may change something at once.
        <div class="app" on:pointerdown:capture=on(move |_| session.hold(true))>
            <a class="btn edged skip" href="#room" on:click=on(skip)>{editor().skip}</a>
            <TopBar/>
            <FilmStrip/>
            <Room/>
            <Panel/>
            <Status/>
        </div>
    }
}
