//! The two ways out of the crop tool.

use leptos::prelude::*;

use crate::{i18n::editor::editor, store::Store, ui::controls::button::Button, ui::controls::erased::on};

/// Cancel and Done, with their keys.
pub fn done(store: Store) -> AnyView {
    view! {
        {Button { key: Some(editor().escape), ..Button::words("btn outlined", editor().cancel) }
            .view(on(move |_| store.cancel_crop()))}
        {Button { icon: Some("check"), key: Some(editor().enter), ..Button::words("btn outlined", editor().crop.done) }
            .view(on(move |_| store.close_crop_tool()))}
    }
    .into_any()
}
