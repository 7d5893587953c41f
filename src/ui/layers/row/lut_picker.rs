//! The file that a filter takes its table of colours from.

use leptos::prelude::*;

use crate::{
    i18n::editor::editor,
    store::Session,
    store::ui_state::Desk,
    ui::controls::button::Button,
    ui::controls::erased::{on, text},
};

/// Names the file, and lets another be chosen.
#[component]
pub fn TableChoice(
    /// Its key in the stack.
    row: u32,
) -> impl IntoView {
    let session = expect_context::<Session>();
    let desk = expect_context::<Desk>();
    let name = move || {
        session.stack.with(|stack| {
            let table = stack.row(row).and_then(|row| row.table.as_ref());
            table.map_or_else(|| editor().no_table_yet.to_owned(), |table| table.name.clone())
        })
    };
    view! {
        <p class="hint">{text(name)}</p>
        <div class="button-row">
            {Button::words("btn outlined", editor().choose_table).view(on(move |_| desk.choose_files()))}
        </div>
    }
}
