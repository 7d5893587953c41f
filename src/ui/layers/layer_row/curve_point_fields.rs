//! The point of a curve that is set now, in numbers; points made and taken out without a mouse.

use leptos::{
    ev::{Event, KeyboardEvent},
    prelude::*,
};

use crate::{
    i18n::editor::editor, i18n::number, i18n::number::fixed, model::curve::Point,
    ui::controls::button::Button, ui::controls::field::put_back,
    ui::layers::layer_row::curve_settings::Curve,
};

/// Its level in and the level that comes out; reset, add, remove.
pub fn numbers(curve: Curve) -> AnyView {
    let number = move || (curve.index() + 1).to_string();
    let inward = number_field(
        curve,
        Signal::derive(move || editor().input_of.fill([&number()])),
        |point| point.0,
        |point, level| (level, point.1),
    );
    let outward = number_field(
        curve,
        Signal::derive(move || editor().output_of.fill([&number()])),
        |point| point.1,
        |point, level| (point.0, level),
    );
    let is_unchanged = move || !curve.is_changed_from_identity(curve.channel.get());
    let remove = move |_| curve.remove(untrack(|| curve.index()));
    view! {
        <div class="point-fields">
            <span aria-hidden="true">{editor().point_in}</span>
            {inward}
            <span aria-hidden="true">{editor().point_out}</span>
            {outward}
            <Button class="btn icon-only" icon="reset" label=editor().reset_curve disabled=is_unchanged on:click=move |_| curve.reset()/>
            <Button class="btn icon-only" icon="plus" label=editor().add_point disabled=move || curve.is_full() on:click=move |_| curve.add()/>
            <Button class="btn icon-only" icon="trash" label=move || editor().remove_point.fill([&number()]) disabled=move || curve.point().is_none() on:click=remove/>
        </div>
    }
    .into_any()
}

/// A field for one of its levels: which one, and the point with another.
fn number_field(
    curve: Curve,
    name: Signal<String>,
    level: fn(Point) -> f64,
    with: fn(Point, f64) -> Point,
) -> AnyView {
    let words = move || curve.point().map(|point| fixed(level(point), 0)).unwrap_or_default();
    let set = move |to: &dyn Fn(f64) -> Option<f64>| {
        if let Some(point) = untrack(|| curve.point())
            && let Some(to) = to(level(point))
        {
            curve.put(untrack(|| curve.index()), with(point, to));
        }
    };
    let typed = move |event: Event| {
        set(&|_| number::parse(&event_target_value(&event)));
        // What is no number, or none that it may be, goes back to what is.
        event_target::<web_sys::HtmlInputElement>(&event).set_value(&untrack(words));
    };
    let key = move |event: KeyboardEvent| {
        let by = match event.key().as_str() {
            "ArrowUp" => 1.0,
            "ArrowDown" => -1.0,
            _ => return put_back(&event, &untrack(words)),
        };
        event.prevent_default();
        set(&|level| Some(level + by));
    };
    view! {
        <span class="number-field">
            <input
                inputmode="numeric"
                aria-label=name
                disabled=move || curve.point().is_none()
                prop:value=words
                on:change=typed
                on:keydown=key
            />
        </span>
    }
    .into_any()
}
