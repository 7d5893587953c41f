//! The weights of a custom kernel as the square that they are.

use leptos::{ev::KeyboardEvent, prelude::*};
use safelight_kernels::Spec;

use crate::{
    i18n::editor::editor, i18n::filters::param_name, i18n::number, store::Store,
    ui::controls::field::put_back,
};

/// How many weights a side has.
const SIDE: usize = 5;
/// So many of the filter's settings are weights; they come first.
pub const WEIGHTS: usize = SIDE * SIDE;

/// Numbers in a square; the middle one is the pixel itself.
pub fn weights(store: Store, layer: u32, filter: &'static Spec) -> AnyView {
    let cell = move |index: usize| {
        let param = &filter.params[index];
        let value = Memo::new(move |_| {
            store
                .edit
                .stack
                .with(|stack| stack.layer(layer).map_or(param.default, |layer| layer.values[index]))
        });
        let typed = move |event| {
            let text = event_target_value(&event);
            store.edit.set(layer, index, number::read(param, &text).unwrap_or_else(|| value.get_untracked()));
            event_target::<web_sys::HtmlInputElement>(&event)
                .set_value(&number::format_exact(param, value.get_untracked()));
        };
        let key = move |event: KeyboardEvent| {
            let by = match event.key().as_str() {
                "ArrowUp" => param.step,
                "ArrowDown" => -param.step,
                _ => return put_back(&event, &number::format_exact(param, value.get_untracked())),
            };
            event.prevent_default();
            store.edit.set(layer, index, value.get_untracked() + by);
        };
        view! {
            <input
                inputmode="decimal"
                class:is-set=move || value.get() != param.default
                class:is-center=move || index == WEIGHTS / 2
                aria-label=editor().number_of.fill([param_name(filter, index)])
                prop:value=move || number::format_exact(param, value.get())
                on:change=typed
                on:keydown=key
            />
        }
        .into_any()
    };
    view! { <div class="convolution-grid" role="group" aria-label=editor().weights>{(0..WEIGHTS).map(cell).collect_view()}</div> }
        .into_any()
}
