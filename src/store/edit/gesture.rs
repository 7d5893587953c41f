//! Pointer gestures as the history sees them: what a pointer does between press and release is one entry, and a double
//! click is one as well.

/// A press so soon after a click may make it a double click, in milliseconds.
const DOUBLE_CLICK_MS: f64 = 500.0;
/// A pointer that moves farther drags and does not click, in CSS pixels.
const CLICK_RADIUS_CSS: f64 = 4.0;

/// The state of the pointer. Positions are CSS pixels of the window, such as (640.0, 400.0).
#[derive(Debug, Clone, Copy, Default)]
pub struct Gesture {
    pressed_since_ms: Option<f64>,
    pressed_css: (f64, f64),
    /// When and where the last click was, if the last gesture was one.
    clicked: Option<(f64, (f64, f64))>,
}

impl Gesture {
    /// Notes that a pointer is pressed; whether that is the second press of a double click.
    pub fn press(&mut self, now_ms: f64, at_css: (f64, f64)) -> bool {
        let click = self.clicked.take();
        (self.pressed_since_ms, self.pressed_css) = (Some(now_ms), at_css);
        click.is_some_and(|(ms, css)| now_ms - ms < DOUBLE_CLICK_MS && is_near(css, at_css))
    }

    /// Notes that the pointer is released; nothing is known of where, if it was lost.
    pub fn release(&mut self, now_ms: f64, at_css: Option<(f64, f64)>) {
        self.pressed_since_ms = None;
        self.clicked = at_css.filter(|at| is_near(*at, self.pressed_css)).map(|at| (now_ms, at));
    }

    /// When the pointer was pressed, in milliseconds, while it is.
    pub fn pressed_since_ms(&self) -> Option<f64> {
        self.pressed_since_ms
    }
}

fn is_near(a: (f64, f64), b: (f64, f64)) -> bool {
    (a.0 - b.0).hypot(a.1 - b.1) <= CLICK_RADIUS_CSS
}

#[cfg(test)]
mod tests {
    use super::*;

    fn clicked_at(ms: f64, at_css: (f64, f64)) -> Gesture {
        let mut gesture = Gesture::default();
        gesture.press(ms - 50.0, at_css);
        gesture.release(ms, Some(at_css));
        gesture
    }

    #[test]
    fn a_press_soon_after_a_click_in_the_same_place_is_a_double_click() {
        assert!(clicked_at(1000.0, (10.0, 10.0)).press(1499.0, (13.0, 10.0)));
        assert!(!clicked_at(1000.0, (10.0, 10.0)).press(1500.0, (13.0, 10.0)));
        assert!(!clicked_at(1000.0, (10.0, 10.0)).press(1100.0, (15.0, 10.0)));
    }

    #[test]
    fn a_drag_is_no_click() {
        let mut gesture = Gesture::default();
        gesture.press(0.0, (0.0, 0.0));
        gesture.release(100.0, Some((30.0, 0.0)));
        assert!(!gesture.press(150.0, (30.0, 0.0)));
        gesture.release(160.0, None);
        assert!(!gesture.press(170.0, (30.0, 0.0)));
    }

    #[test]
    fn a_third_click_begins_anew() {
        let mut gesture = clicked_at(1000.0, (0.0, 0.0));
        assert!(gesture.press(1100.0, (0.0, 0.0)));
        assert_eq!(gesture.pressed_since_ms(), Some(1100.0));
        gesture.release(1150.0, Some((20.0, 0.0)));
        assert_eq!(gesture.pressed_since_ms(), None);
        assert!(!gesture.press(1200.0, (20.0, 0.0)));
    }
}
