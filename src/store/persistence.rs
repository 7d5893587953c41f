//! What outlives the page, and what ends it.

use std::collections::BTreeMap;

use leptos::prelude::*;
use web_sys::File;

use crate::{
    model::documents::document::EditState,
    model::saved::manifest::Manifest,
    model::saved::snapshot::{DocumentSnapshot, SavedView},
    model::saved::state::AutosaveState,
    model::viewport::Zoom,
    store::Store,
};

impl Store {
    /// Which photos stand in the strip.
    pub fn roll(&self) -> Manifest {
        self.documents.list.with_untracked(|documents| {
            let photos =
                documents.persistent().map(|document| (document.key, document.name.clone())).collect();
            Manifest::new(photos, documents.active_or_opening())
        })
    }

    /// What was made of the photo in hand, and of those that are not as `format_exact` says they were; it is told of them.
    pub fn works(&self, format_exact: &mut BTreeMap<u32, u32>) -> Vec<(u32, DocumentSnapshot)> {
        self.documents.list.with_untracked(|documents| {
            let mut works = Vec::new();
            for document in documents.persistent() {
                let work =
                    |kept: &EditState| (document.key, DocumentSnapshot::new(&kept.history, view(kept)));
                if documents.active() == Some(document.key) {
                    works.push(work(&self.edit_state()));
                } else if format_exact.insert(document.key, document.version).unwrap_or_default()
                    != document.version
                {
                    works.push(work(&document.edits));
                }
            }
            works
        })
    }

    /// Hears of every change of that.
    pub fn track_works(&self) {
        self.documents.list.track();
        self.edit.history.track();
        self.view.viewport.track();
        self.edit.open_layer.track();
    }

    /// The next photo whose file is to be kept, the one in hand first. `is_done` says which are not asked for.
    pub fn next_to_keep(&self, is_done: impl Fn(u32) -> bool) -> Option<(u32, String, File)> {
        self.documents.list.with_untracked(|documents| {
            let (active, others): (Vec<_>, Vec<_>) =
                documents.persistent().partition(|document| documents.active() == Some(document.key));
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
            let index = self.documents.list.with_untracked(|list| {
                roll.before(key).filter(|(other, _)| list.index_of(*other).is_some()).count()
            });
            self.documents.restore(index, key, roll.name(key).to_owned(), file, kept);
        }
        is_there
    }

    /// Counts nothing as kept.
    pub fn resave(&self) {
        self.autosave.update_value(|state| state.files.clear());
        self.documents.mark_all_changed();
    }

    /// Whether the file of a document is stored.
    pub fn is_file_stored(&self, key: u32) -> bool {
        self.autosave.with_value(|state| state.files.contains(&key))
    }

    /// Notes whether the file of a document is stored.
    pub fn set_file_stored(&self, key: u32, is_stored: bool) {
        self.autosave.update_value(|state| {
            if is_stored {
                state.files.insert(key);
            } else {
                state.files.remove(&key);
            }
        });
    }

    /// Notes whether the browser refused the edits when they were written last; whether it had refused them before.
    pub fn set_edits_refused(&self, is_refused: bool) -> bool {
        let swap = |state: &mut AutosaveState| std::mem::replace(&mut state.edits_refused, is_refused);
        self.autosave.try_update_value(swap).unwrap_or_default()
    }

    /// Whether a photo is kept for the next visit with what was made of it.
    pub fn is_kept(&self, key: u32) -> bool {
        self.autosave.with_value(|state| !state.edits_refused && state.files.contains(&key))
    }

    /// Takes up this photo, or else the first, unless one is taken up already.
    pub fn turn_to_any(&self, key: Option<u32>) {
        let next = self.documents.list.with_untracked(|documents| {
            let is_free = documents.active_or_opening().is_none();
            key.or_else(|| documents.inactive().next()).filter(|key| is_free && documents.is_inactive(*key))
        });
        if let Some(key) = next {
            self.select_photo(key);
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
