//! Thumbnails of the filmstrip: of the active document by its worker, when that has nothing else to do; of the inactive
//! ones one after another, by a worker of their own.

use std::{cell::Cell, rc::Rc, time::Duration};

use leptos::prelude::*;

use crate::{
    model::{batch::Batch, stack::Stack, status::notification::NotificationKind},
    services::worker::{
        background_job::{BackgroundJob, JobEvent},
        scheduler::thumbnail_queue::{ThumbnailKind, ThumbnailRequest},
    },
    store::{Store, jobs::WorkerStatus, previews::THUMBNAIL_SIZE},
};

/// Edits that follow each other so closely share one thumbnail.
const PAUSE: Duration = Duration::from_millis(250);

/// Keeps the thumbnails up to date, for as long as the owner lives.
pub fn watch(store: Store) {
    let is_waiting = Rc::new(Cell::new(false));
    Effect::new(move || {
        store.documents.list.track();
        store.edit.stack.track();
        store.jobs.worker_status.track();
        store.jobs.batch.track();
        if !is_waiting.replace(true) {
            let is_waiting = is_waiting.clone();
            set_timeout(
                move || {
                    is_waiting.set(false);
                    store.request_photo_thumbnails();
                },
                PAUSE,
            );
        }
    });
}

impl Store {
    fn request_photo_thumbnails(self) {
        let is_idle = self.jobs.worker_status.get_untracked() == WorkerStatus::Ready
            && self.documents.opening.with_untracked(Option::is_none);
        let has_several = self.documents.list.with_untracked(|list| list.documents().len() > 1);
        if !is_idle || !has_several {
            return;
        }
        if let Some(key) = self.documents.active() {
            let recipe = self.edit.stack.with_untracked(Stack::recipe);
            if self.thumbnails.request_active(key, &recipe) {
                self.request_thumbnails(ThumbnailKind::Shots, Some(vec![recipe]));
            }
        }
        self.render_inactive_thumbnail();
    }

    fn render_inactive_thumbnail(self) {
        let is_busy = self.thumbnails.has_job()
            || self.jobs.batch.with_untracked(|batch| batch.as_ref().is_some_and(Batch::is_busy));
        if is_busy {
            return;
        }
        let next = self.documents.list.with_untracked(|list| {
            list.inactive().find_map(|key| {
                let document = list.document(key)?;
                let recipe = document.edits.history.stack().recipe();
                let file = document.source.clone()?;
                (!self.thumbnails.is_made(key, &recipe)).then_some((key, file, recipe))
            })
        });
        let Some((key, file, recipe)) = next else { return };
        let request = ThumbnailRequest { recipes: vec![recipe.clone()], size: THUMBNAIL_SIZE };
        let job = BackgroundJob::print(file, request, move |event| {
            match event {
                JobEvent::Printed(sizes, pixels) => self.thumbnails.add_photo(key, sizes, &pixels),
                JobEvent::Unreadable(reason) => {
                    if let Some(name) = self.documents.mark_unreadable(key) {
                        self.status.notify(NotificationKind::NotOpened { name, reason });
                    }
                }
                // The name stands in its place, and it is not tried again as it is.
                JobEvent::Failed(_) => {}
                _ => return,
            }
            self.thumbnails.record_made(key, recipe.clone());
            self.thumbnails.set_job(None);
            self.render_inactive_thumbnail();
        });
        self.thumbnails.set_job(Some(job));
    }
}
