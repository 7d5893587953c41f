//! The photo in the room: its canvas, the checkerboard under it, the tag over it; hands that move it.

use std::{cell::Cell, rc::Rc};

use leptos::{
    ev::{KeyboardEvent, PointerEvent, WheelEvent},
    prelude::*,
};
use wasm_bindgen::JsCast;
use web_sys::Element;

use super::erased::{flag, on, text, when};
use crate::{number::fixed, session::Session, texts::editor, viewport::Placement, words};

/// How far one arrow key moves the photo, in CSS pixels.
const STEP_CSS: f64 = 48.0;
/// From the photo's corner to the tag in it, in CSS pixels.
const TAG_CSS: f64 = 12.0;

/// Shows what the worker developed, where it belongs.
#[component]
pub fn Stage() -> impl IntoView {
    let session = expect_context::<Session>();
    let size = session.size;
    let photo = Memo::new(move |_| Some(session.viewport.read().photo(size.get()?)));
    let pixels = Memo::new(move |_| {
        let view = session.shown.with(|shown| shown.as_ref().map(|shown| shown.wanted.view))?;
        Some(session.viewport.read().place(size.get()?, view))
    });
    let can_pan = Memo::new(move |_| size.get().is_some_and(|size| session.viewport.read().can_pan(size)));
    let has_alpha = move || session.photo.with(|photo| photo.as_ref().is_some_and(|photo| photo.has_alpha));
    // Named by the pixels on screen: the key may be down before they are there.
    let is_original = Memo::new(move |_| {
        let plain = session.shown.with(|shown| {
            shown.as_ref().is_some_and(|shown| shown.wanted.recipe == session.stack.read().original())
        });
        session.comparing.get() && plain
    });
    let name = move || {
        let name =
            session.photo.with(|photo| photo.as_ref().map(|photo| photo.name.clone())).unwrap_or_default();
        if is_original.get() {
            return editor().photo_original.fill([&name]);
        }
        let count = session.stack.with(|stack| stack.rows().iter().filter(|row| row.on).count());
        editor().photo_with.fill([&name, &words::filters(count)])
    };
    let tag = move |edge: fn(Placement) -> f64| {
        photo.get().map(|place| format!("{}px", fixed(edge(place).max(0.0) + TAG_CSS, 3))).unwrap_or_default()
    };

    // Where the hand is, while it holds the photo.
    let held = Rc::new(Cell::new(None));
    let take = {
        let held = held.clone();
        move |event: PointerEvent| {
            if event.button() == 0 && can_pan.get_untracked() {
                capture(&event);
                held.set(Some(point(&event)));
            }
        }
    };
    let drag = {
        let held = held.clone();
        move |event: PointerEvent| {
            if let Some((x, y)) = held.get() {
                let to = point(&event);
                held.set(Some(to));
                session.pan((to.0 - x, to.1 - y));
            }
        }
    };
    let wheel = move |event: WheelEvent| {
        // With Ctrl it is the browser's zoom, or two fingers'.
        if can_pan.get_untracked() && !event.ctrl_key() && event.delta_mode() == WheelEvent::DOM_DELTA_PIXEL {
            event.prevent_default();
            session.pan((-event.delta_x(), -event.delta_y()));
        }
    };
    let key = move |event: KeyboardEvent| {
        let by = match event.key().as_str() {
            "ArrowLeft" => (STEP_CSS, 0.0),
            "ArrowRight" => (-STEP_CSS, 0.0),
            "ArrowUp" => (0.0, STEP_CSS),
            "ArrowDown" => (0.0, -STEP_CSS),
            _ => return,
        };
        if can_pan.get_untracked() {
            event.prevent_default();
            session.pan(by);
        }
    };
    view! {
        <div
            class="stage"
            data-pan=flag(move || can_pan.get())
            data-opening=flag(move || session.opening.read().is_some())
            on:pointerdown=on(take)
            on:pointermove=on(drag)
            on:lostpointercapture=on(move |_| held.set(None))
            on:wheel=on(wheel)
        >
            <Show when=when(has_alpha)>
                <div
                    class="check"
                    style:left=text(move || px(photo, |place| place.left_css))
                    style:top=text(move || px(photo, |place| place.top_css))
                    style:width=text(move || px(photo, |place| place.width_css))
                    style:height=text(move || px(photo, |place| place.height_css))
                ></div>
            </Show>
            <canvas
                role="img"
                aria-label=text(name)
                tabindex=text(move || if can_pan.get() { "0" } else { "-1" })
                hidden=flag(move || pixels.get().is_none())
                style:left=text(move || px(pixels, |place| place.left_css))
                style:top=text(move || px(pixels, |place| place.top_css))
                style:width=text(move || px(pixels, |place| place.width_css))
                style:height=text(move || px(pixels, |place| place.height_css))
                node_ref=session.canvas
                on:keydown=on(key)
            ></canvas>
            <Show when=when(move || is_original.get())>
                <span class="tag" style:left=text(move || tag(|place| place.left_css)) style:top=text(move || tag(|place| place.top_css))>
                    {editor().original}
                </span>
            </Show>
        </div>
    }
}

fn px(place: Memo<Option<Placement>>, edge: fn(Placement) -> f64) -> String {
    place.get().map(|place| format!("{}px", fixed(edge(place), 3))).unwrap_or_default()
}

fn point(event: &PointerEvent) -> (f64, f64) {
    (f64::from(event.client_x()), f64::from(event.client_y()))
}

/// The drag is heard to its end, wherever it goes.
fn capture(event: &PointerEvent) {
    if let Some(stage) = event.current_target().and_then(|target| target.dyn_into::<Element>().ok()) {
        let _ = stage.set_pointer_capture(event.pointer_id());
    }
}
