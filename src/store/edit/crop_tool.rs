//! Setting the photo's frame: while it is set, all of the photo is shown. What is set are rows of the stack, as ever.

use leptos::prelude::*;

use crate::{
    model::change::Change,
    model::crop::aspect_ratio::Ratio,
    model::crop::{Frame, Hold, Side, step_px},
    model::stack::Stack,
    model::stack::geometry::Part,
    model::viewport::Zoom,
    store::Session,
    store::status::message::Said,
};

/// Makes of a stack the one that is shown.
pub type Uncut = fn(&Stack) -> Stack;

/// The crop tool. Handles: copy them freely.
#[derive(Clone, Copy, Default)]
pub struct Framing {
    /// While it is open, what is shown of a stack. The editor brings it, so that a first visit does
    /// not load it.
    pub uncut: RwSignal<Option<Uncut>>,
    /// The ratio that the frame is held to.
    pub ratio: RwSignal<Ratio>,
}

impl Framing {
    /// Whether it is open.
    pub fn is_open(&self) -> bool {
        self.uncut.with(Option::is_some)
    }

    /// The stack as it is shown.
    pub fn seen(&self, stack: Stack) -> Stack {
        match self.uncut.get() {
            Some(uncut) => uncut(&stack),
            None => stack,
        }
    }
}

impl Session {
    /// The stack that is shown: with what is tried on, and uncut while a frame is set.
    pub fn seen(&self) -> Stack {
        self.framing.seen(self.stack.read().with(self.trial.read().as_ref()))
    }

    /// Opens the crop tool, or is done with it.
    pub fn toggle_framing(&self) {
        if untrack(|| self.framing.is_open()) {
            return self.end_framing();
        }
        self.sight.set_probe(None);
        let before = self.stack.get_untracked();
        self.notes.update_value(|notes| notes.before_framing = before);
        self.open_row.set(None);
        self.framing.ratio.set(Ratio::default());
        self.begin_gesture();
        self.framing.uncut.set(Some(Stack::uncut));
        self.viewport.update(|viewport| (viewport.zoom, viewport.framed) = (Zoom::Fit, true));
    }

    /// Is done with the crop tool.
    pub fn end_framing(&self) {
        if untrack(|| self.framing.is_open()) {
            self.framing.uncut.set(None);
            self.viewport.update(|viewport| viewport.framed = false);
        }
    }

    /// Closes the crop tool, and goes back to where it was opened.
    pub fn cancel_framing(&self) {
        let before = self.notes.with_value(|notes| notes.before_framing.clone());
        if self.stack.with_untracked(|stack| stack.rows() != before.rows()) {
            let place = self.history.with_untracked(|history| {
                history.steps().iter().rposition(|step| step.stack.rows() == before.rows())
            });
            if let Some(place) = place {
                self.go_to_step(place);
            }
            self.say(Said::FramingCancelled);
        }
        self.end_framing();
    }

    /// The frame on the uncut photo, while it is set.
    pub fn frame(&self) -> Option<Frame> {
        let picture = self.size.get().filter(|_| self.framing.is_open())?;
        Some(Frame::after(&self.stack.read().part(Part::Crop), picture))
    }

    /// Moves what is held of a frame this far, in pixels, from where it was.
    pub fn pull_frame(&self, frame: Frame, hold: Hold, by: (f64, f64)) {
        self.reframe(&|_, ratio, picture| frame.pulled(hold, by, ratio, picture));
    }

    /// Moves what is held of the frame by a step: a pixel, or farther.
    pub fn step_frame(&self, hold: Hold, (across, down): (f64, f64), far: bool) {
        self.reframe(&|frame, ratio, picture| {
            let step = step_px(picture, far);
            frame.stepped(hold, (across * step, down * step), ratio, picture)
        });
    }

    /// Sets one of the frame's numbers.
    pub fn set_frame(&self, side: Side, px: f64) {
        self.reframe(&|frame, ratio, picture| frame.with(side, px, ratio, picture));
    }

    /// Holds the frame to a ratio from here on.
    pub fn choose_ratio(&self, ratio: Ratio) {
        self.framing.ratio.set(ratio);
        self.reframe(&|frame, ratio, picture| ratio.map_or(frame, |ratio| frame.in_ratio(ratio, picture)));
    }

    /// Lays the frame's long side where its short one was. A ratio is swapped with it.
    pub fn swap_frame(&self) {
        self.framing.ratio.update(|ratio| *ratio = ratio.swapped());
        self.reframe(&|frame, ratio, picture| {
            let upright = f64::from(frame.height) / f64::from(frame.width);
            frame.in_ratio(ratio.unwrap_or(upright), picture)
        });
    }

    /// Turns the photo by a quarter, clockwise or not.
    pub fn turn(&self, clockwise: bool) {
        let mut stack = self.stack.get_untracked();
        let key = stack.turn(if clockwise { 1 } else { 3 });
        self.framing.ratio.update(|ratio| *ratio = ratio.turned());
        self.framed(Part::Rotate, key, stack);
    }

    /// Mirrors the photo, left to right or upside down.
    pub fn mirror(&self, upside_down: bool) {
        let mut stack = self.stack.get_untracked();
        let key = stack.mirror(upside_down);
        self.framed(Part::Flip, key, stack);
    }

    /// Sets a part of what frames the photo.
    pub fn set_part(&self, part: Part, values: Vec<f64>) {
        let mut stack = self.stack.get_untracked();
        let key = stack.set_part(part, values);
        self.framed(part, key, stack);
    }

    /// Takes everything away that frames the photo.
    pub fn unframe(&self) {
        let mut stack = self.stack.get_untracked();
        stack.unframe();
        self.framing.ratio.set(Ratio::default());
        if let Some(filter) = Part::Crop.filter() {
            self.stack.set(stack);
            self.changed(Change::Reset(filter), None);
        }
    }

    fn reframe(&self, to: &dyn Fn(Frame, Option<f64>, (u32, u32)) -> Frame) {
        let Some((frame, picture)) = untrack(|| self.frame().zip(self.size.get())) else { return };
        let ratio = self.framing.ratio.get_untracked().on(picture);
        let next = to(frame, ratio, picture);
        if next != frame {
            self.set_part(Part::Crop, next.cuts(picture).to_vec());
        }
    }

    /// Takes a stack with another frame, and says which.
    fn framed(&self, part: Part, key: Option<u32>, stack: Stack) {
        let is_full = stack.is_overfull() && self.is_full();
        let Some((filter, photo)) =
            part.filter().zip(self.photo.with_untracked(|photo| Some(photo.as_ref()?.size)))
        else {
            return;
        };
        if is_full || self.stack.with_untracked(|now| now.rows() == stack.rows()) {
            return;
        }
        let uncut = stack.uncut().size_after(photo);
        let (width, height) = match part {
            Part::Resize => stack.size_after(photo),
            Part::Crop => {
                let frame = Frame::after(&stack.part(Part::Crop), uncut);
                (frame.width, frame.height)
            }
            _ => uncut,
        };
        self.stack.set(stack);
        self.edited_row.set(key);
        // Turns and mirrors are done one by one; what a hand moves through many values is one step.
        let control = (part >= Part::Straighten).then_some((0, part.id()));
        self.changed(Change::Framed { filter, width, height }, control);
    }
}
