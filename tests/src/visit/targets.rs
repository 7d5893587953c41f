//! How large what can be touched is.

use serde_json::{Value, json};

use super::Visit;

/// CSS pixels that a finger needs.
const FINGER_CSS: u32 = 44;

impl Visit {
    /// Looks whether everything that can be touched now is as large as a finger needs. The grabber of the sheet need
    /// not be: the tab that is chosen does the same.
    ///
    /// # Panics
    /// When something is not.
    pub async fn fits_fingers(&self, state: &str) {
        let script = "const least = arguments[0] - .5;
            const parts = [...document.querySelectorAll('button, a[href], input, select, [role=option]')].filter((one) =>
                one.checkVisibility({ visibilityProperty: true }) && !one.closest('[inert], .visually-hidden') && !one.matches('.sheet-handle, .skip-link'));
            return parts.map((one) => {
                const boxes = [one, ...(one.labels ?? [])].filter((box) => box === one || box.contains(one))
                    .map((box) => box.getBoundingClientRect());
                const [width, height] = ['width', 'height'].map((side) => Math.max(...boxes.map((box) => box[side])));
                const small = width > 0 && height > 0 && Math.min(width, height) < least;
                return small && `${probe.nameOf(one)}: ${Math.round(width)} × ${Math.round(height)}`;
            }).filter((small) => small)";
        let small = self.run(script, json!([FINGER_CSS])).await;
        let small: Vec<_> = small.as_array().into_iter().flatten().filter_map(Value::as_str).collect();
        assert!(small.is_empty(), "{state}: too small for a finger: {small:#?}");
    }
}
