//! Opening photos: files that come to the page, and documents of the filmstrip that are selected.

use leptos::{prelude::*, task::spawn_local};
use web_sys::File;

use crate::{
    model::{
        documents::{document::EditState, photo::Photo},
        stack::LutFile,
        status::{failure::FailureReason, message::StatusMessage, notification::NotificationKind},
    },
    platform::files,
    services::worker::WorkerClient,
    store::{Store, jobs::WorkerStatus, presets::recipe_import::is_recipe},
};

impl Store {
    /// Opens files: photos go to the filmstrip, a LUT file to a filter, and a recipe is offered.
    pub fn open(&self, files: Vec<File>) {
        let (luts, others): (Vec<_>, Vec<_>) = files.into_iter().partition(files::is_table);
        let (recipes, photos): (Vec<_>, Vec<_>) = others.into_iter().partition(is_recipe);
        if let Some(lut) = luts.into_iter().next() {
            self.import_lut(lut);
        }
        if let Some(recipe) = recipes.into_iter().next() {
            self.presets.offer_recipe_file(recipe);
        }
        if !photos.is_empty()
            && let Some(key) = self.documents.add(photos)
        {
            self.select_photo(key);
        }
    }

    /// Opens the sample photo as if it were a file of the user's.
    pub fn open_sample(&self) {
        let (store, before) = (*self, self.documents.open_requests());
        self.status.set_message(StatusMessage::FetchingSample);
        spawn_local(async move {
            let sample = files::fetch_sample().await;
            if store.documents.open_requests() != before {
                // A file of the user's own came first.
                return;
            }
            match sample {
                Ok(file) => store.open(vec![file]),
                Err(_) => store.status.notify(NotificationKind::SampleMissing),
            }
        });
    }

    /// Selects a document and opens it. The active one stays until it is open.
    pub fn select_photo(&self, key: u32) {
        if self.documents.opening.with_untracked(|opening| opening.as_ref().map(|o| o.key)) == Some(key) {
            return;
        }
        if self.documents.active() == Some(key) {
            return self.cancel_opening();
        }
        let document = self.documents.list.with_untracked(|list| {
            list.document(key).map(|document| (document.name.clone(), document.source.clone()))
        });
        let Some((name, file)) = document else { return };
        // Its edits are there without it.
        let Some(file) = file else {
            let reason = FailureReason::FileGone;
            return self.status.notify(NotificationKind::NotOpened { name, reason });
        };
        if self.jobs.worker_status.get_untracked() == WorkerStatus::Failed {
            self.restart_worker();
        }
        self.documents.begin_opening(key, &file);
        self.status.set_message(StatusMessage::Opening(file.name()));
        self.jobs.worker.with_value(|worker| worker.open(file));
    }

    /// Selects the document after or before the active one, if there is one.
    pub fn select_adjacent(&self, forward: bool) {
        let adjacent = self.documents.list.with_untracked(|list| {
            let opening = list.opening().map(|opening| opening.key);
            list.adjacent(opening.or(list.active())?, forward)
        });
        if let Some(key) = adjacent {
            self.select_photo(key);
        }
    }

    /// Cancels opening; the open photo stays.
    pub fn cancel_opening(&self) {
        if let Some(opening) = self.documents.cancel_opening() {
            self.jobs.worker.with_value(WorkerClient::cancel_open);
            self.status.set_message(StatusMessage::OpeningCancelled(opening.name));
        }
    }

    /// Loads the worker again after it could not be loaded.
    pub fn restart_worker(&self) {
        self.jobs.set_worker_status(WorkerStatus::Starting);
        self.jobs.worker.with_value(WorkerClient::restart);
    }

    /// Applies the stack of the open photo to other documents, in place of theirs. Each can undo it.
    pub fn apply_to(&self, keys: &[u32]) {
        self.documents.apply_stack(keys, &self.edit.stack.get_untracked());
        self.status.set_message(StatusMessage::Applied(keys.len()));
    }

    /// The edits of the active document, and how it is viewed.
    pub fn edit_state(&self) -> EditState {
        let (zoom, centre) = self.view.position();
        self.edit.state(zoom, centre)
    }

    /// The photo that was being opened is open.
    pub(super) fn on_opened(&self, photo: Photo, worker_ms: f64) {
        self.status.set_message(StatusMessage::Opened { name: photo.name.clone(), worker_ms });
        self.cancel_stale_export();
        self.thumbnails.clear();
        self.jobs.set_displayed(None);
        self.view.inspection.clear();
        let present = self.edit_state();
        self.close_crop_tool();
        let (edits, closing) = self.documents.activate(photo, present);
        self.edit.activate(edits.history, edits.open_layer);
        self.view.restore(edits.zoom, edits.centre);
        if let Some(key) = closing {
            self.remove_inactive(key);
        }
    }

    /// The photo could not be opened. `was_open` says that it was open before its worker was lost; `is_bad` that its file
    /// is to blame.
    pub(super) fn on_not_opened(&self, reason: FailureReason, was_open: bool, is_bad: bool) {
        let opening = self.documents.opening.get_untracked();
        let name = match opening {
            Some(opening) if !was_open => opening.name,
            _ => self.documents.photo_name(),
        };
        self.status.set_message(StatusMessage::NotOpened(name.clone()));
        self.status.notify(NotificationKind::NotOpened { name, reason });
        if was_open {
            self.cancel_stale_export();
            let failed = self.documents.fail_active(self.edit_state(), is_bad);
            self.edit.reset();
            self.jobs.set_displayed(None);
            self.view.inspection.clear();
            self.select_after_failure(failed);
        } else {
            let failed = self.documents.fail_opening(is_bad);
            if self.documents.active().is_none() {
                self.select_after_failure(failed);
            }
        }
    }

    fn select_after_failure(&self, failed: Option<u32>) {
        let next = failed.and_then(|key| self.documents.nearest(key));
        match next {
            Some(key) => self.select_photo(key),
            None => self.documents.discard_failed(),
        }
    }

    fn import_lut(&self, file: File) {
        let store = *self;
        spawn_local(async move {
            let name = file.name();
            if let Ok(text) = files::read_text(&file).await {
                store.edit.import_lut(LutFile { name, text: text.into() });
            } else {
                let reason = FailureReason::FileGone;
                store.status.notify(NotificationKind::LutRejected { name, reason });
            }
        });
    }
}
