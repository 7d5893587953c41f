//! A setting that has only a few values: a switch, or a bar of them.

use leptos::prelude::*;
use safelight_kernels::Param;

use crate::{
    i18n::number,
    ui::controls::erased::{flag, on, text, yes_no},
    ui::controls::field::next_id,
    ui::controls::radio::radio,
};

/// Off or on.
pub fn switch(name: &'static str, value: Memo<f64>, set: Callback<f64>) -> AnyView {
    let is_on = move || value.get() >= 0.5;
    view! {
        <div class="field inline">
            <span aria-hidden="true">{name}</span>
            <button
                class="switch"
                role="switch"
                aria-checked=yes_no(is_on)
                aria-label=name
                on:click=on(move |_| set.run(if value.get_untracked() >= 0.5 { 0.0 } else { 1.0 }))
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
        let words = move || format!("{}{}", number::format_exact(param, one), param.unit);
        radio(&group, text(words), flag(move || value.get() == one), on(move |_| set.run(one)))
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
