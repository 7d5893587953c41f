//! What the engine's news mean for the store.

use std::rc::Rc;

use leptos::prelude::*;

use crate::{
    model::change::Change,
    model::status::message::StatusMessage,
    model::status::{
        failure::{FailureReason, LostJob, WorkerLoss},
        notification::NotificationKind,
    },
    platform::canvas,
    services::export::download,
    services::worker::events::{ActiveJob, RenderedFrame, WorkerCrash, WorkerEvent},
    services::worker::scheduler::render_queue::Layer,
    services::worker::scheduler::thumbnail_queue::ThumbnailKind,
    store::documents::thumbnails::ThumbnailSheet,
    store::{DisplayedFrame, Photo, Store, WorkerStatus},
};

/// Share of a rendering from which on its progress is not worth a word of its own.
const NEARLY_DONE: f32 = 0.75;

impl Store {
    /// Takes one piece of news in.
    pub fn handle_event(&self, event: WorkerEvent) {
        match event {
            WorkerEvent::Ready => {
                self.worker_status.set(WorkerStatus::Ready);
                self.status.dismiss_kind(|kind| *kind == NotificationKind::WorkerMissing);
            }
            WorkerEvent::Working(true) => self.set_worker_status(WorkerStatus::Working),
            WorkerEvent::Working(false) => {
                self.set_worker_status(WorkerStatus::Ready);
                self.rendering.set(None);
            }
            WorkerEvent::Sized(width, height) => self.opening.update(|opening| {
                if let Some(opening) = opening {
                    opening.size = Some((width, height));
                }
            }),
            WorkerEvent::Opened { again: true, .. } => self.status.set_message(StatusMessage::PhotoBack),
            WorkerEvent::Opened { name, bytes, size, has_alpha, worker_ms, again: false } => {
                self.status.set_message(StatusMessage::Opened { name: name.clone(), worker_ms });
                self.opening.set(None);
                self.forget_export();
                self.thumbnails.clear();
                self.shown.set(None);
                self.inspection.clear();
                self.activate();
                self.photo.set(Some(Photo { name, bytes, size, has_alpha }));
            }
            WorkerEvent::NotOpened { reason, was_open, is_bad } => {
                self.not_opened(reason, was_open, is_bad);
            }
            WorkerEvent::Rendered(frame) => self.show(frame),
            WorkerEvent::Thumbnails { sheet, sizes, pixels } => {
                let keys = match sheet {
                    ThumbnailKind::UserPresetStore => {
                        self.notes.with_value(|notes| notes.user_preset_ids.clone())
                    }
                    ThumbnailKind::PresetList | ThumbnailKind::Filters => (0..sizes.len() as u32).collect(),
                    ThumbnailKind::Shots => return self.on_photo_thumbnail(sizes, &pixels),
                };
                self.thumbnails.of(sheet).set(Some(Rc::new(ThumbnailSheet::new(keys, sizes, &pixels))));
            }
            // What is nearly done when it is first told would only flash.
            WorkerEvent::Rendering(done) => {
                if done < NEARLY_DONE || self.rendering.get_untracked().is_some() {
                    self.rendering.set(Some(done));
                }
            }
            WorkerEvent::NotRendered(failure) => {
                self.rendering.set(None);
                let new_table = self.notes.try_update_value(|notes| notes.new_table.take()).flatten();
                let table = new_table.and_then(|key| {
                    let table = self.stack.with_untracked(|stack| stack.layer(key)?.table.clone())?;
                    self.stack.update(|stack| stack.set_table(key, None));
                    Some(table.name)
                });
                self.status.notify(match table {
                    Some(name) => {
                        NotificationKind::LutRejected { name, reason: FailureReason::Worker(failure) }
                    }
                    None => NotificationKind::NotRendered {
                        name: self.photo_name(),
                        reason: FailureReason::Worker(failure),
                    },
                });
            }
            WorkerEvent::Exporting(done) => self.exporting.set(Some(done)),
            WorkerEvent::Exported { file, .. } => {
                self.exporting.set(None);
                if self.clipboard_write.made(&file) {
                    return;
                }
                let name = self.notes.with_value(|notes| notes.export_name.clone());
                let told = download::download(&file, &name);
                if told.is_ok() {
                    self.record_exported();
                }
                self.status.set_message(match told {
                    Ok(()) => StatusMessage::Exported { name, bytes: file.size() },
                    Err(_) => StatusMessage::NotSaved(name),
                });
            }
            WorkerEvent::ExportCancelled => {
                self.exporting.set(None);
                if !self.clipboard_write.cancelled() {
                    self.status.set_message(StatusMessage::ExportCancelled);
                }
            }
            WorkerEvent::NotExported(reason) => self.not_exported(reason),
            WorkerEvent::Lost(loss) => self.lost(&loss),
            WorkerEvent::Out => {
                self.worker_status.set(WorkerStatus::Out);
                self.status.notify(NotificationKind::WorkerMissing);
            }
            WorkerEvent::VersionMismatch => {
                self.worker_status.set(WorkerStatus::Out);
                self.status.notify(NotificationKind::OutOfDate);
            }
        }
    }

