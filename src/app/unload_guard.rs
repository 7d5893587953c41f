//! Who leaves the page is asked first, while something would be lost.

use leptos::{ev, prelude::*};

use crate::store::Session;

/// From now on. What the browser does not keep does not outlive the page, and neither does what was exported and not
/// saved.
pub fn begin(session: Session) {
    let _ = window_event_listener(ev::beforeunload, move |event| {
        let unsaved = session.several.now.with_untracked(|batch| {
            batch.as_ref().is_some_and(|batch| batch.is_busy() || batch.to_save().next().is_some())
        });
        let is_lost = session.strip.with_untracked(|strip| {
            session.stack.with_untracked(|stack| strip.has_unsaved(stack, |key| session.is_kept(key)))
        });
        if unsaved || is_lost {
            event.prevent_default();
        }
    });
}
