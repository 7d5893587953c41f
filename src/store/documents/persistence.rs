//! What outlives the page, and what ends it.

use std::collections::{BTreeMap, BTreeSet};

use leptos::prelude::*;
use web_sys::File;

use crate::{
    model::documents::{DocumentList, EditState},
    model::saved::manifest::Manifest,
    model::saved::snapshot::{DocumentSnapshot, SavedView},
    model::stack::Stack,
    model::status::notification::NotificationKind,
    model::viewport::Zoom,
    services::worker::WorkerClient,
    store::Store,
};

/// What the browser keeps.
#[derive(Default)]
pub struct InKeeping {
    /// The photos whose files it has, by their keys.
    pub files: BTreeSet<u32>,
    /// Whether it refused what was made of the photos when that was written last.
    pub works_refused: bool,
}

impl Store {
    /// Which photos stand in the strip.
    pub fn roll(&self) -> Manifest {
        self.documents.with_untracked(|documents| {
            let photos = documents.lasting().map(|document| (document.key, document.name.clone())).collect();
            Manifest::new(photos, documents.active().or(documents.opening()))
        })
    }

    /// What was made of the photo in hand, and of those that are not as `format_exact` says they were; it is told of them.
    pub fn works(&self, format_exact: &mut BTreeMap<u32, u32>) -> Vec<(u32, DocumentSnapshot)> {
        self.documents.with_untracked(|documents| {
            let mut works = Vec::new();
            for document in documents.lasting() {
                let work =
                    |kept: &EditState| (document.key, DocumentSnapshot::new(&kept.history, view(kept)));
                if documents.active() == Some(document.key) {
                    works.push(work(&self.present()));
                } else if format_exact.insert(document.key, document.version).unwrap_or_default()
                    != document.version
                {
                    works.push(work(&document.kept));
                }
            }
            works
        })
    }

    /// Hears of every change of that.
    pub fn track_works(&self) {
        self.documents.track();
        self.photo.track();
        self.history.track();
        self.viewport.track();
        self.open_layer.track();
    }

    /// The next photo whose file is to be kept, the one in hand first. `is_done` says which are not asked for.
    pub fn next_to_keep(&self, is_done: impl Fn(u32) -> bool) -> Option<(u32, String, File)> {
        self.documents.with_untracked(|documents| {
            let (active, others): (Vec<_>, Vec<_>) =
                documents.lasting().partition(|document| documents.active() == Some(document.key));
            let document = active
                .into_iter()
                .chain(others)
                .find(|document| document.source.is_some() && !is_done(document.key))?;
            Some((document.key, document.name.clone(), document.source.clone()?))
        })
    }

    /// Has a photo of an earlier visit again, with what was made of it; false, if there is neither file nor filter.
    pub fn restore(&self, roll: &Manifest, key: u32, file: Option<File>, kept: EditState) -> bool {
        let is_there = file.is_some() || !kept.history.stack().layers().is_empty();
        if is_there {
            self.documents.update(|documents| {
                let place = roll.before(key).filter(|(other, _)| documents.place(*other).is_some()).count();
                documents.bring(place, key, roll.name(key).to_owned(), file, kept);
            });
        }
        is_there
    }

    /// Counts nothing as kept.
    pub fn resave(&self) {
        self.kept.update_value(|kept| kept.files.clear());
        self.documents.update(|documents| {
            let keys: Vec<_> = documents.documents_list().iter().map(|document| document.key).collect();
            documents.kept_mut(&keys).for_each(drop);
        });
    }

    /// Whether a photo is kept for the next visit with what was made of it.
    pub fn is_kept(&self, key: u32) -> bool {
        self.kept.with_value(|kept| !kept.works_refused && kept.files.contains(&key))
    }

    /// Takes up this photo, or else the first, unless one is taken up already.
    pub fn turn_to_any(&self, key: Option<u32>) {
        let next = self.documents.with_untracked(|documents| {
            let is_free = documents.active().or(documents.opening()).is_none();
            key.or_else(|| documents.aside().next()).filter(|key| is_free && documents.is_aside(*key))
        });
        if let Some(key) = next {
            self.select_photo(key);
        }
    }

    /// Closes the photo; what is only being opened is given up. It goes out of the strip and can be put back; what
    /// waits there for its file stays.
    pub fn close(&self) {
        let Some(key) = self.documents.with_untracked(DocumentList::active) else {
            return self.cancel_opening();
        };
        if self.remove_photo(key) {
            return;
        }
        self.cancel_opening();
        self.forget_export();
        self.close_crop_tool();
        self.inspection.clear();
        let (name, present) = (self.photo_name(), self.present());
        let closed = self.documents.try_update(|documents| documents.remove_active(present)).flatten();
        self.photo.set(None);
        self.shown.set(None);
        self.stack.set(Stack::default());
        self.open_layer.set(None);
        self.discard_history();
        self.worker.with_value(WorkerClient::close);
        if let Some(key) = closed {
            self.status.notify(NotificationKind::PhotoClosed { name, key });
        }
    }
}

fn view(kept: &EditState) -> SavedView {
    let scale = match kept.zoom {
        Zoom::Fit => None,
        Zoom::Scale(scale) => Some(scale),
    };
    SavedView { scale, centre: kept.centre, open_layer: kept.open_layer }
}
