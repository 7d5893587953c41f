//! The batch export: several photos, each with its own stack, while the open one stays as it is.

use js_sys::Array;
use leptos::prelude::*;
use web_sys::Blob;

use crate::{
    model::{
        batch::{Batch, Item, State},
        status::message::StatusMessage,
    },
    services::{
        export::{download, zip},
        worker::{
            background_job::{BackgroundJob, JobEvent},
            now_ms,
        },
    },
    store::{
        Store,
        jobs::{BatchExport, ExportedFile},
    },
};

/// The name of the archive.
const ZIP: &str = "photos.zip";

impl Store {
    /// Exports these photos of the strip, with their stacks as they are now.
    pub fn export_batch(self, keys: &[u32]) {
        // The export comes first, and takes the memory.
        self.thumbnails.end_job();
        let item = |key: &u32| {
            self.documents.list.with_untracked(|list| {
                let document = list.document(*key)?;
                let stack = if list.active() == Some(*key) {
                    self.edit.stack.get_untracked()
                } else {
                    document.edits.history.stack().clone()
                };
                Some(Item {
                    key: *key,
                    photo: document.name.clone(),
                    source: document.source.clone()?,
                    recipe: stack.recipe(),
                    name: download::file_name(&document.name, &stack),
                    state: State::Waiting,
                })
            })
        };
        self.jobs.set_batch(Some(Batch::new(keys.iter().filter_map(item).collect())));
        self.export_next();
    }

    /// Begins no other photo, or goes on.
    pub fn pause_batch(self, paused: bool) {
        self.jobs.update_batch(|batch| batch.paused = paused);
        self.export_next();
    }

    /// Tries a photo again.
    pub fn retry_export(self, key: u32) {
        self.jobs.update_batch(|batch| batch.retry(key));
        self.export_next();
    }

    /// Calls off what is not made yet, at once.
    pub fn cancel_batch(self) {
        self.jobs.end_batch_job();
        self.jobs.update_batch(Batch::cancel);
    }

    /// Forgets what was made.
    pub fn discard_batch(self) {
        self.jobs.end_batch_job();
        self.jobs.set_batch(None);
    }

    /// Saves what is exported, in one file, or as much of it as goes into one. It is marked as exported then.
    pub fn save_batch(self) {
        let made: Vec<_> = self.jobs.batch.with_untracked(|batch| {
            let files = batch.iter().flat_map(Batch::to_save);
            files
                .take(batch.as_ref().map_or(0, in_next_zip))
                .map(|(item, made)| (item.key, item.name.clone(), item.recipe.clone(), made.clone()))
                .collect()
        });
        let entries: Vec<_> = made
            .iter()
            .map(|(_, name, _, made)| zip::Entry { name, bytes: made.file.size(), crc: made.crc })
            .collect();
        let Some((heads, end)) = zip::local_headers(&entries) else {
            return self.status.set_message(StatusMessage::NotSaved(ZIP.to_owned()));
        };
        let parts = Array::new();
        for (head, (.., made)) in heads.iter().zip(&made) {
            parts.push(&js_sys::Uint8Array::from(&head[..]));
            parts.push(&made.file);
        }
        parts.push(&js_sys::Uint8Array::from(&end[..]));
        let saved = Blob::new_with_blob_sequence(&parts)
            .and_then(|file| download::download(&file, ZIP).map(|()| file.size()));
        let Ok(bytes) = saved else {
            return self.status.set_message(StatusMessage::NotSaved(ZIP.to_owned()));
        };
        self.documents.record_exported(made.iter().map(|(key, _, recipe, _)| (*key, recipe.clone())));
        let keys: Vec<_> = made.iter().map(|(key, ..)| *key).collect();
        self.jobs.update_batch(|batch| batch.saved(&keys));
        self.status.set_message(StatusMessage::Exported { name: ZIP.to_owned(), bytes });
    }

    fn export_next(self) {
        let next = self
            .jobs
            .update_batch(|batch| batch.begin_next().map(|item| (item.source.clone(), item.recipe.clone())));
        let Some((file, recipe)) = next.flatten() else { return };
        let job = BackgroundJob::export(file, recipe, move |event| self.handle_job_event(event));
        self.jobs.set_batch_job(job, now_ms());
    }

    fn handle_job_event(self, event: JobEvent) {
        let took_ms = self.jobs.batch_job_begun_ms().map_or(0.0, |begun_ms| now_ms() - begun_ms);
        let state = match event {
            JobEvent::Running(done) => State::Running(done),
            JobEvent::Exported(file, crc) => State::ExportedFile(ExportedFile { file, crc }),
            JobEvent::Printed(..) => return,
            JobEvent::Failed(reason) | JobEvent::Unreadable(reason) => State::Failed(reason),
        };
        let ended = !matches!(state, State::Running(_));
        self.jobs.update_batch(|batch| batch.set_running(state, took_ms));
        if ended {
            self.export_next();
            let made = self.jobs.batch.with_untracked(|batch| {
                batch.as_ref().filter(|batch| !batch.is_busy()).map(|batch| batch.counts().0)
            });
            if let Some(made) = made {
                self.status.set_message(StatusMessage::ExportedSeveral(made));
            }
        }
    }
}

/// How many of the files that are made go into the next zip.
pub fn in_next_zip(batch: &BatchExport) -> usize {
    zip::fits_zip32(batch.to_save().map(|(_, made)| made.file.size()))
}
