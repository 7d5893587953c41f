//! Several photos: one is in hand, the others stand in the strip.

pub mod filmstrip_thumbnails;
pub mod persistence;
pub mod restore;
pub mod thumbnails;

use leptos::prelude::*;
use web_sys::File;

use crate::{
    model::change::Change,
    model::documents::{DocumentList, EditState},
    model::status::message::StatusMessage,
    model::status::notification::NotificationKind,
    store::{Opening, Store, WorkerStatus},
};

impl Store {
    /// Puts photos into the strip, and takes up the first of them.
    pub fn add_documents(&self, files: Vec<File>) {
        let first = self.documents.try_update(|documents| {
            let keys: Vec<_> = files.into_iter().map(|file| documents.add(file.name(), file)).collect();
            keys.first().copied()
        });
        if let Some(key) = first.flatten() {
            self.select_photo(key);
        }
    }

    /// Takes up this photo. The one in hand stays until the other is open.
    pub fn select_photo(&self, key: u32) {
        let (active, opening) =
            self.documents.with_untracked(|documents| (documents.active(), documents.opening()));
        if opening == Some(key) {
            return;
        }
        if active == Some(key) {
            return self.cancel_opening();
        }
        let document = self.documents.with_untracked(|documents| {
            documents.document(key).map(|document| (document.name.clone(), document.source.clone()))
        });
        let Some((name, file)) = document else { return };
        // It stands there for what was made of it.
        let Some(file) = file else {
            return self.status.notify(NotificationKind::NotOpened {
                name,
                reason: crate::model::status::failure::FailureReason::FileGone,
            });
        };
        if self.worker_status.get_untracked() == WorkerStatus::Out {
            self.restart();
        }
        self.documents.update(|documents| documents.set_opening(Some(key)));
        self.opening.set(Some(Opening { name: file.name(), bytes: file.size(), size: None }));
        self.status.set_message(StatusMessage::Opening(file.name()));
        self.worker.with_value(|worker| worker.open(file));
    }

    /// Takes up the photo after or before the one in hand, if there is one.
    pub fn select_adjacent(&self, forward: bool) {
        let beside = self.documents.with_untracked(|documents| {
            documents.beside(documents.opening().or(documents.active())?, forward)
        });
        if let Some(key) = beside {
            self.select_photo(key);
        }
    }

    /// Takes a photo out of the strip. The one in hand goes once another is open; false, if there is no other.
    pub fn remove_photo(&self, key: u32) -> bool {
        let active = self.documents.with_untracked(|documents| documents.active() == Some(key));
        if !active {
            self.take_out(key);
            return true;
        }
        let next = self.documents.with_untracked(|documents| documents.nearest(key, true));
        if let Some(next) = next {
            self.select_photo(next);
            self.notes.update_value(|notes| notes.leaving = Some(key));
        }
        next.is_some()
    }

    /// Gives the stack of the photo in hand to others, in place of theirs. Each can undo it.
    pub fn apply_to(&self, keys: &[u32]) {
        let stack = self.stack.get_untracked();
        let change = Change::RecipeLoaded(stack.recipe().steps.len());
        self.documents.update(|documents| {
            for kept in documents.kept_mut(keys) {
                kept.history.record(change.clone(), None, stack.clone());
                kept.open_layer = None;
            }
        });
        self.status.set_message(StatusMessage::Applied(keys.len()));
    }

    /// Puts back a photo that was taken out; it is taken up where there is no other.
    pub fn reopen_closed(&self, key: u32) {
        self.documents.update(|documents| documents.put_back(key));
        if self.documents.with_untracked(|documents| documents.active().or(documents.opening()).is_none()) {
            self.select_photo(key);
        }
    }

    /// The photo that was being opened is the one in hand now, with all that was made of it before.
    pub fn activate(&self) {
        let present = self.present();
        let kept = self.documents.try_update(|documents| documents.activate(present)).unwrap_or_default();
        self.close_crop_tool();
        self.stack.set(kept.history.stack().clone());
        self.history.set(kept.history);
        self.open_layer.set(kept.open_layer);
        self.viewport.update(|viewport| (viewport.zoom, viewport.centre) = (kept.zoom, kept.centre));
        let leaving = self.notes.try_update_value(|notes| notes.leaving.take()).flatten();
        if let Some(key) = leaving {
            self.take_out(key);
        }
    }

    /// The photo that was being opened can't be. Without one in hand, the next is tried.
    pub fn opening_failed(&self, is_bad: bool) {
        self.notes.update_value(|notes| notes.leaving = None);
        let failed = self.documents.try_update(|documents| documents.fail_opening(is_bad)).flatten();
        if self.documents.with_untracked(|documents| documents.active().is_none()) {
            self.select_after_failure(failed);
        }
    }

    /// The photo in hand could not be opened again. What was made of it waits for its file.
    pub fn lose_active(&self, is_bad: bool) {
        let present = self.present();
        let lost = self.documents.try_update(|documents| documents.fail_active(present, is_bad)).flatten();
        self.photo.set(None);
        self.shown.set(None);
        self.inspection.clear();
        self.select_after_failure(lost);
    }

    /// No photo is being opened any more. Without one in hand, what was just added is forgotten.
    pub fn stop_opening(&self) {
        self.notes.update_value(|notes| notes.leaving = None);
        self.documents.update(|documents| {
            documents.set_opening(None);
            documents.discard_failed();
        });
    }

    /// The photo in hand was handed over as it is.
    pub fn record_exported(&self) {
        let exported = self.notes.try_update_value(|notes| notes.exporting.take()).flatten();
        if let Some((key, recipe)) = exported {
            self.documents.update(|documents| documents.exported(key, recipe));
        }
    }

    fn select_after_failure(&self, failed: Option<u32>) {
        let next =
            failed.and_then(|key| self.documents.with_untracked(|documents| documents.nearest(key, true)));
        match next {
            Some(key) => self.select_photo(key),
            None => self.documents.update(DocumentList::discard_failed),
        }
    }

    fn take_out(&self, key: u32) {
        let name = self
            .documents
            .with_untracked(|documents| documents.document(key).map(|document| document.name.clone()));
        if let Some(name) =
            name.filter(|_| self.documents.try_update(|documents| documents.remove(key)) == Some(true))
        {
            self.status.notify(NotificationKind::PhotoRemoved { name, key });
        }
    }

    /// The photo in hand as it is now.
    pub fn present(&self) -> EditState {
        let (zoom, centre) = self.viewport.with_untracked(|viewport| (viewport.zoom, viewport.centre));
        let (history, open_layer) = (self.history.get_untracked(), self.open_layer.get_untracked());
        EditState { history, open_layer, zoom, centre }
    }
}
