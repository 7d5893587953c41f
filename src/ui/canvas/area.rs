//! The room: the photo, and what lies over it.

use leptos::{html::Main, prelude::*};

use crate::{
    i18n::editor::editor, store::Store, ui::canvas::resize_observer, ui::canvas::view::CanvasView,
    ui::canvas::zoom_toolbar::ZoomToolbar, ui::landing::loading_frame::LoadingFrame,
    ui::overlay::notifications::Toasts, ui::shell::progress_bar::ProgressBar,
};

/// Tells the session how much room there is.
#[component]
pub fn CanvasArea() -> impl IntoView {
    let store = expect_context::<Store>();
    let room = NodeRef::<Main>::new();
    room.on_load(move |room| resize_observer::watch(&room, store));
    view! {
        <main class="canvas-area" id="canvas" aria-label=editor().photo node_ref=room>
            <CanvasView/>
            <LoadingFrame/>
            <ProgressBar/>
            <Toasts/>
            <ZoomToolbar/>
        </main>
    }
}
