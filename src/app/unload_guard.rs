//! Who leaves the page is asked first, while something would be lost.

use leptos::{ev, prelude::*};

use crate::store::Store;

/// From now on. What the browser does not keep does not outlive the page, and neither does what was exported and not
/// saved.
pub fn begin(store: Store) {
    let _ = window_event_listener(ev::beforeunload, move |event| {
        let unsaved = store.jobs.batch.with_untracked(|batch| {
            batch.as_ref().is_some_and(|batch| batch.is_busy() || batch.to_save().next().is_some())
        });
        let is_lost = store.documents.list.with_untracked(|documents| {
            store.edit.stack.with_untracked(|stack| documents.has_unsaved(stack, |key| store.is_kept(key)))
        });
        if unsaved || is_lost {
            event.prevent_default();
        }
    });
}
