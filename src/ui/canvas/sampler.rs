//! The cross that keys move from pixel to pixel, with what is read there.

use std::time::Duration;

use leptos::{
    ev::{KeyboardEvent, PointerEvent},
    html::Div,
    leptos_dom::helpers::debounce,
    prelude::*,
};
use wasm_bindgen::JsCast;
use web_sys::Element;

use crate::{
    i18n::editor::editor,
    i18n::number::fixed,
    model::status::message::StatusMessage,
    store::Store,
    store::ui_state::UiState,
    store::view::inspection::{PixelReadout, Rgba},
    ui::canvas::pixel_readout::numbers,
    ui::controls::after_render::settled,
    ui::overlay::focus,
};

/// Pixels that an arrow key goes with Shift.
const PAGE_STEP: i32 = 10;
/// How long the cross rests before its pixel is said.
const REST: Duration = Duration::from_millis(250);

/// The cross. It takes the focus when it comes, and leaves it to the photo; a pointer or finger pulls it too. As an
/// application, it hears the arrow keys that a screen reader would read with.
#[component]
pub fn PixelSampler() -> impl IntoView {
    let store = expect_context::<Store>();
    let ui_state = expect_context::<UiState>();
    on_cleanup(move || focus::restore_focus(ui_state));
    let cross = NodeRef::<Div>::new();
    cross.on_load(move |cross| {
        settled(move || {
            let _ = cross.focus();
        });
    });
    let at = Memo::new(move |_| {
        Some(
            store
                .view
                .viewport
                .read()
                .at_css(store.edit.size.get()?, store.view.inspection.eyedropper.get()?),
        )
    });
    let css = move |at_css: Option<f64>| at_css.map(|css| format!("{}px", fixed(css, 2))).unwrap_or_default();
    let parts = move || store.view.inspection.readout.get().map(|reading| words(store, reading));
    let name = move || match parts() {
        Some([x, y, ..]) => format!("{x}, {y}: {}", editor().probe),
        None => editor().probe.to_owned(),
    };
    // Whoever has their hands elsewhere hears of what they do there; of half a pixel nobody does.
    let mut set_status = debounce(REST, move |()| {
        let focus = document().active_element();
        let has_focus = cross.get_untracked().is_some_and(|cross| focus.as_ref() == Some(&cross));
        let reading = store.view.inspection.readout.get_untracked();
        let whole = reading.filter(|reading| reading.original.is_some() && reading.edited.is_some());
        if let Some(reading) = whole.filter(|_| has_focus) {
            store.status.set_message(StatusMessage::Read(untrack(|| words(store, reading))));
        }
    });
    Effect::new(move || {
        store.view.inspection.readout.track();
        set_status(());
    });
    let key = move |event: KeyboardEvent| {
        if event.ctrl_key() || event.meta_key() || event.alt_key() {
            return;
        }
        let far = if event.shift_key() { PAGE_STEP } else { 1 };
        let by = match event.key().as_str() {
            "ArrowLeft" => (-far, 0),
            "ArrowRight" => (far, 0),
            "ArrowUp" => (0, -far),
            "ArrowDown" => (0, far),
            _ => return,
        };
        event.prevent_default();
        store.view.move_eyedropper(by);
    };
    let press = |event: PointerEvent| {
        event.stop_propagation();
        if let Some(cross) = event.current_target().and_then(|cross| cross.dyn_into::<Element>().ok()) {
            // Heard to its end, wherever it goes.
            let _ = cross.set_pointer_capture(event.pointer_id());
        }
    };
    let pull = move |event: PointerEvent| {
        let Some(cross) = event.current_target().and_then(|cross| cross.dyn_into::<Element>().ok()) else {
            return;
        };
        let Some(stage) = cross.closest(".canvas-view").ok().flatten() else { return };
        if cross.has_pointer_capture(event.pointer_id()) {
            event.stop_propagation();
            let corner = stage.get_bounding_client_rect();
            let at_css =
                (f64::from(event.client_x()) - corner.left(), f64::from(event.client_y()) - corner.top());
            if let Some(size) = store.edit.size.get_untracked() {
                let point = store.view.viewport.with_untracked(|viewport| viewport.point(size, at_css));
                store.view.place_eyedropper(point, (0, 0));
            }
        }
    };
    view! {
        <div
            class="pixel-sampler"
            role="application"
            tabindex="0"
            aria-label=name
            style:left=move || css(at.get().map(|at| at.0))
            style:top=move || css(at.get().map(|at| at.1))
            node_ref=cross
            on:keydown=key
            on:pointerdown=press
            on:pointermove=pull
        >
            <Show when=move || store.view.inspection.readout.read().is_some()>
                <span class="overlay-label">
                    {move || parts().map(|[x, y, before, after]| format!("{x}, {y}  {before} → {after}")).unwrap_or_default()}
                </span>
            </Show>
        </div>
    }
}

/// Where, and the colours before and after.
fn words(store: Store, reading: PixelReadout) -> [String; 4] {
    let has_alpha = store.documents.photo.with(|photo| photo.as_ref().is_some_and(|photo| photo.has_alpha));
    let colour = |rgba: Option<Rgba>| rgba.map(|rgba| numbers(rgba, has_alpha)).unwrap_or_default();
    [reading.at.0.to_string(), reading.at.1.to_string(), colour(reading.original), colour(reading.edited)]
}
