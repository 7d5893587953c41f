//! Setting the photo's frame: while it is set, all of the photo is shown. What is set are rows of the stack, as ever.

use leptos::prelude::*;

use crate::{
    model::change::Change,
    model::crop::aspect_ratio::AspectRatio,
    model::crop::{CropHandle, CropRect, Edge, step_px},
    model::stack::Stack,
    model::stack::geometry::GeometryStep,
    model::status::message::StatusMessage,
    model::viewport::Zoom,
    store::Store,
};

/// Makes of a stack the one that is shown.
pub type WithoutCrop = fn(&Stack) -> Stack;

/// The crop tool. Handles: copy them freely.
#[derive(Clone, Copy, Default)]
pub struct CropTool {
    /// While it is open, what is shown of a stack. The editor brings it, so that a first visit does
    /// not load it.
    pub without_crop: RwSignal<Option<WithoutCrop>>,
    /// The ratio that the frame is held to.
    pub ratio: RwSignal<AspectRatio>,
}

impl CropTool {
    /// Whether it is open.
    pub fn is_open(&self) -> bool {
        self.without_crop.with(Option::is_some)
    }

    /// The stack as it is shown.
    pub fn seen(&self, stack: Stack) -> Stack {
        match self.without_crop.get() {
            Some(without_crop) => without_crop(&stack),
            None => stack,
        }
    }
}

impl Store {
    /// The stack that is shown: with what is tried on, and uncut while a frame is set.
    pub fn seen(&self) -> Stack {
        self.crop_tool.seen(self.stack.read().with(self.trial.read().as_ref()))
    }

    /// Opens the crop tool, or is done with it.
    pub fn toggle_crop_tool(&self) {
        if untrack(|| self.crop_tool.is_open()) {
            return self.close_crop_tool();
        }
        self.inspection.set_probe(None);
        let before = self.stack.get_untracked();
        self.notes.update_value(|notes| notes.stack_before_crop = before);
        self.open_layer.set(None);
        self.crop_tool.ratio.set(AspectRatio::default());
        self.begin_gesture();
        self.crop_tool.without_crop.set(Some(Stack::without_crop));
        self.viewport.update(|viewport| (viewport.zoom, viewport.cropped_size) = (Zoom::Fit, true));
    }

    /// Is done with the crop tool.
    pub fn close_crop_tool(&self) {
        if untrack(|| self.crop_tool.is_open()) {
            self.crop_tool.without_crop.set(None);
            self.viewport.update(|viewport| viewport.cropped_size = false);
        }
    }

    /// Closes the crop tool, and goes back to where it was opened.
    pub fn cancel_crop(&self) {
        let before = self.notes.with_value(|notes| notes.stack_before_crop.clone());
        if self.stack.with_untracked(|stack| stack.layers() != before.layers()) {
            let place = self.history.with_untracked(|history| {
                history.entries().iter().rposition(|step| step.stack.layers() == before.layers())
            });
            if let Some(place) = place {
                self.jump_to(place);
            }
            self.status.set_message(StatusMessage::CropCancelled);
        }
        self.close_crop_tool();
    }

    /// The frame on the uncut photo, while it is set.
    pub fn frame(&self) -> Option<CropRect> {
        let picture = self.size.get().filter(|_| self.crop_tool.is_open())?;
        Some(CropRect::after(&self.stack.read().part(GeometryStep::Crop), picture))
    }

    /// Moves what is held of a frame this far, in pixels, from where it was.
    pub fn drag_crop(&self, frame: CropRect, hold: CropHandle, by: (f64, f64)) {
        self.set_crop_rect(&|_, ratio, picture| frame.dragged(hold, by, ratio, picture));
    }

    /// Moves what is held of the frame by a step: a pixel, or farther.
    pub fn nudge_crop(&self, hold: CropHandle, (across, down): (f64, f64), far: bool) {
        self.set_crop_rect(&|frame, ratio, picture| {
            let step = step_px(picture, far);
            frame.nudged(hold, (across * step, down * step), ratio, picture)
        });
    }

