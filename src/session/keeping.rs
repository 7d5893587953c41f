//! What outlives the page, and what ends it.

use leptos::prelude::*;
use web_sys::File;

use super::Session;
use crate::{
    engine::Engine,
    history::History,
    keep::{View, Work},
    stack::Stack,
    strip::{Kept, Strip},
    viewport::Zoom,
};

impl Session {
    /// The open photo's file.
    pub fn file(&self) -> Option<File> {
        self.engine.with_value(Engine::photo)
    }

    /// What was made of the open photo, and how it is seen.
    pub fn work(&self) -> Option<Work> {
        let name = self.photo.with_untracked(|photo| photo.as_ref().map(|photo| photo.name.clone()))?;
        let viewport = self.viewport.get_untracked();
        let scale = match viewport.zoom {
            Zoom::Fit => None,
            Zoom::Scale(scale) => Some(scale),
        };
        let view = View { scale, centre: viewport.centre, open_row: self.open_row.get_untracked() };
        Some(self.history.with_untracked(|history| Work::new(name, history, view)))
    }

    /// Hears of every change of that.
    pub fn track_work(&self) {
        self.photo.track();
        self.history.track();
        self.viewport.track();
        self.open_row.track();
    }

    /// Has what was made of a photo, until the photo of this name is opened.
    pub fn bring_back(&self, name: String, history: History, view: View) {
        let zoom = view.scale.map_or(Zoom::Fit, Zoom::Scale);
        let kept = Kept { history, open_row: view.open_row, zoom, centre: view.centre };
        self.notes.update_value(|notes| notes.expected = Some((name, kept)));
    }

    /// Closes the photo, and forgets what was made of it. One of several goes out of the strip.
    pub fn close(&self) {
        let in_hand = self.strip.with_untracked(Strip::in_hand);
        if let Some(key) = in_hand
            && self.remove_photo(key)
        {
            return;
        }
        self.cancel_opening();
        self.forget_export();
        self.end_framing();
        self.photo.set(None);
        self.shown.set(None);
        self.stack.set(Stack::default());
        self.open_row.set(None);
        self.forget_steps();
        self.strip.set(Strip::default());
        self.notes.update_value(|notes| notes.expected = None);
        self.engine.with_value(Engine::close);
        self.closed.update(|closed| *closed += 1);
    }
}
