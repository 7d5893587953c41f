//! A setting that has only a few values: a switch, or a bar of them.

use leptos::prelude::*;
use safelight_kernels::Param;

use crate::{i18n::number, ui::controls::field::next_id, ui::controls::radio::Radio};

/// Off or on.
pub fn switch(name: &'static str, value: Memo<f64>, set: Callback<f64>) -> AnyView {
    let is_on = move || value.get() >= 0.5;
    view! {
        <div class="field inline">
            <span aria-hidden="true">{name}</span>
            <button
                class="switch"
                role="switch"
                aria-checked=move || is_on().to_string()
                aria-label=name
                on:click=move |_| set.run(if value.get_untracked() >= 0.5 { 0.0 } else { 1.0 })
            >
                <i></i>
            </button>
        </div>
    }
    .into_any()
}

/// One of these.
pub fn segments(
    name: &'static str,
    param: &'static Param,
    values: Vec<f64>,
    value: Memo<f64>,
    set: Callback<f64>,
) -> AnyView {
    let group = next_id();
    let choice = move |one: f64| {
        let group = group.clone();
        view! {
            <Radio group checked=move || value.get() == one choose=move |()| set.run(one)>
                {number::format_exact(param, one)} {param.unit}
            </Radio>
        }
    };
    view! {
        <div class="field inline">
            <span aria-hidden="true">{name}</span>
            <div class="segmented" role="radiogroup" aria-label=name>
                {values.into_iter().map(choice).collect_view()}
            </div>
        </div>
    }
    .into_any()
}
