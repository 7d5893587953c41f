//! Small pictures of the photos in the strip: of the one in hand by its worker, when that has nothing else to do; of
//! those that stand aside one after another, by a worker of their own.

use std::{cell::Cell, rc::Rc, time::Duration};

use js_sys::ArrayBuffer;
use leptos::prelude::*;
use safelight_recipe::Recipe;

use crate::{
    model::batch::Batch,
    model::stack::Stack,
    model::status::notification::NotificationKind,
    services::worker::background_job::{BackgroundJob, JobEvent},
    services::worker::scheduler::thumbnail_queue::{ThumbnailKind, ThumbnailRequest},
    store::documents::thumbnails::ThumbnailSheet,
    store::edit::preview::PRINT,
    store::{Store, WorkerStatus},
};

/// A hand on a slider is let finish, nearly.
const PAUSE: Duration = Duration::from_millis(250);

/// Keeps them as the photos are, for as long as the owner lives.
pub fn follow(store: Store) {
    let waits = Rc::new(Cell::new(false));
    Effect::new(move || {
        store.documents.track();
        store.stack.track();
        store.worker_status.track();
        store.batch.now.track();
        if !waits.replace(true) {
            let waits = waits.clone();
            set_timeout(
                move || {
                    waits.set(false);
                    store.request_photo_thumbnails();
                },
                PAUSE,
            );
        }
    });
}

impl Store {
    fn request_photo_thumbnails(self) {
        let is_idle = self.worker_status.get_untracked() == WorkerStatus::Ready
            && self.opening.with_untracked(Option::is_none);
        let (batch, active) = self
            .documents
            .with_untracked(|documents| (documents.documents_list().len() > 1, documents.active()));
        if !is_idle || !batch {
            return;
        }
        if let Some(key) = active {
            let document = (key, self.stack.with_untracked(Stack::recipe));
            let is_new = self.notes.with_value(|notes| {
                notes.document.as_ref() != Some(&document) && !notes.printed.contains(&document)
            });
            if is_new {
                self.request_thumbnails(ThumbnailKind::Shots, Some(vec![document.1.clone()]));
                self.notes.update_value(|notes| notes.document = Some(document));
            }
        }
        self.render_inactive_thumbnail();
    }

    /// The small picture of the photo in hand came.
    pub fn on_photo_thumbnail(&self, sizes: Vec<(u32, u32)>, pixels: &ArrayBuffer) {
        let document = self.notes.try_update_value(|notes| notes.document.take()).flatten();
        if let Some((key, recipe)) = document {
            self.record_thumbnail(key, recipe);
            self.store_thumbnail(key, sizes, pixels);
        }
    }

    fn render_inactive_thumbnail(self) {
        let is_busy = self.thumbnails.job.with_value(Option::is_some)
            || self.batch.now.with_untracked(|batch| batch.as_ref().is_some_and(Batch::is_busy));
        if is_busy {
            return;
        }
        let next = self.documents.with_untracked(|documents| {
            documents.aside().find_map(|key| {
                let document = documents.document(key)?;
                let recipe = document.kept.history.stack().recipe();
                let is_made = self.notes.with_value(|notes| {
                    notes.printed.iter().any(|(other, as_it_was)| *other == key && *as_it_was == recipe)
                });
                let file = document.source.clone()?;
                (!is_made).then_some((key, file, recipe))
            })
        });
        let Some((key, file, recipe)) = next else { return };
        let prints = ThumbnailRequest { recipes: vec![recipe.clone()], size: PRINT };
        let job = BackgroundJob::print(file, prints, move |event| {
            match event {
                JobEvent::Printed(sizes, pixels) => self.store_thumbnail(key, sizes, &pixels),
                JobEvent::Unreadable(reason) => {
                    let name =
                        self.documents.try_update(|documents| documents.mark_unreadable(key)).flatten();
                    if let Some(name) = name {
                        self.status.notify(NotificationKind::NotOpened { name, reason });
                    }
                }
                // Its name stands there, and it is not tried again as it is.
                JobEvent::Failed(_) => {}
                _ => return,
            }
            self.record_thumbnail(key, recipe.clone());
            self.thumbnails.job.set_value(None);
            self.render_inactive_thumbnail();
        });
        self.thumbnails.job.set_value(Some(job));
    }

    fn record_thumbnail(&self, key: u32, recipe: Recipe) {
        self.notes.update_value(|notes| {
            notes.printed.retain(|(other, _)| *other != key);
            notes.printed.push((key, recipe));
        });
    }

    fn store_thumbnail(&self, key: u32, sizes: Vec<(u32, u32)>, pixels: &ArrayBuffer) {
        self.thumbnails.of(ThumbnailKind::Shots).update(|sheet| {
            let new = ThumbnailSheet::new(vec![key], sizes, pixels);
            *sheet = Some(Rc::new(match sheet {
                Some(others) => new.and(others),
                None => new,
            }));
        });
    }
}