    /// Sets one of the frame's numbers.
    pub fn set_crop(&self, side: Edge, px: f64) {
        self.set_crop_rect(&|frame, ratio, picture| frame.with(side, px, ratio, picture));
    }

    /// Holds the frame to a ratio from here on.
    pub fn choose_aspect(&self, ratio: AspectRatio) {
        self.crop_tool.ratio.set(ratio);
        self.set_crop_rect(&|frame, ratio, picture| {
            ratio.map_or(frame, |ratio| frame.fit_aspect(ratio, picture))
        });
    }

    /// Lays the frame's long side where its short one was. A ratio is swapped with it.
    pub fn transpose_crop(&self) {
        self.crop_tool.ratio.update(|ratio| *ratio = ratio.swapped());
        self.set_crop_rect(&|frame, ratio, picture| {
            let upright = f64::from(frame.height) / f64::from(frame.width);
            frame.fit_aspect(ratio.unwrap_or(upright), picture)
        });
    }

    /// Turns the photo by a quarter, clockwise or not.
    pub fn turn(&self, clockwise: bool) {
        let mut stack = self.stack.get_untracked();
        let key = stack.turn(if clockwise { 1 } else { 3 });
        self.crop_tool.ratio.update(|ratio| *ratio = ratio.turned());
        self.cropped_size(GeometryStep::Rotate, key, stack);
    }

    /// Mirrors the photo, left to right or upside down.
    pub fn mirror(&self, upside_down: bool) {
        let mut stack = self.stack.get_untracked();
        let key = stack.mirror(upside_down);
        self.cropped_size(GeometryStep::Flip, key, stack);
    }

    /// Sets a part of what frames the photo.
    pub fn set_part(&self, part: GeometryStep, values: Vec<f64>) {
        let mut stack = self.stack.get_untracked();
        let key = stack.set_part(part, values);
        self.cropped_size(part, key, stack);
    }

    /// Takes everything away that frames the photo.
    pub fn reset_geometry(&self) {
        let mut stack = self.stack.get_untracked();
        stack.reset_geometry();
        self.crop_tool.ratio.set(AspectRatio::default());
        if let Some(filter) = GeometryStep::Crop.filter() {
            self.stack.set(stack);
            self.changed(Change::Reset(filter), None);
        }
    }

    fn set_crop_rect(&self, to: &dyn Fn(CropRect, Option<f64>, (u32, u32)) -> CropRect) {
        let Some((frame, picture)) = untrack(|| self.frame().zip(self.size.get())) else { return };
        let ratio = self.crop_tool.ratio.get_untracked().on(picture);
        let next = to(frame, ratio, picture);
        if next != frame {
            self.set_part(GeometryStep::Crop, next.cuts(picture).to_vec());
        }
    }

    /// Takes a stack with another frame, and says which.
    fn cropped_size(&self, part: GeometryStep, key: Option<u32>, stack: Stack) {
        let is_full = stack.is_overfull() && self.is_full();
        let Some((filter, photo)) =
            part.filter().zip(self.photo.with_untracked(|photo| Some(photo.as_ref()?.size)))
        else {
            return;
        };
        if is_full || self.stack.with_untracked(|now| now.layers() == stack.layers()) {
            return;
        }
        let without_crop = stack.without_crop().size_after(photo);
        let (width, height) = match part {
            GeometryStep::Resize => stack.size_after(photo),
            GeometryStep::Crop => {
                let frame = CropRect::after(&stack.part(GeometryStep::Crop), without_crop);
                (frame.width, frame.height)
            }
            _ => without_crop,
        };
        self.stack.set(stack);
        self.edited_layer.set(key);
        // Turns and mirrors are done one by one; what a hand moves through many values is one step.
        let coalesce_key = (part >= GeometryStep::Straighten).then_some((0, part.id()));
        self.changed(Change::Cropped { filter, width, height }, coalesce_key);
    }
}
