//! Several photos exported, each with its own stack, while the one in hand stays as it is.

use js_sys::Array;
use leptos::prelude::*;
use web_sys::{Blob, File};

use crate::{
    model::batch::{Batch, Item, State},
    model::status::message::StatusMessage,
    services::export::{download, zip},
    services::worker::background_job::{BackgroundJob, JobEvent},
    store::Store,
};

/// The name of what all go into.
const ZIP: &str = "photos.zip";

/// A file that was made.
#[derive(Debug, Clone)]
pub struct ExportedFile {
    /// The file.
    pub file: Blob,
    crc: u32,
}

/// The export of several photos. A handle: copy it freely.
#[derive(Clone, Copy)]
pub struct BatchState {
    /// What is exported, if anything is.
    pub now: RwSignal<Option<Batch<File, ExportedFile>>, LocalStorage>,
    /// Counts how often it was asked, elsewhere than in the dialog, to hand over what is made.
    pub asked: RwSignal<u32>,
    job: StoredValue<Option<(BackgroundJob, f64)>, LocalStorage>,
}

impl Default for BatchState {
    fn default() -> Self {
        Self { now: RwSignal::new_local(None), asked: RwSignal::new(0), job: StoredValue::new_local(None) }
    }
}

impl Store {
    /// Hands over what is made whenever that is asked for outside of the dialog, also when no photo is open any more.
    pub fn save_batch_when_requested(self) {
        let asked = move |_: &u32, _: Option<&u32>, _| self.save_batch();
        Effect::watch(move || self.batch.asked.get(), asked, false);
    }

    /// Exports these photos of the strip, with their stacks as they are now.
    pub fn export_batch(self, keys: &[u32]) {
        // It comes first, and takes the memory.
        if let Some(printing) = self.thumbnails.job.try_update_value(Option::take).flatten() {
            printing.end();
        }
        let item = |key: &u32| {
            self.documents.with_untracked(|documents| {
                let document = documents.document(*key)?;
                let active = documents.active() == Some(*key);
                let stack =
                    if active { self.stack.get_untracked() } else { document.kept.history.stack().clone() };
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
        self.batch.now.set(Some(Batch::new(keys.iter().filter_map(item).collect())));
        self.export_next();
    }

    /// Begins no other photo, or goes on.
    pub fn pause_batch(self, paused: bool) {
        self.update_batch(|batch| batch.paused = paused);
        self.export_next();
    }

    /// Tries a photo again.
    pub fn retry_export(self, key: u32) {
        self.update_batch(|batch| batch.retry(key));
        self.export_next();
    }

    /// Calls off what is not made yet, at once.
    pub fn cancel_batch(self) {
        self.finish_job();
        self.update_batch(Batch::cancel);
    }

    /// Forgets what was made.
    pub fn discard_batch(self) {
        self.finish_job();
        self.batch.now.set(None);
    }

    /// Hands over what is made, in one file, or as much of it as goes into one. It is marked as exported then.
    pub fn save_batch(self) {
        let made: Vec<_> = self.batch.now.with_untracked(|batch| {
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
        self.documents.update(|documents| {
            for (key, _, recipe, _) in &made {
                documents.exported(*key, recipe.clone());
            }
        });
        let keys: Vec<_> = made.iter().map(|(key, ..)| *key).collect();
        self.update_batch(|batch| batch.saved(&keys));
        self.status.set_message(StatusMessage::Exported { name: ZIP.to_owned(), bytes });
    }

    fn export_next(self) {
        let next = self.batch.now.try_update(|batch| {
            batch.as_mut()?.begin_next().map(|item| (item.source.clone(), item.recipe.clone()))
        });
        let Some((file, recipe)) = next.flatten() else { return };
        let job = BackgroundJob::export(file, recipe, move |event| self.handle_job_event(event));
        self.batch.job.set_value(Some((job, now_ms())));
    }

    fn handle_job_event(self, event: JobEvent) {
        let begun_ms = self.batch.job.with_value(|job| job.as_ref().map(|(_, begun_ms)| *begun_ms));
        let took_ms = begun_ms.map_or(0.0, |begun_ms| now_ms() - begun_ms);
        let state = match event {
            JobEvent::Running(done) => State::Running(done),
            JobEvent::Exported(file, crc) => State::ExportedFile(ExportedFile { file, crc }),
            JobEvent::Printed(..) => return,
            JobEvent::Failed(reason) | JobEvent::Unreadable(reason) => State::Failed(reason),
        };
        let ended = !matches!(state, State::Running(_));
        self.update_batch(|batch| batch.set_running(state, took_ms));
        if ended {
            self.export_next();
            let made = self.batch.now.with_untracked(|batch| {
                batch.as_ref().filter(|batch| !batch.is_busy()).map(|batch| batch.counts().0)
            });
            if let Some(made) = made {
                self.status.set_message(StatusMessage::ExportedSeveral(made));
            }
        }
    }

    fn update_batch(self, change: impl FnOnce(&mut Batch<File, ExportedFile>)) {
        self.batch.now.update(|batch| {
            let _ = batch.as_mut().map(change);
        });
    }

    fn finish_job(self) {
        if let Some((job, _)) = self.batch.job.try_update_value(Option::take).flatten() {
            job.end();
        }
    }
}

/// How many of the files that are made go into the next zip.
pub fn in_next_zip(batch: &Batch<File, ExportedFile>) -> usize {
    zip::fits_zip32(batch.to_save().map(|(_, made)| made.file.size()))
}

fn now_ms() -> f64 {
    window().performance().map_or(0.0, |clock| clock.now())
}
