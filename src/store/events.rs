//! What an event of the worker means for the store.

use leptos::prelude::*;

use crate::{
    model::{
        documents::photo::Photo,
        status::{
            failure::{FailureReason, LostJob, WorkerLoss},
            message::StatusMessage,
            notification::NotificationKind,
        },
    },
    platform::canvas,
    services::worker::{
        events::{ActiveJob, RenderedFrame, WorkerCrash, WorkerEvent},
        scheduler::render_queue::Layer,
    },
    store::{
        Store,
        jobs::{DisplayedFrame, WorkerStatus},
    },
};

impl Store {
    /// Handles one event.
    pub fn handle_event(&self, event: WorkerEvent) {
        match event {
            WorkerEvent::Ready => {
                self.jobs.set_worker_status(WorkerStatus::Ready);
                self.status.dismiss_kind(|kind| *kind == NotificationKind::WorkerMissing);
            }
            WorkerEvent::Working(true) => self.jobs.set_worker_status(WorkerStatus::Working),
            WorkerEvent::Working(false) => {
                self.jobs.set_worker_status(WorkerStatus::Ready);
                self.jobs.end_rendering();
            }
            WorkerEvent::Sized(width, height) => self.documents.set_opening_size((width, height)),
            WorkerEvent::Opened { again: true, .. } => self.status.set_message(StatusMessage::PhotoBack),
            WorkerEvent::Opened { name, bytes, size, has_alpha, worker_ms, again: false } => {
                self.on_opened(Photo { name, bytes, size, has_alpha }, worker_ms);
            }
            WorkerEvent::NotOpened { reason, was_open, is_bad } => {
                self.on_not_opened(reason, was_open, is_bad);
            }
            WorkerEvent::Rendered(frame) => self.display(frame),
            WorkerEvent::Thumbnails { sheet, sizes, pixels } => {
                self.thumbnails.receive(sheet, sizes, &pixels);
            }
            WorkerEvent::Rendering(progress) => self.jobs.set_render_progress(progress),
            WorkerEvent::NotRendered(failure) => self.on_not_rendered(FailureReason::Worker(failure)),
            WorkerEvent::Exporting(progress) => self.jobs.set_export_progress(progress),
            WorkerEvent::Exported { file, .. } => self.on_exported(&file),
            WorkerEvent::ExportCancelled => self.on_export_cancelled(),
            WorkerEvent::NotExported(reason) => self.on_not_exported(reason),
            WorkerEvent::Lost(crash) => self.on_worker_lost(&crash),
            WorkerEvent::Out => {
                self.jobs.set_worker_status(WorkerStatus::Failed);
                self.status.notify(NotificationKind::WorkerMissing);
            }
            WorkerEvent::VersionMismatch => {
                self.jobs.set_worker_status(WorkerStatus::Failed);
                self.status.notify(NotificationKind::OutOfDate);
            }
        }
    }

    /// Displays a rendered frame on its canvas.
    fn display(&self, frame: RenderedFrame) {
        let RenderedFrame { layer, request, pixels, marks, counts, worker_ms } = frame;
        self.jobs.end_rendering();
        let view = request.view;
        match layer {
            Layer::After => {
                self.edit.confirm_lut();
                if let Some(canvas) = self.view.canvas.get_untracked() {
                    canvas::show(&canvas, &pixels, view);
                    self.jobs.set_displayed(Some(DisplayedFrame { request, worker_ms }));
                }
                let canvas = self.view.inspection.mask_canvas.get_untracked();
                let marked = canvas.zip(marks).map(|(canvas, marks)| canvas::show(&canvas, &marks, view));
                self.view.inspection.set_mask_view(marked.map(|()| view));
                if counts.length() > 0 {
                    self.view.inspection.set_counts(counts.to_vec().into());
                }
            }
            Layer::Before => {
                if let Some(canvas) = self.view.inspection.original_canvas.get_untracked() {
                    canvas::show(&canvas, &pixels, view);
                    self.view.inspection.set_original(Some(request));
                }
            }
        }
        self.jobs.worker.with_value(|worker| worker.recycle_buffer(layer, pixels));
    }

    /// The canvas could not be brought up to date: a LUT file that was just chosen is to blame, if there is one.
    fn on_not_rendered(&self, reason: FailureReason) {
        self.jobs.end_rendering();
        self.status.notify(match self.edit.reject_lut() {
            Some(name) => NotificationKind::LutRejected { name, reason },
            None => NotificationKind::NotRendered { name: self.documents.photo_name(), reason },
        });
    }

    /// The worker was lost and is replaced: what it was doing decides what follows.
    fn on_worker_lost(&self, crash: &WorkerCrash) {
        self.jobs.set_worker_status(WorkerStatus::Starting);
        self.jobs.end_rendering();
        let lost_at = |job| WorkerLoss { silent: crash.silent, job };
        match crash.at {
            ActiveJob::Nothing => {
                self.status.notify(NotificationKind::WorkerRestarted(lost_at(LostJob::Idle)));
            }
            ActiveJob::Opening { again } => {
                self.on_not_opened(FailureReason::WorkerLost(lost_at(LostJob::Decoding)), again, false);
            }
            ActiveJob::Exporting => {
                self.on_not_exported(FailureReason::WorkerLost(lost_at(LostJob::Encoding)));
            }
            ActiveJob::Rendering { twice: false, .. } => {
                self.status.notify(NotificationKind::WorkerRestarted(lost_at(LostJob::Rendering)));
            }
            ActiveJob::Rendering { twice: true, layer } => {
                self.disable_suspect(lost_at(LostJob::Rendering), layer);
            }
        }
    }

    /// The last filter that was touched may be to blame; without any, the last one that is on.
    fn disable_suspect(&self, loss: WorkerLoss, layer: Layer) {
        let suspect = self.edit.stack.with_untracked(|stack| {
            // The original is made without any filter.
            if layer == Layer::Before {
                return None;
            }
            let edited = self
                .edit
                .edited_layer
                .get_untracked()
                .and_then(|key| stack.layer(key))
                .filter(|layer| layer.on);
            edited
                .or_else(|| stack.layers().iter().rfind(|layer| layer.on))
                .map(|layer| (layer.key, layer.filter))
        });
        let not_rendered = NotificationKind::NotRendered {
            name: self.documents.photo_name(),
            reason: FailureReason::GivenUp(loss),
        };
        // A filter that is only tried is no row that could be switched off.
        if self.edit.preview.with_untracked(Option::is_some) {
            self.edit.set_preview(None);
            self.status.notify(not_rendered);
            return self.request_render();
        }
        let Some((key, filter)) = suspect else {
            return self.status.notify(not_rendered);
        };
        self.edit.set_enabled(key, false);
        self.status.notify(NotificationKind::FilterDisabled { loss, filter, layer: key });
        // What the engine sends to the new worker must not be the stack that broke the old one.
        self.request_render();
    }
}
