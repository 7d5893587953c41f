//! The settings of curves: one graph for each channel instead of sliders.

use leptos::{ev::KeyboardEvent, prelude::*};
use safelight_kernels::{MAX_POINTS, Spec};
use wasm_bindgen::JsCast;
use web_sys::HtmlInputElement;

use crate::{
    i18n::editor::editor,
    model::curve::tone_curve::curve_path,
    store::Store,
    ui::layers::layer_row::curve_point_fields,
    ui::layers::layer_row::curve_settings::Curve,
    ui::plot::curve_plot::{Graph, graph},
};

/// Channel, graph, and the point that is set now in numbers.
pub fn curves(store: Store, layer: u32, filter: &'static Spec) -> AnyView {
    let curve = Curve::new(store, layer, filter);
    let Curve { channel, points, current, .. } = curve;
    let shown = Graph {
        points,
        most: MAX_POINTS,
        line: Memo::new(move |_| curve_path(&points.read())),
        // The curve of all channels stands before the luma.
        counted: Memo::new(move |_| channel.get().checked_sub(1).unwrap_or(3)),
        current,
        put: Callback::new(move |(point, to)| curve.put(point, to)),
        reset: Callback::new(move |point| curve.remove(point)),
        add: Some(Callback::new(move |(hand, area)| curve.add_at(hand, area))),
    };
    let bar = move |index: usize| {
        view! {
            <label class:is-edited=move || curve.is_changed_from_identity(index)>
                <input
                    type="radio"
                    name=format!("channel-{layer}")
                    prop:checked=move || channel.get() == index
                    on:change=move |_| channel.set(index)
                />
                {editor().curve_channels[index]}
            </label>
        }
        .into_any()
    };
    // Who takes points out one after another means no more than the points.
    let keep_row = |event: KeyboardEvent| {
        let in_field = event.target().is_some_and(|target| target.has_type::<HtmlInputElement>());
        if event.key() == "Delete" && !in_field {
            event.prevent_default();
        }
    };
    view! {
        <div class="segmented" role="radiogroup" aria-label=editor().channel>
            {(0..4).map(bar).collect_view()}
        </div>
        <div
            class="channel"
            data-channel=move || ["all", "red", "green", "blue"][channel.get().min(3)]
            on:keydown=keep_row
        >
            {graph(shown)}
            {curve_point_fields::numbers(curve)}
        </div>
    }
    .into_any()
}
