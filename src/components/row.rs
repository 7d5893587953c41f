//! One filter of the stack: grip, switch, name, settings.

use leptos::{ev::KeyboardEvent, prelude::*};
use safelight_kernels::{Kind, Spec};
use wasm_bindgen::JsCast;
use web_sys::HtmlElement;

use super::{
    button::Button,
    erased::{flag, on, text, yes_no},
    field::Field,
    icon::Icon,
    settled::settled,
    stack_list::Drag,
};
use crate::{
    number::fixed,
    session::Session,
    texts::{editor, filter_name, summary},
};

mod grip;
mod table;

use grip::Grip;
use table::TableChoice;

/// A row. A filter without settings is removed in its head, one with settings below them.
#[component]
pub fn FilterRow(
    /// Its key in the stack.
    row: u32,
    /// Which filter.
    filter: &'static Spec,
    /// The row in the hand, if there is one.
    drag: RwSignal<Option<Drag>>,
) -> impl IntoView {
    let session = expect_context::<Session>();
    let (name, remove_it) = (filter_name(filter), editor().remove_it.fill([filter_name(filter)]));
    let has_settings = filter.has_settings();
    let is_on = Memo::new(move |_| session.stack.with(|stack| stack.row(row).is_some_and(|row| row.on)));
    let place = move || session.stack.with(|stack| stack.place(row));
    let open = Memo::new(move |_| has_settings && session.open_row.get() == Some(row));
    let held = move || drag.with(|drag| drag.as_ref().is_some_and(|drag| drag.key == row));
    let by = move || {
        let (drag, place) = (drag.read(), place());
        drag.as_ref().zip(place).map(|(drag, place)| fixed(drag.shift_css(place), 2)).unwrap_or_default()
    };
    let remove = move || remove(session, row);
    let key = move |event: KeyboardEvent| {
        let in_field = event.target().is_some_and(|target| target.has_type::<web_sys::HtmlInputElement>());
        if event.key() == "Delete" && !in_field {
            event.prevent_default();
            remove();
        }
    };
    let body = format!("settings-{row}");
    view! {
        <li class="row" class:off=flag(move || !is_on.get()) class:open=flag(move || open.get()) class:held=flag(held) style=("--by", text(by)) on:keydown=on(key)>
            <div class="row-head">
                <Grip row filter drag/>
                <button
                    class="switch"
                    role="switch"
                    aria-checked=yes_no(move || is_on.get())
                    aria-label=name
                    on:click=on(move |_| session.switch(row, !is_on.get_untracked()))
                >
                    <i></i>
                </button>
                <span class="name" title=summary(filter)>{name}</span>
                {if has_settings {
                    view! {
                        <button
                            class="fold"
                            aria-expanded=yes_no(move || open.get())
                            aria-controls=body.clone()
                            aria-label=editor().settings_of.fill([name])
                            on:click=on(move |_| session.open_row.set((!open.get_untracked()).then_some(row)))
                        >
                            <Icon name="chev"/>
                        </button>
                    }
                        .into_any()
                } else {
                    Button::icon("drop-row", "bin", remove_it.clone()).view(on(move |_| remove()))
                        .into_any()
                }}
            </div>
            {has_settings
                .then(|| view! {
                    <div class="row-body" id=body hidden=flag(move || !open.get())>
                        {matches!(filter.kind, Kind::Lut).then(|| view! { <TableChoice row/> })}
                        {filter
                            .params
                            .iter()
                            .enumerate()
                            .map(|(index, param)| {
                                let value = Memo::new(move |_| {
                                    let value = session.stack.with(|stack| Some(*stack.row(row)?.values.get(index)?));
                                    value.unwrap_or(param.default)
                                });
                                view! { <Field param value set=Callback::new(move |value| session.set(row, index, value))/> }
                            })
                            .collect_view()}
                        <div class="row-acts">
                            {Button { icon: Some("reset"), ..Button::words("btn", editor().reset) }.view(on(move |_| reset(session, row, filter)))}
                            {Button { words: Some(editor().remove.to_owned()), ..Button::icon("btn", "bin", remove_it) }.view(on(move |_| remove()))}
                        </div>
                    </div>
                })}
        </li>
    }
}

/// Puts every setting back to its default.
fn reset(session: Session, row: u32, filter: &'static Spec) {
    for (index, param) in filter.params.iter().enumerate() {
        session.set(row, index, param.default);
    }
}

/// Takes the row away, and the focus to the one that takes its place; to the button that adds one when none is left.
fn remove(session: Session, row: u32) {
    let place = session.stack.with_untracked(|stack| stack.place(row)).unwrap_or_default();
    session.remove(row);
    settled(move || {
        let switches = document().query_selector_all(".stack .switch").ok();
        let near = switches.and_then(|all| all.get((place as u32).min(all.length().saturating_sub(1))));
        let near = near.or_else(|| document().get_element_by_id("add-filter").map(Into::into));
        if let Some(near) = near.and_then(|node| node.dyn_into::<HtmlElement>().ok()) {
            let _ = near.focus();
        }
    });
}
