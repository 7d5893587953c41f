//! The divider between the original and the developed photo.

use std::{cell::Cell, rc::Rc};

use leptos::{
    ev::{KeyboardEvent, PointerEvent},
    prelude::*,
};
use wasm_bindgen::JsCast;
use web_sys::Element;

use crate::{
    i18n::editor::editor, i18n::format, i18n::number::fixed, model::viewport::Placement, store::Store,
    ui::controls::icon::Icon,
};

/// Where there is less room beside the divider, its tag would stand beside the photo.
const TAG_CSS: f64 = 72.0;

/// A line from top to bottom of what is visible, with a knob.
#[component]
pub fn SplitDivider(
    /// The visible part of the photo, in the room.
    visible: Memo<Option<Placement>>,
) -> impl IntoView {
    let store = expect_context::<Store>();
    let share = move || store.view.inspection.split.get().unwrap_or_default();
    let set = move |share: f64| store.view.inspection.set_split(Some(share.clamp(0.0, 1.0)));
    // How far from the line the hand holds it, in CSS pixels.
    let offset_css = Rc::new(Cell::new(None));
    let take = {
        let offset_css = offset_css.clone();
        move |event: PointerEvent| {
            let Some(place) = visible.get_untracked().filter(|_| event.button() == 0) else { return };
            // The photo under it stays.
            event.stop_propagation();
            if let Some(line) = event.current_target().and_then(|line| line.dyn_into::<Element>().ok()) {
                let _ = line.set_pointer_capture(event.pointer_id());
            }
            let line_css = untrack(share) * place.width_css;
            offset_css.set(Some(f64::from(event.client_x()) - line_css));
        }
    };
    let drag = {
        let offset_css = offset_css.clone();
        move |event: PointerEvent| {
            if let (Some(from), Some(place)) = (offset_css.get(), visible.get_untracked()) {
                set((f64::from(event.client_x()) - from) / place.width_css.max(1.0));
            }
        }
    };
    let key = move |event: KeyboardEvent| {
        let share = untrack(share);
        let step = if event.shift_key() { 0.1 } else { 0.01 };
        let to = match event.key().as_str() {
            "ArrowLeft" | "ArrowDown" => share - step,
            "ArrowRight" | "ArrowUp" => share + step,
            "PageDown" => share - 0.1,
            "PageUp" => share + 0.1,
            "Home" => 0.0,
            "End" => 1.0,
            _ => return,
        };
        event.prevent_default();
        // Whole per cents, as they are told.
        set((to * 100.0).round() / 100.0);
    };
    let status_message =
        move || editor().divided.fill([&format::percent(share()), &format::percent(1.0 - share())]);
    let is_near = move |beside: fn(f64) -> f64| {
        visible.get().is_some_and(|place| beside(share()) * place.width_css < TAG_CSS)
    };
    let left = move || {
        visible.get().map(|place| format!("{}px", fixed(place.left_css + share() * place.width_css, 3)))
    };
    let edge = move |edge: fn(Placement) -> f64| {
        move || visible.get().map(|place| format!("{}px", fixed(edge(place), 3))).unwrap_or_default()
    };
    view! {
        <div
            class="split-divider"
            role="slider"
            tabindex="0"
            aria-label=editor().divider_between
            aria-valuemin="0"
            aria-valuemax="100"
            aria-valuenow=move || fixed(share() * 100.0, 0)
            aria-valuetext=status_message
            style:left=move || left().unwrap_or_default()
            style:top=edge(|place| place.top_css)
            style:height=edge(|place| place.height_css)
            on:pointerdown=take
            on:pointermove=drag
            on:lostpointercapture=move |_| offset_css.set(None)
            on:keydown=key
        >
            <span class="overlay-label" hidden=move || is_near(|share| share)>{editor().before}</span>
            <span class="overlay-label" hidden=move || is_near(|share| 1.0 - share)>{editor().after}</span>
            <span class="split-handle"><Icon name="arrows-horizontal"/></span>
        </div>
    }
}
