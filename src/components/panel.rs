//! The panel beside the photo, or the sheet below it.

use leptos::{ev::PointerEvent, prelude::*};

use super::{desk::Desk, icon::Icon, stack_list::StackList};
use crate::session::Session;

/// How far a finger pulls the sheet's grabber before the sheet follows, in CSS pixels.
const PULL_CSS: i32 = 16;

/// "Develop": the stack, and the button that adds a filter.
#[component]
pub fn Panel() -> impl IntoView {
    let session = expect_context::<Session>();
    let desk = expect_context::<Desk>();
    let folded = RwSignal::new(false);
    let pulled_from = StoredValue::new(None::<i32>);
    let let_go = move |event: PointerEvent| {
        let Some(from) = pulled_from.try_update_value(Option::take).flatten() else { return };
        let by = event.client_y() - from;
        if by.abs() >= PULL_CSS {
            folded.set(by > 0);
        }
    };
    // A pull ends in a click as well, which then has nothing left to do.
    let last = StoredValue::new(false);
    let tapped = move |_| {
        if folded.get_untracked() == last.get_value() {
            folded.update(|folded| *folded = !*folded);
        }
    };
    view! {
        <aside
            class="panel"
            aria-label="Develop"
            data-folded=move || folded.get()
            inert=move || session.opening.read().is_some()
        >
            <button
                class="grab"
                aria-label="The stack's sheet"
                aria-expanded=move || (!folded.get()).to_string()
                on:pointerdown=move |event| {
                    pulled_from.set_value(Some(event.client_y()));
                    last.set_value(folded.get_untracked());
                }
                on:pointerup=let_go
                on:click=tapped
            ></button>
            <div class="scroll">
                <StackList/>
            </div>
            <div class="add">
                <button class="btn edged" id="add-filter" aria-haspopup="dialog" on:click=move |_| desk.open_picker()>
                    <Icon name="plus"/>
                    "Add filter"
                    <kbd>"A"</kbd>
                </button>
            </div>
        </aside>
    }
}
