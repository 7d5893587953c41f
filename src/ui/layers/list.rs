//! The stack: its filters in the order in which they run.

use leptos::prelude::*;

use crate::{
    i18n::editor::editor,
    i18n::format,
    store::Session,
    ui::controls::erased::{flag, text, when},
    ui::controls::keyed_list::each,
    ui::layers::layer_drag::Drag,
    ui::layers::menu::stack_menu,
    ui::layers::row::FilterRow,
};

/// The list, or a hint while there is none.
#[component]
pub fn StackList() -> impl IntoView {
    let session = expect_context::<Session>();
    let drag = RwSignal::new(None::<Drag>);
    let count = move || session.stack.with(|stack| stack.rows().len());
    let keys = move || session.stack.with(|stack| stack.rows().iter().map(|row| row.key).collect());
    let row = move |row| {
        let filter = session.stack.with_untracked(|stack| stack.row(row).map(|row| row.filter));
        filter.map(|filter| view! { <FilterRow row filter drag/> }).into_any()
    };
    view! {
        <section class="layer-list" aria-labelledby="layers-heading">
            <div class="section-header">
                <h2 id="layers-heading">{editor().stack} " " <span>{text(move || format::filters(count()))}</span></h2>
                {stack_menu(session)}
            </div>
            <Show when=when(move || count() == 0)>
                <p class="empty-message">{editor().no_stack}</p>
            </Show>
            <ol data-dragging=flag(move || drag.read().is_some())>
                {each(keys, row)}
            </ol>
        </section>
    }
}
