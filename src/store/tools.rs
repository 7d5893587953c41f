//! Tools on the canvas that concern edits and view: the crop tool, the eyedropper, and cancelling a slow rendering.

use leptos::prelude::*;
use safelight_protocol::View;

use crate::{
    model::status::message::StatusMessage,
    services::worker::{WorkerClient, scheduler::render_queue::Layer},
    store::Store,
};

impl Store {
    /// Opens the crop tool, or closes it; what it set stays.
    pub fn toggle_crop_tool(&self) {
        if self.edit.crop_tool.is_open.get_untracked() {
            return self.close_crop_tool();
        }
        self.view.close_eyedropper();
        self.edit.open_crop_tool();
        self.view.set_crop_margin(true);
    }

    /// Closes the crop tool; what it set stays.
    pub fn close_crop_tool(&self) {
        if self.edit.crop_tool.is_open.get_untracked() {
            self.edit.close_crop_tool();
            self.view.set_crop_margin(false);
        }
    }

    /// Closes the crop tool, and goes back to where it was opened.
    pub fn cancel_crop(&self) {
        self.edit.cancel_crop();
        self.view.set_crop_margin(false);
    }

    /// Opens the eyedropper in the middle of what is visible, or closes it.
    pub fn toggle_eyedropper(&self) {
        if self.view.inspection.eyedropper.with_untracked(Option::is_some) {
            return self.view.close_eyedropper();
        }
        let is_opening = self.documents.opening.with_untracked(Option::is_some);
        if !is_opening && !self.edit.crop_tool.is_open.get_untracked() {
            self.view.open_eyedropper();
        }
    }

    /// Cancels a slow rendering, and goes back to what is displayed.
    pub fn cancel_rendering(&self) {
        self.jobs.worker.with_value(WorkerClient::cancel_rendering);
        self.jobs.end_rendering();
        let displayed =
            self.jobs.displayed.with_untracked(|frame| Some(frame.as_ref()?.request.recipe.clone()));
        if let Some(displayed) = displayed {
            self.edit.revert_to_displayed(&displayed);
        }
        self.status.set_message(StatusMessage::RenderingCancelled);
    }

    /// The pixel of a layer at a point of the photo, 0 to 1 across and down, if its pixels are at hand: as displayed, so
    /// below 100 % the mean of several of the photo's.
    pub fn pixel(&self, layer: Layer, view: View, point: (f64, f64)) -> Option<[u8; 4]> {
        let index = self.view.pixel_index(view, point)?;
        self.jobs.worker.with_value(|worker| worker.pixel(layer, index))
    }
}
