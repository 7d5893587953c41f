//! A small picture of the open photo.

use leptos::{html::Canvas, prelude::*};

use crate::{services::worker::scheduler::thumbnail_queue::Sheet, store::Session};

/// The picture of this name on a sheet, as soon as it is there. What it shows stands beside it in words.
pub fn print(session: Session, sheet: Sheet, key: u32) -> AnyView {
    let canvas = NodeRef::<Canvas>::new();
    Effect::new(move || {
        if let (Some(contact), Some(canvas)) = (session.contacts.of(sheet).get(), canvas.get()) {
            contact.draw(key, &canvas);
        }
    });
    view! { <canvas class="thumbnail" aria-hidden="true" width="0" height="0" node_ref=canvas></canvas> }
        .into_any()
}
