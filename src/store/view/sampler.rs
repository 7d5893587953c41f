//! Reading single pixels by keys: a cross on the photo that they move.

use leptos::prelude::*;

use crate::store::Session;

impl Session {
    /// Puts the cross in the middle of what is visible, or takes it away.
    pub fn toggle_probe(&self) {
        if self.sight.probe.with_untracked(Option::is_some) {
            return self.end_probe();
        }
        let is_taken = self.opening.with_untracked(Option::is_some) || untrack(|| self.framing.is_open());
        let Some(size) = self.size.get_untracked().filter(|_| !is_taken) else { return };
        let viewport = self.viewport.get_untracked();
        let place = viewport.visible(size);
        let middle_css = (place.left_css + place.width_css / 2.0, place.top_css + place.height_css / 2.0);
        self.put_probe(viewport.point(size, middle_css), (0, 0));
    }

    /// Takes the cross away.
    pub fn end_probe(&self) {
        self.sight.set_probe(None);
    }

    /// Moves the cross by so many pixels, as they are shown.
    pub fn move_probe(&self, by: (i32, i32)) {
        if let Some(point) = self.sight.probe.get_untracked() {
            self.put_probe(point, by);
        }
    }

    /// Puts the cross so many pixels beside a point of the photo, and that into the room.
    pub fn put_probe(&self, point: (f64, f64), by: (i32, i32)) {
        let Some(size) = self.size.get_untracked() else { return };
        let mut viewport = self.viewport.get_untracked();
        let point = viewport.pixel_beside(size, point, by);
        viewport.bring_in(size, point);
        if self.viewport.get_untracked() != viewport {
            self.viewport.set(viewport);
        }
        self.sight.set_probe(Some(point));
    }
}
