//! The stack: its filters in the order in which they run.

use leptos::prelude::*;

use crate::{
    i18n::editor::editor, i18n::format, store::Store, ui::layers::layer_drag::Drag,
    ui::layers::layer_row::LayerRow, ui::layers::menu::stack_menu,
};

/// The list, or a hint while there is none.
#[component]
pub fn LayerList() -> impl IntoView {
    let store = expect_context::<Store>();
    let drag = RwSignal::new(None::<Drag>);
    let count = move || store.edit.stack.with(|stack| stack.layers().len());
    let keys = move || {
        store.edit.stack.with(|stack| stack.layers().iter().map(|layer| layer.key).collect::<Vec<_>>())
    };
    let layer = move |layer| {
        let filter = store.edit.stack.with_untracked(|stack| stack.layer(layer).map(|layer| layer.filter));
        filter.map(|filter| view! { <LayerRow layer filter drag/> })
    };
    view! {
        <section class="layer-list" aria-labelledby="layers-heading">
            <div class="section-header">
                <h2 id="layers-heading">{editor().stack} " " <span>{move || format::filters(count())}</span></h2>
                {stack_menu(store)}
            </div>
            <Show when=move || count() == 0>
                <p class="empty-message">{editor().no_stack}</p>
            </Show>
            <ol data-dragging=move || drag.read().is_some()>
                <For each=keys key=|key| *key children=layer/>
            </ol>
        </section>
    }
}
