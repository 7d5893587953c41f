//! The room: the photo, and what lies over it.

use leptos::{html::Main, prelude::*};

use super::{notices::Notices, opening::OpeningFrame, stage::Stage, task::Task, tools::Tools};
use crate::{session::Session, texts::editor};

mod measure;

/// Tells the session how much room there is.
#[component]
pub fn Room() -> impl IntoView {
    let session = expect_context::<Session>();
    let room = NodeRef::<Main>::new();
    room.on_load(move |room| measure::watch(&room, session));
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