    /// Puts new pixels on their canvas.
    fn show(&self, frame: RenderedFrame) {
        let RenderedFrame { layer, request, pixels, marks, counts, worker_ms } = frame;
        self.rendering.set(None);
        let view = request.view;
        match layer {
            Layer::After => {
                self.notes.update_value(|notes| notes.new_table = None);
                if let Some(canvas) = self.canvas.get_untracked() {
                    canvas::show(&canvas, &pixels, view);
                    self.shown.set(Some(DisplayedFrame { request, worker_ms }));
                }
                let canvas = self.inspection.marks_canvas.get_untracked();
                let marked = canvas.zip(marks).map(|(canvas, marks)| canvas::show(&canvas, &marks, view));
                self.inspection.marked.set(marked.map(|()| view));
                if counts.length() > 0 {
                    self.inspection.counts.set(counts.to_vec().into());
                }
            }
            Layer::Before => {
                if let Some(canvas) = self.inspection.before_canvas.get_untracked() {
                    canvas::show(&canvas, &pixels, view);
                    self.inspection.before.set(Some(request));
                }
            }
        }
        self.worker.with_value(|worker| worker.recycle_buffer(layer, pixels));
    }

    /// Says at what the worker was lost, and puts aside what may be to blame.
    fn lost(&self, loss: &WorkerCrash) {
        self.worker_status.set(WorkerStatus::Starting);
        self.rendering.set(None);
        let lost_at = |job| WorkerLoss { silent: loss.silent, job };
        match loss.at {
            ActiveJob::Nothing => {
                self.status.notify(NotificationKind::WorkerRestarted(lost_at(LostJob::Idle)));
            }
            ActiveJob::Opening { again } => {
                self.not_opened(FailureReason::WorkerLost(lost_at(LostJob::Decoding)), again, false);
            }
            ActiveJob::Exporting => self.not_exported(FailureReason::WorkerLost(lost_at(LostJob::Encoding))),
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
        let suspect = self.stack.with_untracked(|stack| {
            // The original is made without any filter.
            if layer == Layer::Before {
                return None;
            }
            let edited =
                self.edited_layer.get_untracked().and_then(|key| stack.layer(key)).filter(|layer| layer.on);
            edited
                .or_else(|| stack.layers().iter().rfind(|layer| layer.on))
                .map(|layer| (layer.key, layer.filter))
        });
        let not_rendered =
            NotificationKind::NotRendered { name: self.photo_name(), reason: FailureReason::GivenUp(loss) };
        // A filter that is only tried is no row that could be switched off.
        if self.trial.try_update(Option::take).flatten().is_some() {
            self.status.notify(not_rendered);
            return self.want();
        }
        let Some((key, filter)) = suspect else {
            return self.status.notify(not_rendered);
        };
        self.stack.update(|stack| stack.switch(key, false));
        self.changed(Change::Switched(filter, false), None);
        self.status.notify(NotificationKind::FilterDisabled { loss, filter, layer: key });
        // What the engine sends to the new worker must not be the stack that broke the old one.
        self.want();
    }

    fn not_opened(&self, reason: FailureReason, was_open: bool, is_bad: bool) {
        let name = match self.opening.try_update(Option::take).flatten() {
            Some(opening) if !was_open => opening.name,
            _ => self.photo_name(),
        };
        self.status.set_message(StatusMessage::NotOpened(name.clone()));
        self.status.notify(NotificationKind::NotOpened { name, reason });
        if was_open {
            self.forget_export();
            self.lose_active(is_bad);
        } else {
            self.opening_failed(is_bad);
        }
    }

    fn not_exported(&self, reason: FailureReason) {
        self.exporting.set(None);
        if !self.clipboard_write.failed(reason.clone()) {
            self.status.notify(NotificationKind::NotExported { name: self.photo_name(), reason });
        }
    }

    /// An export that waits is of the photo before, and must not be made of another.
    pub fn forget_export(&self) {
        if self.exporting.get_untracked().is_some() {
            self.cancel_export();
        }
    }

    fn set_worker_status(&self, worker_status: WorkerStatus) {
        if self.worker_status.get_untracked() != worker_status {
            self.worker_status.set(worker_status);
        }
    }

    /// The open photo's name.
    pub fn photo_name(&self) -> String {
        self.photo.with_untracked(|photo| photo.as_ref().map(|photo| photo.name.clone()).unwrap_or_default())
    }
}
