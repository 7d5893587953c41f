//! A hand that pulls a slider finely: with Shift, the grip follows a tenth as far as the hand goes.

use leptos::{
    ev::{MouseEvent, PointerEvent},
    prelude::*,
};
use safelight_kernels::Param;
use wasm_bindgen::JsCast;
use web_sys::HtmlElement;

use crate::slider;

/// The hand on one slider. A handle: copy it freely.
#[derive(Clone, Copy)]
pub struct Hand {
    param: &'static Param,
    value: Memo<f64>,
    set: Callback<f64>,
    /// Where it came down, in CSS pixels, and the value then; while it pulls.
    held: StoredValue<Option<(f64, f64)>>,
}

impl Hand {
    /// No hand yet.
    pub fn new(param: &'static Param, value: Memo<f64>, set: Callback<f64>) -> Self {
        Self { param, value, set, held: StoredValue::new(None) }
    }

    /// It comes down. Without Shift, the slider moves as the browser moves it.
    pub fn take(self, event: &PointerEvent) {
        if !event.shift_key() || event.button() != 0 {
            return;
        }
        event.prevent_default();
        if let Some(slider) = slider(event) {
            // Neither fails for a pointer that is down.
            let _ = slider.set_pointer_capture(event.pointer_id());
            let _ = slider.focus();
        }
        self.held.set_value(Some((f64::from(event.client_x()), self.value.get_untracked())));
    }

    /// It moves.
    pub fn pull(self, event: &PointerEvent) {
        let Some((from_css, start)) = self.held.get_value() else { return };
        let Some(slider) = slider(event) else { return };
        let share = (f64::from(event.client_x()) - from_css) / f64::from(slider.client_width().max(1));
        self.set.run(slider::pulled(self.param, start, share));
    }

    /// It is gone.
    pub fn let_go(self) {
        self.held.set_value(None);
    }
}

/// The browser would let the grip jump to where the mouse is.
pub fn keep_still(event: &MouseEvent) {
    if event.shift_key() {
        event.prevent_default();
    }
}

fn slider(event: &PointerEvent) -> Option<HtmlElement> {
    event.current_target()?.dyn_into().ok()
}
