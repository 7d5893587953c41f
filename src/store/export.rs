//! Exports of the open photo: to a download or to the clipboard.

use leptos::{prelude::*, task::spawn_local};
use wasm_bindgen_futures::JsFuture;
use web_sys::Blob;

use crate::{
    model::{
        stack::Stack,
        status::{failure::FailureReason, message::StatusMessage, notification::NotificationKind},
    },
    services::{export::download, worker::WorkerClient},
    store::{
        Store,
        jobs::{ExportTarget, clipboard::WriteResult},
    },
};

impl Store {
    /// Exports the photo at full size as a PNG download.
    pub fn export(&self) {
        let name =
            self.edit.stack.with_untracked(|stack| download::file_name(&self.documents.photo_name(), stack));
        if self.begin_export(ExportTarget::Download(name)) {
            self.status.set_message(StatusMessage::Exporting);
        }
    }

    /// Exports the photo at full size to the clipboard as a PNG. Call it during a key press or click.
    pub fn copy_to_clipboard(&self) {
        let is_busy = self.jobs.is_exporting() || self.jobs.clipboard.is_pending();
        if is_busy || !self.documents.has_photo() {
            return;
        }
        let name = self.documents.photo_name();
        let Ok(written) = self.jobs.clipboard.begin() else {
            return self.status.notify(NotificationKind::NotCopied { name, reason: None });
        };
        self.begin_export(ExportTarget::Clipboard);
        self.status.set_message(StatusMessage::CopyingResult);
        let store = *self;
        spawn_local(async move {
            let written = JsFuture::from(written).await;
            let not_copied = |reason| store.status.notify(NotificationKind::NotCopied { name, reason });
            match (written, store.jobs.clipboard.take_result()) {
                (Ok(_), Some(WriteResult::Exported(bytes))) => {
                    store.status.set_message(StatusMessage::CopiedResult(bytes));
                }
                (_, Some(WriteResult::Cancelled)) => store.status.set_message(StatusMessage::CopyCancelled),
                (_, Some(WriteResult::Failed(reason))) => not_copied(Some(reason)),
                (_, result) => {
                    // The browser refused without waiting for the photo.
                    if result.is_none() {
                        store.cancel_export();
                    }
                    store.status.set_message(StatusMessage::NotCopied);
                    not_copied(None);
                }
            }
        });
    }

    /// Cancels the export.
    pub fn cancel_export(&self) {
        self.jobs.worker.with_value(WorkerClient::cancel_export);
    }

    /// Cancels an export that is left of the photo before: it must not be made of another.
    pub(super) fn cancel_stale_export(&self) {
        if self.jobs.is_exporting() {
            self.cancel_export();
        }
    }

    /// The worker has made the file.
    pub(super) fn on_exported(&self, file: &Blob) {
        let Some(export) = self.jobs.end_export() else { return };
        let name = match export.target {
            ExportTarget::Clipboard => return self.jobs.clipboard.resolve(file),
            ExportTarget::Download(name) => name,
        };
        let message = match download::download(file, &name) {
            Ok(()) => {
                self.documents.record_exported([(export.document, export.recipe)]);
                StatusMessage::Exported { name, bytes: file.size() }
            }
            Err(_) => StatusMessage::NotSaved(name),
        };
        self.status.set_message(message);
    }

    /// The export was cancelled.
    pub(super) fn on_export_cancelled(&self) {
        if self.jobs.end_export().is_some_and(|export| export.target == ExportTarget::Clipboard) {
            self.jobs.clipboard.reject(WriteResult::Cancelled);
        } else {
            self.status.set_message(StatusMessage::ExportCancelled);
        }
    }

    /// The export failed.
    pub(super) fn on_not_exported(&self, reason: FailureReason) {
        if self.jobs.end_export().is_some_and(|export| export.target == ExportTarget::Clipboard) {
            self.jobs.clipboard.reject(WriteResult::Failed(reason));
        } else {
            let name = self.documents.photo_name();
            self.status.notify(NotificationKind::NotExported { name, reason });
        }
    }

    fn begin_export(&self, target: ExportTarget) -> bool {
        let Some(document) = self.documents.active() else { return false };
        let recipe = self.edit.stack.with_untracked(Stack::recipe);
        let began = self.jobs.begin_export(document, recipe.clone(), target);
        if began {
            self.jobs.worker.with_value(|worker| worker.export(recipe));
        }
        began
    }
}
