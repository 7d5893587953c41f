//! The frame that crops the photo, over it: handles that hands and arrow keys move, thirds, and its size in a tag.

use std::{cell::Cell, rc::Rc};

use leptos::{
    ev::{KeyboardEvent, PointerEvent},
    html::Div,
    prelude::*,
};
use wasm_bindgen::JsCast;
use web_sys::HtmlElement;

use crate::{
    i18n::editor::editor,
    i18n::format,
    i18n::number::fixed,
    model::crop::{CropHandle, CropRect, FULL, HANDLES},
    model::viewport::Placement,
    store::Store,
    ui::controls::after_render::settled,
};

/// What can be held, in the order of the Tab key, and what the stylesheet calls it.
const HANDLE_NAMES: [(CropHandle, &str); 9] = [
    (FULL, "crop-body"),
    (HANDLES[0], "crop-handle nw"),
    (HANDLES[1], "crop-handle n"),
    (HANDLES[2], "crop-handle ne"),
    (HANDLES[3], "crop-handle e"),
    (HANDLES[4], "crop-handle se"),
    (HANDLES[5], "crop-handle s"),
    (HANDLES[6], "crop-handle sw"),
    (HANDLES[7], "crop-handle w"),
];

/// A hand on the frame.
#[derive(Clone, Copy)]
struct CropHandleView {
    pointer: i32,
    hold: CropHandle,
    /// Where it came down, in CSS pixels.
    from_css: (f64, f64),
    /// The frame then.
    frame: CropRect,
}

/// The frame, on a photo that is shown uncut.
#[component]
pub fn CropOverlay(
    /// Where the photo stands.
    photo: Memo<Option<Placement>>,
) -> impl IntoView {
    let store = expect_context::<Store>();
    let held_handle = Rc::new(Cell::new(None::<CropHandleView>));
    let pull = {
        let held_handle = held_handle.clone();
        move |event: PointerEvent| {
            let held = held_handle.get().filter(|held_handle| held_handle.pointer == event.pointer_id());
            let place = photo.get_untracked().zip(store.edit.size.get_untracked());
            if let (Some(CropHandleView { hold, from_css, frame, .. }), Some((place, size))) = (held, place) {
                let px = |css: f64, side: u32, side_css: f64| css * f64::from(side) / side_css.max(1.0);
                let at_css = point(&event);
                let by = (
                    px(at_css.0 - from_css.0, size.0, place.width_css),
                    px(at_css.1 - from_css.1, size.1, place.height_css),
                );
                store.edit.drag_crop(frame, hold, by);
            }
        }
    };
    let handle = move |hold: CropHandle, class: &'static str| {
        let (pressed, released) = (held_handle.clone(), held_handle.clone());
        let take = move |event: PointerEvent| {
            // The photo under it stays.
            event.stop_propagation();
            let Some(frame) = untrack(|| store.edit.crop_rect()) else { return };
            if event.button() != 0 || pressed.get().is_some() {
                return;
            }
            if let Some(handle) =
                event.current_target().and_then(|handle| handle.dyn_into::<HtmlElement>().ok())
            {
                let _ = handle.set_pointer_capture(event.pointer_id());
            }
            // However closely it follows another.
            store.edit.end_coalescing();
            pressed.set(Some(CropHandleView {
                pointer: event.pointer_id(),
                hold,
                from_css: point(&event),
                frame,
            }));
        };
        view! {
            <button
                class=class
                aria-label=move || store.edit.crop_rect().map(|frame| name(frame, hold)).unwrap_or_default()
                on:pointerdown=take
                on:lostpointercapture=move |_| released.set(None)
                on:keydown=move |event| key(store, hold, &event)
            ></button>
        }
        .into_any()
    };
    let area = NodeRef::<Div>::new();
    // At once, and not one by one: a view is generic over each of its properties.
    Effect::new(move || {
        if let (Some(area), Some(place), Some(frame), Some(size)) =
            (area.get(), photo.get(), store.edit.crop_rect(), store.edit.size.get())
        {
            put(&area, place, frame, size);
        }
    });
    area.on_load(|_| settled(|| focus(".crop-rect .crop-body")));
    on_cleanup(|| settled(|| focus("#open-crop")));
    let size = move || store.edit.crop_rect().map(size_of).unwrap_or_default();
    view! {
        <div class="crop-overlay" node_ref=area>
            <div class="crop-shade" aria-hidden="true"><i></i></div>
            <div class="crop-rect" role="group" aria-label=editor().crop.frame on:pointermove=pull>
                {HANDLE_NAMES.map(|(hold, class)| handle(hold, class)).into_iter().collect_view()}
                <span class="overlay-label" aria-hidden="true">{size}</span>
            </div>
        </div>
    }
}

/// Arrow keys move what is held; Enter is done.
fn key(store: Store, hold: CropHandle, event: &KeyboardEvent) {
    if event.ctrl_key() || event.meta_key() || event.alt_key() {
        return;
    }
    let by = match event.key().as_str() {
        "ArrowLeft" => (-1.0, 0.0),
        "ArrowRight" => (1.0, 0.0),
        "ArrowUp" => (0.0, -1.0),
        "ArrowDown" => (0.0, 1.0),
        "Enter" => {
            event.prevent_default();
            return store.close_crop_tool();
        }
        _ => return,
    };
    event.prevent_default();
    store.edit.nudge_crop(hold, by, event.shift_key());
}

/// Tells the stylesheet where the photo and its frame are.
fn put(area: &HtmlElement, place: Placement, frame: CropRect, size: (u32, u32)) {
    let css = |px: f64| format!("{}px", fixed(px, 3));
    let share = |px: u32, of: u32| fixed(f64::from(px) / f64::from(of.max(1)), 6);
    for (property, value) in [
        ("left", css(place.left_css)),
        ("top", css(place.top_css)),
        ("width", css(place.width_css)),
        ("height", css(place.height_css)),
        ("--crop-left", share(frame.x, size.0)),
        ("--crop-top", share(frame.y, size.1)),
        ("--crop-width", share(frame.width, size.0)),
        ("--crop-height", share(frame.height, size.1)),
    ] {
        // It fails for no property.
        let _ = area.style().set_property(property, &value);
    }
}

fn size_of(frame: CropRect) -> String {
    format::pixels((frame.width, frame.height))
}

/// What is held, and where it is.
fn name(frame: CropRect, hold: CropHandle) -> String {
    let texts = &editor().crop;
    let along = |way: i8, from: u32, length: u32| if way < 1 { from } else { from + length };
    let (x, y) = (along(hold.0, frame.x, frame.width), along(hold.1, frame.y, frame.height));
    let both = format!("{x}, {y}");
    let at = HANDLES.iter().position(|handle| *handle == hold);
    let Some(handle) = at.map(|at| texts.handles[at]) else {
        return texts.inside.fill([&size_of(frame), &both]);
    };
    let at = match hold {
        (_, 0) => x.to_string(),
        (0, _) => y.to_string(),
        _ => both,
    };
    texts.handle.fill([handle, &at])
}

fn point(event: &PointerEvent) -> (f64, f64) {
    (f64::from(event.client_x()), f64::from(event.client_y()))
}

/// Gives the focus to this.
fn focus(what: &str) {
    let found = document().query_selector(what).ok().flatten();
    if let Some(found) = found.and_then(|found| found.dyn_into::<HtmlElement>().ok()) {
        let _ = found.focus();
    }
}
