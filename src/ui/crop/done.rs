//! The two ways out of the crop tool.

use leptos::prelude::*;

use crate::{i18n::editor::editor, store::Store, ui::controls::button::Button};

/// Cancel and Done, with their keys.
pub fn done(store: Store) -> AnyView {
    view! {
        <Button class="btn outlined" key=editor().escape on:click=move |_| store.cancel_crop()>{editor().cancel}</Button>
        <Button class="btn outlined" icon="check" key=editor().enter on:click=move |_| store.close_crop_tool()>
            {editor().crop.done}
        </Button>
    }
    .into_any()
}
