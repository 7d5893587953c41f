//! Reading single pixels by keys: a cross on the photo that they move.

use leptos::prelude::*;

use crate::store::Store;

impl Store {
    /// Puts the cross in the middle of what is visible, or takes it away.
    pub fn toggle_eyedropper(&self) {
        if self.inspection.probe.with_untracked(Option::is_some) {
            return self.close_eyedropper();
        }
        let is_taken = self.opening.with_untracked(Option::is_some) || untrack(|| self.crop_tool.is_open());
        let Some(size) = self.size.get_untracked().filter(|_| !is_taken) else { return };
        let viewport = self.viewport.get_untracked();
        let place = viewport.visible(size);
        let center_css = (place.left_css + place.width_css / 2.0, place.top_css + place.height_css / 2.0);
        self.place_eyedropper(viewport.point(size, center_css), (0, 0));
    }

    /// Takes the cross away.
    pub fn close_eyedropper(&self) {
        self.inspection.set_probe(None);
    }

    /// Moves the cross by so many pixels, as they are shown.
    pub fn move_eyedropper(&self, by: (i32, i32)) {
        if let Some(point) = self.inspection.probe.get_untracked() {
            self.place_eyedropper(point, by);
        }
    }

    /// Puts the cross so many pixels beside a point of the photo, and that into the room.
    pub fn place_eyedropper(&self, point: (f64, f64), by: (i32, i32)) {
        let Some(size) = self.size.get_untracked() else { return };
        let mut viewport = self.viewport.get_untracked();
        let point = viewport.pixel_beside(size, point, by);
        viewport.clamp_origin(size, point);
        if self.viewport.get_untracked() != viewport {
            self.viewport.set(viewport);
        }
        self.inspection.set_probe(Some(point));
    }
}
