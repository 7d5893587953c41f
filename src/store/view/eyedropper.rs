//! The eyedropper by keyboard: a crosshair on the photo that keys move from pixel to pixel.

use leptos::prelude::*;

use crate::store::view::ViewState;

impl ViewState {
    /// Places the eyedropper in the middle of what is visible.
    pub fn open_eyedropper(&self) {
        let Some(size) = self.size.get_untracked() else { return };
        let viewport = self.viewport.get_untracked();
        let place = viewport.visible(size);
        let center_css = (place.left_css + place.width_css / 2.0, place.top_css + place.height_css / 2.0);
        self.place_eyedropper(viewport.point(size, center_css), (0, 0));
    }

    /// Closes the eyedropper.
    pub fn close_eyedropper(&self) {
        self.inspection.set_eyedropper(None);
    }

    /// Moves the eyedropper by so many pixels, as they are shown.
    pub fn move_eyedropper(&self, by: (i32, i32)) {
        if let Some(point) = self.inspection.eyedropper.get_untracked() {
            self.place_eyedropper(point, by);
        }
    }

    /// Places the eyedropper so many pixels from a point of the photo, 0 to 1 across and down, and scrolls it into view.
    pub fn place_eyedropper(&self, point: (f64, f64), by: (i32, i32)) {
        let Some(size) = self.size.get_untracked() else { return };
        let mut viewport = self.viewport.get_untracked();
        let point = viewport.pixel_beside(size, point, by);
        viewport.clamp_origin(size, point);
        self.set_viewport(viewport);
        self.inspection.set_eyedropper(Some(point));
    }
}
