//! A setting: a slider with its number.

use leptos::{ev::KeyboardEvent, prelude::*};
use safelight_kernels::Param;

use super::{
    button::Button,
    erased::{on, text, when},
};
use crate::{
    number::{self, fixed, held},
    texts::{editor, param_name},
};

/// Slider, number, and a reset that appears when there is something to reset. Backspace on the slider
/// and a double click reset as well.
#[component]
pub fn Field(
    /// What is set.
    param: &'static Param,
    /// Its value.
    value: Memo<f64>,
    /// Sets it.
    set: Callback<f64>,
) -> impl IntoView {
    let share = |value: f64| fixed(held((value - param.min) / (param.max - param.min), 0.0, 1.0), 4);
    let words = move || number::written(param, value.get());
    let spoken = move || number::with_unit(param, value.get());
    let plain = |value: f64| fixed(value, number::decimals(param));
    let name = param_name(param);
    let back = editor().reset_to.fill([&(editor().within)(name), &number::written(param, param.default)]);
    let id = next_id();
    let reset = move || set.run(param.default);
    let key = move |event: KeyboardEvent| {
        if matches!(event.key().as_str(), "Backspace" | "Delete") {
            event.prevent_default();
            reset();
        }
    };
    let typed = move |event| {
        let text = event_target_value(&event);
        // What is no number leaves the value as it is; the text goes back to it either way.
        set.run(number::read(param, &text).unwrap_or_else(|| value.get_untracked()));
        event_target::<web_sys::HtmlInputElement>(&event).set_value(&words());
    };
    view! {
        <div class="field">
            <label for=id.clone()>{name}</label>
            <Show when=when(move || value.get() != param.default)>
                {Button::icon("btn icon reset", "reset", back.clone()).view(on(move |_| reset()))}
            </Show>
            <span class="num">
                <input inputmode="decimal" aria-label=editor().number_of.fill([name]) prop:value=text(words) on:change=on(typed)/>
                {param.unit}
            </span>
            <input
                type="range"
                id=id
                min=plain(param.min)
                max=plain(param.max)
                step=plain(param.step)
                style=("--v", text(move || share(value.get())))
                style=("--o", share(param.default))
                aria-valuetext=text(spoken)
                prop:value=text(move || plain(value.get()))
                on:input=on(move |event| {
                    if let Some(value) = number::parse(&event_target_value(&event)) {
                        set.run(value);
                    }
                })
                on:keydown=on(key)
                on:dblclick=on(move |_| reset())
            />
        </div>
    }
}

/// Ties a label to its slider; two rows may be of the same filter.
fn next_id() -> String {
    use std::sync::atomic::{AtomicU32, Ordering};
    static LAST: AtomicU32 = AtomicU32::new(0);
    format!("field-{}", LAST.fetch_add(1, Ordering::Relaxed))
}
