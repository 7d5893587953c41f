//! The crop tool. While it is open, all of the photo is shown; what it sets are layers of the stack, as ever.

use leptos::prelude::*;

use crate::{
    model::{
        change::Change,
        crop::{CropHandle, CropRect, Edge, aspect_ratio::AspectRatio, step_px},
        stack::{Stack, geometry::GeometryStep},
        status::message::StatusMessage,
    },
    store::edit::Edit,
};

impl Edit {
    /// Opens the crop tool.
    pub fn open_crop_tool(&self) {
        self.crop_tool.stack_before.set_value(self.stack.get_untracked());
        self.crop_tool.set_aspect.set(AspectRatio::default());
        self.set_open_layer.set(None);
        self.end_coalescing();
        self.crop_tool.set_is_open.set(true);
    }

    /// Closes the crop tool; what it set stays.
    pub fn close_crop_tool(&self) {
        if self.crop_tool.is_open.get_untracked() {
            self.crop_tool.set_is_open.set(false);
        }
    }

    /// Closes the crop tool, and goes back to where it was opened.
    pub fn cancel_crop(&self) {
        let before = self.crop_tool.stack_before.get_value();
        if self.stack.with_untracked(|stack| stack.layers() != before.layers()) {
            let index = self.history.with_untracked(|history| {
                history.entries().iter().rposition(|entry| entry.stack.layers() == before.layers())
            });
            if let Some(index) = index {
                self.jump_to(index);
            }
            self.status.set_message(StatusMessage::CropCancelled);
        }
        self.close_crop_tool();
    }

    /// The crop rectangle in pixels of the uncropped photo, while the tool is open.
    pub fn crop_rect(&self) -> Option<CropRect> {
        let picture = self.size.get().filter(|_| self.crop_tool.is_open.get())?;
        Some(CropRect::after(&self.stack.read().part(GeometryStep::Crop), picture))
    }

    /// Drags a handle of a crop rectangle this far, in pixels, from where the rectangle was.
    pub fn drag_crop(&self, rect: CropRect, handle: CropHandle, by: (f64, f64)) {
        self.set_crop_rect(|_, aspect, picture| rect.dragged(handle, by, aspect, picture));
    }

    /// Nudges a handle of the crop rectangle by a step: one pixel, or several if `far`.
    pub fn nudge_crop(&self, handle: CropHandle, (across, down): (f64, f64), far: bool) {
        self.set_crop_rect(|rect, aspect, picture| {
            let step = step_px(picture, far);
            rect.nudged(handle, (across * step, down * step), aspect, picture)
        });
    }

    /// Sets one edge of the crop rectangle, in pixels.
    pub fn set_crop(&self, edge: Edge, px: f64) {
        self.set_crop_rect(|rect, aspect, picture| rect.with(edge, px, aspect, picture));
    }

    /// Has the crop rectangle keep an aspect ratio from here on.
    pub fn set_aspect(&self, aspect: AspectRatio) {
        self.crop_tool.set_aspect.set(aspect);
        self.set_crop_rect(|rect, aspect, picture| {
            aspect.map_or(rect, |aspect| rect.fit_aspect(aspect, picture))
        });
    }

    /// Exchanges width and height of the crop rectangle, and of its aspect ratio.
    pub fn transpose_crop(&self) {
        self.crop_tool.set_aspect.update(|aspect| *aspect = aspect.swapped());
        self.set_crop_rect(|rect, aspect, picture| {
            let transposed = f64::from(rect.height) / f64::from(rect.width);
            rect.fit_aspect(aspect.unwrap_or(transposed), picture)
        });
    }

    /// Rotates the photo by a quarter turn.
    pub fn rotate(&self, clockwise: bool) {
        self.crop_tool.set_aspect.update(|aspect| *aspect = aspect.turned());
        self.edit_geometry(GeometryStep::Rotate, |stack| stack.turn(if clockwise { 1 } else { 3 }));
    }

    /// Flips the photo, horizontally or vertically.
    pub fn flip(&self, vertically: bool) {
        self.edit_geometry(GeometryStep::Flip, |stack| stack.mirror(vertically));
    }

    /// Sets the settings of a geometry filter.
    pub fn set_geometry(&self, step: GeometryStep, values: Vec<f64>) {
        self.edit_geometry(step, |stack| stack.set_part(step, values));
    }

    /// Removes all geometry filters.
    pub fn reset_geometry(&self) {
        self.crop_tool.set_aspect.set(AspectRatio::default());
        if let Some(filter) = GeometryStep::Crop.filter() {
            let mut stack = self.history.with_untracked(crate::model::history::History::editable_stack);
            stack.reset_geometry();
            self.record(Change::Reset(filter), None, stack);
        }
    }

    fn set_crop_rect(&self, to: impl FnOnce(CropRect, Option<f64>, (u32, u32)) -> CropRect) {
        let Some((rect, picture)) = untrack(|| self.crop_rect().zip(self.size.get())) else { return };
        let aspect = self.crop_tool.aspect.get_untracked().on(picture);
        let next = to(rect, aspect, picture);
        if next != rect {
            self.set_geometry(GeometryStep::Crop, next.cuts(picture).to_vec());
        }
    }

    /// Edits a geometry filter and records the size that comes of it. `edit` returns the layer's key.
    fn edit_geometry(&self, step: GeometryStep, edit: impl FnOnce(&mut Stack) -> Option<u32>) {
        let mut stack = self.history.with_untracked(crate::model::history::History::editable_stack);
        let key = edit(&mut stack);
        let is_full = stack.is_overfull() && self.is_full();
        let Some((filter, photo)) = step.filter().zip(self.photo_size.get_untracked()) else { return };
        if is_full || self.stack.with_untracked(|now| now.layers() == stack.layers()) {
            return;
        }
        let uncropped = stack.without_crop().size_after(photo);
        let (width, height) = match step {
            GeometryStep::Resize => stack.size_after(photo),
            GeometryStep::Crop => {
                let rect = CropRect::after(&stack.part(GeometryStep::Crop), uncropped);
                (rect.width, rect.height)
            }
            _ => uncropped,
        };
        self.set_edited_layer.set(key);
        // Rotations and flips are entries of their own; what a pointer drags through many values is one.
        let coalesce_key = (step >= GeometryStep::Straighten).then_some((0, step.id()));
        self.record(Change::Cropped { filter, width, height }, coalesce_key, stack);
    }
}
