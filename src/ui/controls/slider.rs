//! A hand on a slider. With Shift the grip follows a tenth as far as the hand goes; a finger pulls it only when it is clear
//! that it does not scroll.

use leptos::{
    ev::{Event, MouseEvent, PointerEvent},
    prelude::*,
};
use safelight_kernels::Param;
use wasm_bindgen::JsCast;
use web_sys::{HtmlElement, HtmlInputElement};

use crate::{i18n::number, i18n::number::fixed, model::slider_math};

/// The hand on one slider. A handle: copy it freely.
#[derive(Clone, Copy)]
pub struct SliderDrag {
    param: &'static Param,
    value: Memo<f64>,
    set: Callback<f64>,
    clamp: StoredValue<Option<DragState>>,
}

/// How it holds the slider, while the browser does not move it.
#[derive(Clone, Copy)]
enum DragState {
    /// Finely: from there, in CSS pixels, when the value was this.
    Fine { from_css: f64, start: f64 },
    /// A finger that came down there and may scroll; what the slider would be at.
    Undecided { from_css: (f64, f64), request: Option<f64> },
}

impl SliderDrag {
    /// No hand yet.
    pub fn new(param: &'static Param, value: Memo<f64>, set: Callback<f64>) -> Self {
        Self { param, value, set, clamp: StoredValue::new(None) }
    }

    /// It comes down. A mouse without Shift moves the slider as the browser does.
    pub fn take(self, event: &PointerEvent) {
        if event.pointer_type() == "touch" {
            self.clamp.set_value(Some(DragState::Undecided { from_css: place(event), request: None }));
            return;
        }
        if !event.shift_key() || event.button() != 0 {
            return;
        }
        event.prevent_default();
        if let Some(slider) = slider(event) {
            // Neither fails for a pointer that is down.
            let _ = slider.set_pointer_capture(event.pointer_id());
            let _ = slider.focus();
        }
        self.clamp
            .set_value(Some(DragState::Fine { from_css: place(event).0, start: self.value.get_untracked() }));
    }

    /// It moves.
    pub fn pull(self, event: &PointerEvent) {
        let (x_css, y_css) = place(event);
        match self.clamp.get_value() {
            Some(DragState::Fine { from_css, start }) => {
                let Some(slider) = slider(event) else { return };
                let share = (x_css - from_css) / f64::from(slider.client_width().max(1));
                self.set.run(slider_math::dragged(self.param, start, share));
            }
            Some(DragState::Undecided { from_css, .. })
                if slider_math::is_across((x_css - from_css.0, y_css - from_css.1)) =>
            {
                self.lift();
            }
            _ => {}
        }
    }

    /// The browser moved the slider. Under a finger that may scroll it goes back until that is clear.
    pub fn turned(self, event: &Event) {
        let input = event_target::<HtmlInputElement>(event);
        let Some(value) = number::parse(&input.value()) else { return };
        let Some(DragState::Undecided { from_css, .. }) = self.clamp.get_value() else {
            return self.set.run(value);
        };
        self.clamp.set_value(Some(DragState::Undecided { from_css, request: Some(value) }));
        input.set_value(&fixed(self.value.get_untracked(), number::decimals(self.param)));
    }

    /// A finger that did not scroll leaves, or pulls from here on: the slider goes to where it is.
    pub fn lift(self) {
        if let Some(DragState::Undecided { request, .. }) = self.clamp.get_value() {
            self.clamp.set_value(None);
            let _ = request.map(|value| self.set.run(value));
        }
    }

    /// It is gone.
    pub fn end_drag(self) {
        self.clamp.set_value(None);
    }
}

/// The browser would let the grip jump to where the mouse is.
pub fn prevent_scroll(event: &MouseEvent) {
    if event.shift_key() {
        event.prevent_default();
    }
}

fn slider(event: &PointerEvent) -> Option<HtmlElement> {
    event.current_target()?.dyn_into().ok()
}

fn place(event: &PointerEvent) -> (f64, f64) {
    (f64::from(event.client_x()), f64::from(event.client_y()))
}
