//! The panel beside the photo, or the sheet below it.

use std::{cell::Cell, rc::Rc};

use leptos::{ev::PointerEvent, prelude::*};

use super::{
    desk::Desk,
    erased::{flag, on, yes_no},
    histogram::Histogram,
    icon::Icon,
    stack_list::StackList,
};
use crate::{
    commands::{Id, aria},
    session::Session,
    texts::editor,
};

/// How far a finger pulls the sheet's grabber before the sheet follows, in CSS pixels.
const PULL_CSS: i32 = 16;

/// "Develop": the stack, and the button that adds a filter.
#[component]
pub fn Panel() -> impl IntoView {
    let session = expect_context::<Session>();
    let desk = expect_context::<Desk>();
    let folded = RwSignal::new(false);
    // Where the finger came down, and whether it pulled the sheet: the click that ends a pull does no more.
    let held = Rc::new(Cell::new((0, false)));
    let taken = {
        let held = held.clone();
        move |event: PointerEvent| held.set((event.client_y(), false))
    };
    let let_go = {
        let held = held.clone();
        move |event: PointerEvent| {
            let by = event.client_y() - held.get().0;
            if by.abs() >= PULL_CSS {
                held.set((0, true));
                folded.set(by > 0);
            }
        }
    };
    let tapped = move |_| {
        if !held.take().1 {
            folded.update(|folded| *folded = !*folded);
        }
    };
    // A narrow window has no room for the histogram, so nothing is counted there.
    Effect::new(move || session.sight.counting.set(!session.viewport.read().narrow));
    view! {
        <aside
            class="panel"
            aria-label=editor().develop
            data-folded=flag(move || folded.get())
            inert=flag(move || session.opening.read().is_some())
        >
            <button
                class="grab"
                aria-label=editor().sheet
                aria-expanded=yes_no(move || !folded.get())
                on:pointerdown=on(taken)
                on:pointerup=on(let_go)
                on:click=on(tapped)
            ></button>
            <Histogram/>
            <div class="scroll">
                <StackList/>
            </div>
            <div class="add">
                <button class="btn edged" id="add-filter" aria-haspopup="dialog" aria-keyshortcuts=aria(Id::AddFilter) on:click=on(move |_| desk.open_picker())>
                    <Icon name="plus"/>
                    {editor().add_filter}
                    <kbd>"A"</kbd>
                </button>
            </div>
        </aside>
    }
}
