//! The settings of one filter, and what can be done to all of it.

use leptos::prelude::*;
use safelight_kernels::{Kind, Param, Spec};
use safelight_recipe::FULL_STRENGTH;

use crate::{
    i18n::editor::editor,
    i18n::filters::{filter_name, param_name, strength_name},
    model::stack::{FilterLayer, Stack},
    store::Store,
    ui::controls::button::Button,
    ui::controls::field::{Field, setting},
    ui::layers::layer_row::convolution_grid::{WEIGHTS, weights},
    ui::layers::layer_row::curves::curves,
    ui::layers::layer_row::levels::levels,
    ui::layers::layer_row::lut_picker::LutPicker,
    ui::layers::layer_row::{focus_settings, remove},
};

/// How much of a filter's result is mixed with what it was given.
static STRENGTH: Param = Param {
    id: "strength",
    unit: "%",
    min: 0.0,
    max: FULL_STRENGTH,
    step: 1.0,
    default: FULL_STRENGTH,
    example: FULL_STRENGTH,
};

/// Settings, strength, and the buttons below them.
#[component]
pub fn LayerSettings(
    /// Its key in the stack.
    layer: u32,
    /// Which filter.
    filter: &'static Spec,
) -> impl IntoView {
    let store = expect_context::<Store>();
    let of_row = move |what: fn(&FilterLayer) -> bool| {
        store.edit.stack.with(|stack| stack.layer(layer).is_some_and(what))
    };
    let is_changed = Memo::new(move |_| of_row(FilterLayer::is_changed));
    let strength = Memo::new(move |_| {
        store.edit.stack.with(|stack| stack.layer(layer).map_or(FULL_STRENGTH, |layer| layer.strength))
    });
    let supports_opacity = store
        .edit
        .stack
        .with_untracked(|stack| stack.layer(layer).is_some_and(FilterLayer::supports_opacity));
    // What these are called in the registry tells which of them have a control of their own.
    let (user_presets, shown) = match filter.id {
        "curves" => (Some(curves(store, layer, filter)), filter.params.len()),
        "levels" => (Some(levels(store, layer, filter)), 0),
        "custom-kernel" => (Some(weights(store, layer, filter)), WEIGHTS),
        _ => (None, 0),
    };
    let params = filter.params.iter().enumerate().skip(shown).map(|(index, param)| {
        let value = Memo::new(move |_| {
            let value = store.edit.stack.with(|stack| Some(*stack.layer(layer)?.values.get(index)?));
            value.unwrap_or(param.default)
        });
        setting(
            param_name(filter, index),
            param,
            value,
            Callback::new(move |value| store.edit.set(layer, index, value)),
        )
    });
    let duplicate = move |_| {
        let _ = store.edit.duplicate(layer).map(focus_settings);
    };
    view! {
        {matches!(filter.kind, Kind::Lut).then(|| view! { <LutPicker layer/> })}
        {user_presets}
        {params.collect_view()}
        {supports_opacity
            .then(|| view! {
                <Field name=strength_name() param=&STRENGTH value=strength set=Callback::new(move |value| store.edit.set_strength(layer, value))/>
            })}
        <div class="button-row">
            <Button class="btn" icon="copy" disabled=move || store.edit.stack.with(Stack::is_full) on:click=duplicate>
                {editor().duplicate}
            </Button>
            <Button class="btn" icon="reset" disabled=move || !is_changed.get() on:click=move |_| store.edit.reset_layer(layer)>
                {editor().reset}
            </Button>
            <Button class="btn" icon="trash" label=editor().remove_it.fill([filter_name(filter)]) on:click=move |_| remove(store, layer)>
                {editor().remove}
            </Button>
        </div>
    }
}
