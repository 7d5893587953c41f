//! Closing and removing documents, and putting them back.

use leptos::prelude::*;

use crate::{model::status::notification::NotificationKind, services::worker::WorkerClient, store::Store};

impl Store {
    /// Closes the open photo, or cancels the one that is being opened. It is removed from the filmstrip and can be put
    /// back; documents that wait for their files stay.
    pub fn close(&self) {
        let Some(key) = self.documents.active() else {
            return self.cancel_opening();
        };
        if self.remove_photo(key) {
            return;
        }
        self.cancel_opening();
        self.cancel_stale_export();
        self.close_crop_tool();
        self.view.inspection.clear();
        let name = self.documents.photo_name();
        let closed = self.documents.remove_active(self.edit_state());
        self.edit.reset();
        self.jobs.set_displayed(None);
        self.jobs.worker.with_value(WorkerClient::close);
        if let Some(key) = closed {
            self.status.notify(NotificationKind::PhotoClosed { name, key });
        }
    }

    /// Removes a document from the filmstrip; the active one as soon as another is open. False if there is no other.
    pub fn remove_photo(&self, key: u32) -> bool {
        if self.documents.active() != Some(key) {
            self.remove_inactive(key);
            return true;
        }
        let next = self.documents.nearest(key);
        if let Some(next) = next {
            self.select_photo(next);
            self.documents.close_after_opening(key);
        }
        next.is_some()
    }

    /// Puts a removed document back; it is selected where no other is.
    pub fn reopen_closed(&self, key: u32) {
        self.documents.put_back(key);
        if self.documents.has_none_open() {
            self.select_photo(key);
        }
    }

    /// Removes a document that is not active.
    pub(super) fn remove_inactive(&self, key: u32) {
        if let Some(name) = self.documents.remove(key) {
            self.status.notify(NotificationKind::PhotoRemoved { name, key });
        }
    }
}
