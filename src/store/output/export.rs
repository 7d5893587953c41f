//! Photos that leave the page as files.

use leptos::prelude::*;

use crate::{
    model::documents::DocumentList, model::stack::Stack, model::status::message::StatusMessage,
    services::export::download, services::worker::WorkerClient, store::Store,
};

impl Store {
    /// Develops the photo at full size and hands it over as a PNG download.
    pub fn export(&self) {
        if self.photo.with_untracked(Option::is_some) && self.exporting.get_untracked().is_none() {
            self.exporting.set(Some(0.0));
            self.status.set_message(StatusMessage::Exporting);
            let recipe = self.stack.with_untracked(Stack::recipe);
            let name = self.stack.with_untracked(|stack| download::file_name(&self.photo_name(), stack));
            let active = self.documents.with_untracked(DocumentList::active);
            self.notes.update_value(|notes| {
                notes.export_name = name;
                notes.exporting = active.map(|key| (key, recipe.clone()));
            });
            self.worker.with_value(|worker| worker.export(recipe));
        }
    }

    /// Gives up the export.
    pub fn cancel_export(&self) {
        self.worker.with_value(WorkerClient::cancel_export);
    }
}
