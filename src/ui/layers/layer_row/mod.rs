//! One filter of the stack: grip, switch, name, strength, settings.

pub mod body;
pub mod convolution_grid;
pub mod curve_point_fields;
pub mod curve_settings;
pub mod curves;
pub mod drag_handle;
pub mod levels;
pub mod lut_picker;

use leptos::{ev::KeyboardEvent, prelude::*};
use safelight_kernels::Spec;
use wasm_bindgen::JsCast;
use web_sys::{HtmlElement, ScrollLogicalPosition};

use crate::{
    i18n::editor::editor,
    i18n::filters::{filter_name, summary},
    i18n::format,
    i18n::number::fixed,
    model::stack::FilterLayer,
    store::Store,
    ui::controls::after_render::{scroll_to, settled},
    ui::controls::icon::Icon,
    ui::layers::layer_drag::Drag,
    ui::layers::layer_row::body::LayerSettings,
    ui::layers::layer_row::drag_handle::DragHandle,
};

/// Whether the open row draws the histogram behind a graph of its own.
pub fn has_graph(store: Store) -> bool {
    let open = store.edit.open_layer.get();
    store.edit.stack.with(|stack| {
        open.and_then(|key| stack.layer(key))
            .is_some_and(|layer| matches!(layer.filter.id, "curves" | "levels"))
    })
}

/// A row. Its settings are drawn while it is open.
#[component]
pub fn LayerRow(
    /// Its key in the stack.
    layer: u32,
    /// Which filter.
    filter: &'static Spec,
    /// The row in the hand, if there is one.
    drag: RwSignal<Option<Drag>>,
) -> impl IntoView {
    let store = expect_context::<Store>();
    let name = filter_name(filter);
    let is = move |what: fn(&FilterLayer) -> bool| {
        store.edit.stack.with(|stack| stack.layer(layer).is_some_and(what))
    };
    let is_on = Memo::new(move |_| is(|layer| layer.on));
    let is_changed = Memo::new(move |_| is(FilterLayer::is_changed));
    let place = move || store.edit.stack.with(|stack| stack.place(layer));
    let open = Memo::new(move |_| store.edit.open_layer.get() == Some(layer));
    let clamp = move || drag.with(|drag| drag.as_ref().is_some_and(|drag| drag.key == layer));
    let busy = Memo::new(move |_| {
        store.jobs.rendering.read().is_some() && store.edit.edited_layer.get() == Some(layer)
    });
    let by = move || {
        let (drag, place) = (drag.read(), place());
        drag.as_ref().zip(place).map(|(drag, place)| fixed(drag.shift_css(place), 2)).unwrap_or_default()
    };
    let mix = move || {
        let strength = store.edit.stack.with(|stack| {
            stack.layer(layer).filter(|layer| layer.supports_opacity()).map(|layer| layer.strength)
        });
        strength.map(|strength| format::percent(strength / 100.0)).unwrap_or_default()
    };
    let key = move |event: KeyboardEvent| {
        let in_field = event.target().is_some_and(|target| target.has_type::<web_sys::HtmlInputElement>());
        if event.key() == "Delete" && !in_field && !event.default_prevented() {
            event.prevent_default();
            remove(store, layer);
        }
    };
    let body = body_id(layer);
    view! {
        <li
            class="layer-row"
            class:is-off=move || !is_on.get()
            class:is-open=move || open.get()
            class:is-dragged=clamp
            style=("--drag-offset-px", by)
            on:keydown=key
        >
            <div class="layer-row-header">
                <DragHandle layer filter drag/>
                <button
                    class="switch"
                    role="switch"
                    aria-checked=move || is_on.get().to_string()
                    aria-label=name
                    title=editor().switch_it
                    on:click=move |_| store.edit.set_enabled(layer, !is_on.get_untracked())
                >
                    <i></i>
                </button>
                <span class="layer-name" title=summary(filter) on:click=move |_| toggle(store, layer)>
                    {name}
                </span>
                <span class="layer-opacity">
                    <Show when=move || is_changed.get()>
                        <i class="changed-dot" role="img" aria-label=editor().changed title=editor().changed></i>
                    </Show>
                    {mix}
                </span>
                <button
                    class="disclosure"
                    aria-expanded=move || open.get().to_string()
                    aria-controls=body.clone()
                    aria-label=editor().settings_of.fill([name])
                    title=editor().settings_of.fill([name])
                    on:click=move |_| toggle(store, layer)
                >
                    <Icon name="chevron"/>
                </button>
                <Show when=move || busy.get()>
                    <span class="progress" aria-hidden="true">
                        <i style=("--value", move || fixed(f64::from(store.jobs.rendering.get().unwrap_or_default()), 3))></i>
                    </span>
                </Show>
            </div>
            <div class="layer-row-body" id=body hidden=move || !open.get()>
                <Show when=move || open.get()>
                    <LayerSettings layer filter/>
                </Show>
            </div>
        </li>
    }
}

/// Takes the focus to the first setting of a row that is new. Numbers are left out: they would ask for a keyboard.
pub fn focus_settings(layer: u32) {
    scroll_into_view(layer);
    settled(move || {
        let first = "input:is([type=range], :checked), button:not(.reset)";
        let body = document().get_element_by_id(&body_id(layer));
        let first = body.and_then(|body| body.query_selector(first).ok().flatten());
        if let Some(first) = first.and_then(|first| first.dyn_into::<HtmlElement>().ok()) {
            let _ = first.focus();
        }
    });
}

/// What was opened is seen, all of it if there is room.
fn scroll_into_view(layer: u32) {
    settled(move || {
        let body = document().get_element_by_id(&body_id(layer));
        if let Some(item) = body.and_then(|body| body.parent_element()) {
            scroll_to(&item, ScrollLogicalPosition::Nearest);
        }
    });
}

fn body_id(layer: u32) -> String {
    format!("settings-{layer}")
}

/// Opens the row's settings, or closes them.
fn toggle(store: Store, layer: u32) {
    let is_open = store.edit.open_layer.get_untracked() == Some(layer);
    store.edit.set_open_layer((!is_open).then_some(layer));
    if store.edit.open_layer.get_untracked().is_some() {
        scroll_into_view(layer);
    }
}

/// Takes the row away, and the focus to the one that takes its place; to the button that adds one when none is left.
fn remove(store: Store, layer: u32) {
    let place = store.edit.stack.with_untracked(|stack| stack.place(layer)).unwrap_or_default();
    store.edit.remove(layer);
    settled(move || {
        let switches = document().query_selector_all(".layer-row-header > .switch").ok();
        let near = switches.and_then(|all| all.get((place as u32).min(all.length().saturating_sub(1))));
        let near = near.or_else(|| document().get_element_by_id("add-filter").map(Into::into));
        if let Some(near) = near.and_then(|node| node.dyn_into::<HtmlElement>().ok()) {
            let _ = near.focus();
        }
    });
}
