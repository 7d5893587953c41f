//! The room: the photo, and what lies over it.

use leptos::{html::Main, prelude::*};

use crate::{
    i18n::editor::editor, store::Session, ui::canvas::resize_observer, ui::canvas::view::Stage,
    ui::canvas::zoom_toolbar::Tools, ui::landing::loading_frame::OpeningFrame,
    ui::overlay::notifications::Notices, ui::shell::progress_bar::Task,
};

/// Tells the session how much room there is.
#[component]
pub fn Room() -> impl IntoView {
    let session = expect_context::<Session>();
    let room = NodeRef::<Main>::new();
    room.on_load(move |room| resize_observer::watch(&room, session));
    view! {
        <main class="canvas-area" id="canvas" aria-label=editor().photo node_ref=room>
            <Stage/>
            <OpeningFrame/>
            <Task/>
            <Notices/>
            <Tools/>
        </main>
    }
}
