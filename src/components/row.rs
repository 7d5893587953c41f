//! One filter of the stack: grip, switch, name, settings.

use leptos::{
    ev::{KeyboardEvent, PointerEvent},
    html::{Button, Ol},
    prelude::*,
};
use safelight_kernels::Spec;
use wasm_bindgen::JsCast;
use web_sys::HtmlElement;

use super::{field::Field, icon::Icon, stack_list::Drag};
use crate::session::Session;

/// A row. A filter without settings is removed in its head, one with settings below them.
#[component]
pub fn FilterRow(
    /// Its key in the stack.
    row: u32,
    /// Which filter.
    filter: &'static Spec,
    /// The list that it stands in.
    list: NodeRef<Ol>,
    /// The row in the hand, if there is one.
    drag: RwSignal<Option<Drag>>,
) -> impl IntoView {
    let session = expect_context::<Session>();
    let has_settings = !filter.params.is_empty();
    let on = Memo::new(move |_| session.stack.with(|stack| stack.row(row).is_some_and(|row| row.on)));
    let place = Memo::new(move |_| session.stack.with(|stack| stack.place(row)));
    let open = Memo::new(move |_| has_settings && session.open_row.get() == Some(row));
    let held = move || drag.with(|drag| drag.as_ref().is_some_and(|drag| drag.key == row));
    let by = move || {
        let (drag, place) = (drag.read(), place.get());
        drag.as_ref().zip(place).map(|(drag, place)| drag.shift_css(place).to_string()).unwrap_or_default()
    };
    let remove = move || remove(session, row, list);
    let key = move |event: KeyboardEvent| {
        let in_field = event.target().is_some_and(|target| target.has_type::<web_sys::HtmlInputElement>());
        if event.key() == "Delete" && !in_field {
            event.prevent_default();
            remove();
        }
    };
    let body = format!("settings-{row}");
    view! {
        <li class="row" class:off=move || !on.get() class:open=move || open.get() class:held=held style=("--by", by) on:keydown=key>
            <div class="row-head">
                <Grip row filter list drag place/>
                <button
                    class="switch"
                    role="switch"
                    aria-checked=move || on.get().to_string()
                    aria-label=filter.name
                    on:click=move |_| session.switch(row, !on.get_untracked())
                >
                    <i></i>
                </button>
                <span class="name" title=filter.summary>{filter.name}</span>
                {if has_settings {
                    view! {
                        <button
                            class="fold"
                            aria-expanded=move || open.get().to_string()
                            aria-controls=body.clone()
                            aria-label=format!("{}, settings", filter.name)
                            on:click=move |_| session.open_row.set((!open.get_untracked()).then_some(row))
                        >
                            <Icon name="chev"/>
                        </button>
                    }
                        .into_any()
                } else {
                    view! {
                        <button
                            class="drop-row"
                            aria-label=format!("Remove {}", filter.name)
                            title="Remove"
                            on:click=move |_| remove()
                        >
                            <Icon name="bin"/>
                        </button>
                    }
                        .into_any()
                }}
            </div>
            {has_settings
                .then(|| view! {
                    <div class="row-body" id=body hidden=move || !open.get()>
                        {filter
                            .params
                            .iter()
                            .enumerate()
                            .map(|(index, param)| {
                                let value = Signal::derive(move || {
                                    let value = session.stack.with(|stack| Some(*stack.row(row)?.values.get(index)?));
                                    value.unwrap_or(param.default)
                                });
                                view! { <Field param value set=move |value| session.set(row, index, value)/> }
                            })
                            .collect_view()}
                        <div class="row-acts">
                            <button class="btn" on:click=move |_| reset(session, row, filter)>
                                <Icon name="reset"/>
                                "Reset"
                            </button>
                            <button
                                class="btn"
                                aria-label=format!("Remove {}", filter.name)
                                on:click=move |_| remove()
                            >
                                <Icon name="bin"/>
                                "Remove"
                            </button>
                        </div>
                    </div>
                })}
        </li>
    }
}

/// Moves its row: with the pointer, or with arrow keys.
#[component]
fn Grip(
    row: u32,
    filter: &'static Spec,
    list: NodeRef<Ol>,
    drag: RwSignal<Option<Drag>>,
    place: Memo<Option<usize>>,
) -> impl IntoView {
    let session = expect_context::<Session>();
    let grip = NodeRef::<Button>::new();
    let take = move |event: PointerEvent| {
        let (Some(list), Some(grip), Some(from)) =
            (list.get_untracked(), grip.get_untracked(), place.get_untracked())
        else {
            return;
        };
        if event.button() == 0 {
            let _ = grip.set_pointer_capture(event.pointer_id());
            // Not every browser gives a pressed button the focus, and Escape has to find the grip.
            let _ = grip.focus();
            let rows = list.children();
            let heights_css = (0..rows.length())
                .filter_map(|index| Some(rows.item(index)?.get_bounding_client_rect().height()))
                .collect();
            let start_css = f64::from(event.client_y());
            drag.set(Some(Drag { key: row, from, heights_css, start_css, by_css: 0.0 }));
        }
    };
    let pull = move |event: PointerEvent| {
        if drag.with_untracked(Option::is_some) {
            drag.update(|drag| {
                if let Some(drag) = drag {
                    drag.by_css = f64::from(event.client_y()) - drag.start_css;
                }
            });
        }
    };
    let put = move |_| {
        if let Some(drag) = drag.try_update(Option::take).flatten()
            && drag.to() != drag.from
        {
            session.move_to(row, drag.to());
        }
    };
    let key = move |event: KeyboardEvent| {
        let Some(at) = place.get_untracked() else { return };
        let last = session.stack.with_untracked(|stack| stack.rows().len() - 1);
        let to = match event.key().as_str() {
            "ArrowUp" => at.saturating_sub(1),
            "ArrowDown" => (at + 1).min(last),
            "Home" => 0,
            "End" => last,
            "Escape" if drag.with_untracked(Option::is_some) => {
                drag.set(None);
                at
            }
            _ => return,
        };
        event.prevent_default();
        if to != at {
            session.move_to(row, to);
            // The row's element is taken out of the list and put back, which takes the focus from it.
            request_animation_frame(move || {
                if let Some(grip) = grip.try_get_untracked().flatten() {
                    let _ = grip.focus();
                }
            });
        }
    };
    view! {
        <button
            class="grip"
            aria-label=format!("Move {}; arrow keys change its place", filter.name)
            node_ref=grip
            on:pointerdown=take
            on:pointermove=pull
            on:pointerup=put
            on:pointercancel=move |_| drag.set(None)
            on:keydown=key
        >
            <Icon name="grip"/>
        </button>
    }
}

/// Puts every setting back to its default.
fn reset(session: Session, row: u32, filter: &'static Spec) {
    for (index, param) in filter.params.iter().enumerate() {
        session.set(row, index, param.default);
    }
}

/// Takes the row away, and the focus to the one that takes its place; to the button that adds one when none is left.
fn remove(session: Session, row: u32, list: NodeRef<Ol>) {
    let place = session.stack.with_untracked(|stack| stack.place(row)).unwrap_or_default();
    session.remove(row);
    request_animation_frame(move || {
        let switches =
            list.try_get_untracked().flatten().and_then(|list| list.query_selector_all(".switch").ok());
        let near = switches.and_then(|all| all.get((place as u32).min(all.length().saturating_sub(1))));
        let near = near.or_else(|| document().get_element_by_id("add-filter").map(Into::into));
        if let Some(near) = near.and_then(|node| node.dyn_into::<HtmlElement>().ok()) {
            let _ = near.focus();
        }
    });
}
