//! A small picture of the open photo.

use leptos::{html::Canvas, prelude::*};

use crate::{services::worker::scheduler::thumbnail_queue::ThumbnailKind, store::Store};

/// The picture of this name on a sheet, as soon as it is there. What it shows stands beside it in words.
pub fn print(store: Store, sheet: ThumbnailKind, key: u32) -> AnyView {
    let canvas = NodeRef::<Canvas>::new();
    Effect::new(move || {
        if let (Some(sheet), Some(canvas)) = (store.thumbnails.of(sheet).get(), canvas.get()) {
            sheet.draw(key, &canvas);
        }
    });
    view! { <canvas class="thumbnail" aria-hidden="true" width="0" height="0" node_ref=canvas></canvas> }
        .into_any()
}
