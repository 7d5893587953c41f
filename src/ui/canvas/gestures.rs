//! Hands that move the photo and make it larger: fingers, a mouse, a wheel, keys.

use std::{
    cell::{Cell, RefCell},
    rc::Rc,
};

use leptos::{
    ev::{KeyboardEvent, PointerEvent, WheelEvent},
    prelude::*,
};
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlCanvasElement, MouseEvent};

use crate::{
    model::viewport::pan_zoom_gesture::PanZoomGesture,
    model::viewport::wheel::{Wheel, WheelStep},
    store::Store,
};

/// How far one arrow key moves the photo, in CSS pixels.
const STEP_CSS: f64 = 48.0;
/// A line of a wheel that counts in lines, in CSS pixels.
const LINE_CSS: f64 = 16.0;
/// How much larger the photo becomes for each CSS pixel of a wheel that zooms, as a natural logarithm.
const ZOOM_PER_CSS: f64 = 0.008;
/// One step of a mouse's wheel should not be a leap.
const MAX_CSS: f64 = 50.0;

/// What hands do to the photo. Copies are the same hands.
#[derive(Clone)]
pub struct CanvasGestures {
    store: Store,
    hand: Rc<RefCell<PanZoomGesture>>,
    wheel: Rc<RefCell<Wheel>>,
    anchor: Rc<Cell<Option<Anchor>>>,
}

/// What fingers or a wheel hold on to, so that they find it again when an edge has held it back for a while.
#[derive(Clone, Copy)]
struct Anchor {
    /// On the photo, 0 to 1.
    point: (f64, f64),
    /// In the room.
    at_css: (f64, f64),
}

impl CanvasGestures {
    /// Hands on the photo of this session.
    pub fn new(store: Store) -> Self {
        Self { store, hand: Rc::default(), wheel: Rc::default(), anchor: Rc::default() }
    }

    /// A finger or a button goes down.
    pub fn press(&self, event: &PointerEvent) {
        if matches!(event.button(), 0 | 1) {
            // The middle button would scroll.
            if event.button() == 1 {
                event.prevent_default();
            }
            if let Some(stage) = stage(event) {
                // Heard to its end, wherever it goes.
                let _ = stage.set_pointer_capture(event.pointer_id());
            }
            self.anchor.set(None);
            self.hand.borrow_mut().press(event.pointer_id(), point(event), event.time_stamp());
        }
    }

    /// It moves; so does a pointer that holds nothing.
    pub fn drag(&self, event: &PointerEvent) {
        // A finger hides what it points at.
        if event.pointer_type() != "touch" {
            self.store.view.inspection.set_pointer(Some(self.in_room(point(event))));
        }
        let moved = self.hand.borrow_mut().drag(event.pointer_id(), point(event));
        let Some(moved) = moved else { return };
        if let Some(pinch) = moved.pinch {
            let at_css = self.in_room(pinch.center_css);
            let before = (at_css.0 - moved.by_css.0, at_css.1 - moved.by_css.1);
            let anchor = self.anchor.get().or_else(|| self.anchor_at(before));
            self.anchor.set(anchor);
            if let Some(Anchor { point, .. }) = anchor {
                self.store.view.zoom_by(pinch.times, point, at_css);
            }
        } else {
            self.store.view.pan(moved.by_css);
        }
    }

    /// It goes up.
    pub fn lift(&self, event: &PointerEvent) {
        self.anchor.set(None);
        let twice = self.hand.borrow_mut().lift(event.pointer_id(), event.time_stamp());
        if let Some(at) = twice {
            self.store.view.zoom_toggle(self.in_room(at));
        }
    }

    /// It was taken away.
    pub fn cancel(&self, event: &PointerEvent) {
        self.anchor.set(None);
        self.hand.borrow_mut().cancel(event.pointer_id());
    }

    /// The pointer leaves the room.
    pub fn leave(&self, _: &PointerEvent) {
        self.store.view.inspection.set_pointer(None);
    }

