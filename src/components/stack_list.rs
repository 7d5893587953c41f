//! The stack: its filters in the order in which they run.

use leptos::{html::Ol, prelude::*};

use super::row::FilterRow;
use crate::{session::Session, words};

mod drag;

pub use drag::Drag;

/// The list, or a hint while there is none.
#[component]
pub fn StackList() -> impl IntoView {
    let session = expect_context::<Session>();
    let list = NodeRef::<Ol>::new();
    let drag = RwSignal::new(None::<Drag>);
    let count = Memo::new(move |_| session.stack.with(|stack| stack.rows().len()));
    let rows = move || {
        let keyed = |stack: &crate::stack::Stack| {
            stack.rows().iter().map(|row| (row.key, row.filter)).collect::<Vec<_>>()
        };
        session.stack.with(keyed)
    };
    view! {
        <section class="stack" aria-labelledby="h-stack">
            <div class="head">
                <h2 id="h-stack">"Stack" <span>{move || words::filters(count.get())}</span></h2>
            </div>
            <Show when=move || count.get() == 0>
                <p class="none">"The photo is as it came. Add a filter, and it follows."</p>
            </Show>
            <ol node_ref=list data-dragging=move || drag.read().is_some()>
                <For each=rows key=|(key, _)| *key let((key, filter))>
                    <FilterRow row=key filter list drag/>
                </For>
            </ol>
        </section>
    }
}
