//! The file that a filter takes its table of colours from.

use leptos::prelude::*;

use crate::{i18n::editor::editor, store::Store, store::ui_state::UiState, ui::controls::button::Button};

/// Names the file, and lets another be chosen.
#[component]
pub fn LutPicker(
    /// Its key in the stack.
    layer: u32,
) -> impl IntoView {
    let store = expect_context::<Store>();
    let ui_state = expect_context::<UiState>();
    let name = move || {
        store.edit.stack.with(|stack| {
            let table = stack.layer(layer).and_then(|layer| layer.table.as_ref());
            table.map_or_else(|| editor().no_table_yet.to_owned(), |table| table.name.clone())
        })
    };
    view! {
        <p class="hint">{name}</p>
        <div class="button-row">
            <Button class="btn outlined" on:click=move |_| ui_state.choose_files()>{editor().choose_table}</Button>
        </div>
    }
}
