//! Place and size of the frame in numbers, and the field that they and the new size stand in.

use leptos::{ev::KeyboardEvent, prelude::*};

use crate::{
    i18n::editor::editor,
    i18n::number,
    i18n::number::fixed,
    model::crop::{CropRect, Edge},
    store::Store,
    ui::controls::field::put_back,
};

/// How far arrow keys with Shift move a number.
const FAR: f64 = 10.0;

/// Two pairs: where the frame begins, and how large it is.
pub fn numbers(store: Store) -> AnyView {
    let one = move |name: &'static str, side: Edge, of: fn(CropRect) -> u32| {
        let value = Memo::new(move |_| store.edit.crop_rect().map_or(0.0, |frame| f64::from(of(frame))));
        number(name, name, "px", value, Callback::new(move |px| store.edit.set_crop(side, px)))
    };
    view! {
        <div class="number-pairs">
            {one("X", Edge::X, |frame| frame.x)}
            {one("Y", Edge::Y, |frame| frame.y)}
            {one(editor().crop.width, Edge::Width, |frame| frame.width)}
            {one(editor().crop.height, Edge::Height, |frame| frame.height)}
        </div>
    }
    .into_any()
}

/// A whole number with its label. Arrow keys step it, with Shift by ten; what is no number leaves it as it is.
pub fn number(
    label: &'static str,
    name: &'static str,
    unit: &'static str,
    value: Memo<f64>,
    set: Callback<f64>,
) -> AnyView {
    let typed = move |event| {
        if let Some(value) = number::parse(&event_target_value(&event)) {
            set.run(value);
        }
        event_target::<web_sys::HtmlInputElement>(&event).set_value(&fixed(value.get_untracked(), 0));
    };
    let key = move |event: KeyboardEvent| {
        let by = match event.key().as_str() {
            "ArrowUp" => 1.0,
            "ArrowDown" => -1.0,
            _ => return put_back(&event, &fixed(value.get_untracked(), 0)),
        };
        event.prevent_default();
        set.run(value.get_untracked() + by * if event.shift_key() { FAR } else { 1.0 });
    };
    view! {
        <span aria-hidden="true">{label}</span>
        <span class="number-field">
            <input
                inputmode="numeric"
                aria-label=editor().number_of.fill([name])
                prop:value=move || fixed(value.get(), 0)
                on:change=typed
                on:keydown=key
            />
            {unit}
        </span>
    }
    .into_any()
}
