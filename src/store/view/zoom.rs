//! Zoom and pan.

use leptos::prelude::*;
use safelight_protocol::View;

use crate::{model::viewport, model::viewport::Zoom, store::view::ViewState};

impl ViewState {
    /// Sets the zoom.
    pub fn zoom(&self, zoom: Zoom) {
        let (size, probe) = (self.size.get_untracked(), self.inspection.eyedropper.get_untracked());
        self.set_viewport.update(|viewport| match (zoom, size, probe) {
            (Zoom::Scale(scale), Some(size), Some(probe)) => {
                viewport.zoom_to(size, probe, viewport.center_css(), scale);
            }
            _ => viewport.zoom = zoom,
        });
    }

    /// Zooms to the next stop, around the pixel that is read or else the middle of the room.
    pub fn zoom_step(&self, larger: bool) {
        let Some(size) = self.size.get_untracked() else { return };
        if let Some(scale) = self.viewport.with_untracked(|viewport| viewport.next_zoom(size, larger)) {
            let probe = self.inspection.eyedropper.get_untracked();
            self.set_viewport.update(|viewport| {
                let at_css =
                    probe.map_or_else(|| viewport.center_css(), |probe| viewport.at_css(size, probe));
                viewport.zoom_at(size, at_css, scale);
            });
        }
    }

    /// Makes the photo so many times larger, and puts a point of it at a point of the room.
    pub fn zoom_by(&self, times: f64, point: (f64, f64), at_css: (f64, f64)) {
        if let Some(size) = self.size.get_untracked() {
            self.set_viewport
                .update(|viewport| viewport.zoom_to(size, point, at_css, viewport.scale(size) * times));
        }
    }

    /// The same for a wheel without Ctrl, which ends where all of the photo is seen.
    pub fn zoom_from_fit(&self, times: f64, point: (f64, f64), at_css: (f64, f64)) {
        if let Some(size) = self.size.get_untracked() {
            self.set_viewport.update(|viewport| viewport.zoom_from_fit(size, point, at_css, times));
        }
    }

    /// From all of the photo to 100 % around a point of the room, or back.
    pub fn zoom_toggle(&self, at_css: (f64, f64)) {
        let Some(size) = self.size.get_untracked() else { return };
        self.set_viewport.update(|viewport| match viewport.zoom {
            Zoom::Fit => viewport.zoom_at(size, at_css, 1.0),
            Zoom::Scale(_) => viewport.zoom = Zoom::Fit,
        });
    }

    /// Whether there is more of the photo than the room shows.
    pub fn can_pan(&self) -> bool {
        self.size.get().is_some_and(|size| self.viewport.read().can_pan(size))
    }

    /// Moves the photo in the room by CSS pixels.
    pub fn pan(&self, by_css: (f64, f64)) {
        let can_pan = untrack(|| self.can_pan());
        if let Some(size) = self.size.get_untracked().filter(|_| can_pan) {
            self.set_viewport.update(|viewport| viewport.pan(size, by_css));
        }
    }

    /// The index of the pixel of a view that shows this point of the photo, if it is in sight: rows without gaps.
    pub fn pixel_index(&self, view: View, point: (f64, f64)) -> Option<u32> {
        viewport::placement(self.size.get_untracked()?, view, point)
    }
}