    /// A wheel turns: with Ctrl (or two fingers that part on a trackpad, which browsers tell in the same way) it
    /// zooms, else it moves a photo that is larger than the room; where nothing can be moved, it zooms as well, or
    /// moves the page, if that is larger than the window.
    pub fn wheel(&self, event: &WheelEvent) {
        let css = match event.delta_mode() {
            WheelEvent::DOM_DELTA_LINE => LINE_CSS,
            WheelEvent::DOM_DELTA_PAGE => {
                self.store.view.viewport.with_untracked(|viewport| viewport.room_css.1)
            }
            _ => 1.0,
        };
        let (x, y) = (event.delta_x() * css, event.delta_y() * css);
        let (with_ctrl, can_pan) =
            (event.ctrl_key() || event.meta_key(), untrack(|| self.store.view.can_pan()));
        if !with_ctrl && !can_pan && page_scrolls() {
            return;
        }
        event.prevent_default();
        let turn = self.wheel.borrow_mut().turn(with_ctrl, can_pan, event.time_stamp());
        if turn == WheelStep::Pan {
            // A wheel of one axis goes the other way with Shift; browsers that do so themselves leave no y.
            let by = if event.shift_key() && x == 0.0 { (-y, 0.0) } else { (-x, -y) };
            self.anchor.set(None);
            self.store.view.pan(by);
        } else {
            let times = (-y.clamp(-MAX_CSS, MAX_CSS) * ZOOM_PER_CSS).exp();
            let at_css = self.in_room(point(event));
            let anchor = self.anchor.get().filter(|anchor| anchor.at_css == at_css);
            let anchor = anchor.or_else(|| self.anchor_at(at_css));
            self.anchor.set(anchor);
            if let Some(Anchor { point, .. }) = anchor {
                match turn {
                    WheelStep::ZoomFromFit => self.store.view.zoom_from_fit(times, point, at_css),
                    _ => self.store.view.zoom_by(times, point, at_css),
                }
            }
        }
    }

    /// A key goes down while nothing else takes it: arrows move the photo.
    pub fn key(&self, event: &KeyboardEvent) {
        if event.default_prevented() || event.ctrl_key() || event.meta_key() || event.alt_key() {
            return;
        }
        let by = match event.key().as_str() {
            "ArrowLeft" => (STEP_CSS, 0.0),
            "ArrowRight" => (-STEP_CSS, 0.0),
            "ArrowUp" => (0.0, STEP_CSS),
            "ArrowDown" => (0.0, -STEP_CSS),
            _ => return,
        };
        if is_free(event) && untrack(|| self.store.view.can_pan()) {
            event.prevent_default();
            self.anchor.set(None);
            self.store.view.pan(by);
        }
    }

    fn anchor_at(&self, at_css: (f64, f64)) -> Option<Anchor> {
        let size = self.store.edit.size.get_untracked()?;
        let point = self.store.view.viewport.with_untracked(|viewport| viewport.point(size, at_css));
        Some(Anchor { point, at_css })
    }

    fn in_room(&self, page: (f64, f64)) -> (f64, f64) {
        let canvas = self.store.view.canvas.get_untracked();
        let stage = canvas.and_then(|canvas| canvas.closest(".canvas-view").ok().flatten());
        let corner = stage.map(|stage| stage.get_bounding_client_rect());
        corner.map_or(page, |corner| (page.0 - corner.left(), page.1 - corner.top()))
    }
}

/// Whether the key is on the photo, or on nothing.
pub fn is_free(event: &KeyboardEvent) -> bool {
    event.target().and_then(|target| target.dyn_into::<Element>().ok()).is_none_or(|target| {
        target.has_type::<HtmlCanvasElement>() || matches!(target.tag_name().as_str(), "BODY" | "HTML")
    })
}

/// Whether the page is higher than the window.
fn page_scrolls() -> bool {
    document().document_element().is_some_and(|page| page.scroll_height() > page.client_height())
}

fn stage(event: &PointerEvent) -> Option<Element> {
    event.current_target()?.dyn_into().ok()
}

fn point(event: &MouseEvent) -> (f64, f64) {
    (f64::from(event.client_x()), f64::from(event.client_y()))
}
