//! A canvas with pixels of the photo, where they belong.

use leptos::{html::Canvas, prelude::*};
use safelight_protocol::View;

use crate::{i18n::number::fixed, model::viewport::Placement, store::Store};

/// The canvas.
#[component]
pub fn Layer(
    /// Its handle.
    canvas: NodeRef<Canvas>,
    /// What its pixels show, once there are any.
    view: Memo<Option<View>>,
    /// Its accessible name; without one it says nothing.
    #[prop(optional, into)]
    name: Option<Signal<String>>,
) -> impl IntoView {
    let store = expect_context::<Store>();
    let place =
        Memo::new(move |_| Some(store.view.viewport.read().place(store.edit.size.get()?, view.get()?)));
    // Pixels of the photo are squares once they are larger than the screen's; what is only stretched until its own
    // pixels come is not.
    let squares = Memo::new(move |_| {
        let is_full = view.get().is_some_and(|view| view.scale == 1.0);
        is_full && store.edit.size.get().is_some_and(|size| store.view.viewport.read().scale(size) > 1.0)
    });
    let can_pan = Memo::new(move |_| store.view.can_pan());
    let is_named = name.is_some();
    view! {
        <canvas
            role=is_named.then_some("img")
            aria-label=name
            aria-hidden=(!is_named).then_some("true")
            tabindex=move || if is_named && can_pan.get() { "0" } else { "-1" }
            hidden=move || place.get().is_none()
            style:left=move || px(place, |place| place.left_css)
            style:top=move || px(place, |place| place.top_css)
            style:width=move || px(place, |place| place.width_css)
            style:height=move || px(place, |place| place.height_css)
            class:is-pixelated=move || squares.get()
            node_ref=canvas
        ></canvas>
    }
}

/// An edge of a place, as a stylesheet has it.
pub fn px(place: Memo<Option<Placement>>, edge: fn(Placement) -> f64) -> String {
    place.get().map(|place| format!("{}px", fixed(edge(place), 3))).unwrap_or_default()
}
