//! A setting: a slider with its number, or a choice where there are only a few values.

use leptos::{
    ev::{KeyboardEvent, WheelEvent},
    prelude::*,
};
use safelight_kernels::Param;

use crate::{
    i18n::editor::editor,
    i18n::number,
    i18n::number::fixed,
    model::slider_math,
    model::slider_math::ControlKind,
    store::Store,
    ui::controls::button::Button,
    ui::controls::{segmented_control, slider},
};

/// A setting in the form that suits it.
pub fn setting(name: &'static str, param: &'static Param, value: Memo<f64>, set: Callback<f64>) -> AnyView {
    match ControlKind::of(param) {
        ControlKind::Switch => segmented_control::switch(name, value, set),
        ControlKind::Few(values) => segmented_control::segments(name, param, values, value, set),
        ControlKind::Range => view! { <Field name param value set/> }.into_any(),
    }
}

/// Slider, number, and a reset that appears when there is something to reset. Backspace on the slider and a double
/// click reset as well; Shift makes keys, wheel and hand fine; the wheel turns only the slider that has the focus.
#[component]
pub fn Field(
    /// Its name on screen.
    name: &'static str,
    /// What is set.
    param: &'static Param,
    /// Its value.
    value: Memo<f64>,
    /// Sets it.
    set: Callback<f64>,
) -> impl IntoView {
    let store = expect_context::<Store>();
    let share = |value: f64| fixed(((value - param.min) / (param.max - param.min)).clamp(0.0, 1.0), 4);
    let words = move || number::format_exact(param, value.get());
    let spoken = move || number::with_unit(param, value.get());
    let plain = |value: f64| fixed(value, number::decimals(param));
    let back =
        editor().reset_to.fill([&(editor().within)(name), &number::format_exact(param, param.default)]);
    let id = next_id();
    let reset = move || set.run(param.default);
    let step = move |paces: f64, fine: bool| {
        set.run(slider_math::nudged(param, value.get_untracked(), paces, fine));
    };
    let paces = |key: &str| match key {
        "ArrowUp" => Some(1.0),
        "ArrowDown" => Some(-1.0),
        _ => None,
    };
    let key = move |event: KeyboardEvent| {
        match event.key().as_str() {
            "Backspace" | "Delete" => reset(),
            "ArrowRight" => step(1.0, event.shift_key()),
            "ArrowLeft" => step(-1.0, event.shift_key()),
            key => match paces(key) {
                Some(paces) => step(paces, event.shift_key()),
                None => return,
            },
        }
        event.prevent_default();
    };
    let key_in_number = move |event: KeyboardEvent| {
        if let Some(paces) = paces(&event.key()) {
            event.prevent_default();
            step(paces, event.shift_key());
        }
        put_back(&event, &words());
    };
    let wheel = move |event: WheelEvent| {
        let has_focus = document().active_element().as_ref() == Some(&event_target(&event));
        // With Shift some browsers turn the wheel sideways.
        let by = if event.delta_y() == 0.0 { event.delta_x() } else { event.delta_y() };
        if has_focus && by != 0.0 && !event.ctrl_key() {
            event.prevent_default();
            step(if by < 0.0 { 1.0 } else { -1.0 }, event.shift_key());
        }
    };
    let typed = move |event| {
        let text = event_target_value(&event);
        // What is no number leaves the value as it is; the text goes back to it either way.
        // A step of its own, also when the hand that takes the number away goes on with the slider.
        store.edit.end_coalescing();
        set.run(number::read(param, &text).unwrap_or_else(|| value.get_untracked()));
        store.edit.end_coalescing();
        event_target::<web_sys::HtmlInputElement>(&event).set_value(&words());
    };
    let hand = slider::SliderDrag::new(param, value, set);
    view! {
        <div class="field">
            <label for=id.clone()>{name}</label>
            <Show when=move || value.get() != param.default>
                <Button class="btn icon-only reset" icon="reset" label=back.clone() on:click=move |_| reset()/>
            </Show>
            <span class="number-field">
                <input
                    inputmode="decimal"
                    style=("--chars", number::longest(param).to_string())
                    aria-label=editor().number_of.fill([name])
                    prop:value=words
                    on:change=typed
                    on:keydown=key_in_number
                />
                {param.unit}
            </span>
            <input
                type="range"
                id=id
                min=plain(param.min)
                max=plain(param.max)
                step=plain(param.step)
                style=("--value", move || share(value.get()))
                style=("--default", share(param.default))
                aria-valuetext=spoken
                prop:value=move || plain(value.get())
                on:input=move |event| hand.turned(&event)
                on:keydown=key
                on:wheel=wheel
                on:dblclick=move |_| reset()
                on:pointerdown=move |event| hand.take(&event)
                on:mousedown=|event| slider::prevent_scroll(&event)
                on:pointermove=move |event| hand.pull(&event)
                on:pointerup=move |_| hand.lift()
                on:lostpointercapture=move |_| hand.end_drag()
            />
        </div>
    }
}

/// Esc brings back what a number's text was, and does no more then.
pub fn put_back(event: &KeyboardEvent, words: &str) {
    let input = event_target::<web_sys::HtmlInputElement>(event);
    if event.key() == "Escape" && input.value() != words {
        event.prevent_default();
        event.stop_propagation();
        input.set_value(words);
        input.select();
    }
}

/// Ties a label to its slider; two rows may be of the same filter.
pub fn next_id() -> String {
    use std::sync::atomic::{AtomicU32, Ordering};
    static LAST: AtomicU32 = AtomicU32::new(0);
    format!("field-{}", LAST.fetch_add(1, Ordering::Relaxed))
}
