//! The stack: its filters in the order in which they run.

use leptos::prelude::*;

use super::{
    erased::{flag, text, when},
    row::FilterRow,
};
use crate::{session::Session, words};

mod drag;

pub use drag::Drag;

/// The list, or a hint while there is none.
#[component]
pub fn StackList() -> impl IntoView {
    let session = expect_context::<Session>();
    let drag = RwSignal::new(None::<Drag>);
    let count = move || session.stack.with(|stack| stack.rows().len());
    let rows = move || {
        let keyed = |stack: &crate::stack::Stack| {
            stack.rows().iter().map(|row| (row.key, row.filter)).collect::<Vec<_>>()
        };
        session.stack.with(keyed)
    };
    view! {
        <section class="stack" aria-labelledby="h-stack">
            <div class="head">
                <h2 id="h-stack">"Stack" <span>{text(move || words::filters(count()))}</span></h2>
            </div>
            <Show when=when(move || count() == 0)>
                <p class="none">"The photo is as it came. Add a filter, and it follows."</p>
            </Show>
            <ol data-dragging=flag(move || drag.read().is_some())>
                <For each=rows key=|(key, _)| *key let((key, filter))>
                    <FilterRow row=key filter drag/>
                </For>
            </ol>
        </section>
    }
}
