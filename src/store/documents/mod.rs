//! Several photos: one is in hand, the others stand in the strip.

pub mod filmstrip_thumbnails;
pub mod persistence;
pub mod restore;
pub mod thumbnails;

use leptos::prelude::*;
use web_sys::File;

use crate::{
    i18n::page,
    model::change::Change,
    model::documents::{Kept, Strip},
    store::status::message::Said,
    store::status::notification::Notice,
    store::{Lamp, Opening, Session},
};

impl Session {
    /// Puts photos into the strip, and takes up the first of them.
    pub fn add_photos(&self, files: Vec<File>) {
        let first = self.strip.try_update(|strip| {
            let keys: Vec<_> = files.into_iter().map(|file| strip.add(file.name(), file)).collect();
            keys.first().copied()
        });
        if let Some(key) = first.flatten() {
            self.turn_to(key);
        }
    }

    /// Takes up this photo. The one in hand stays until the other is open.
    pub fn turn_to(&self, key: u32) {
        let (in_hand, opening) = self.strip.with_untracked(|strip| (strip.in_hand(), strip.opening()));
        if opening == Some(key) {
            return;
        }
        if in_hand == Some(key) {
            return self.cancel_opening();
        }
        let shot = self
            .strip
            .with_untracked(|strip| strip.shot(key).map(|shot| (shot.name.clone(), shot.negative.clone())));
        let Some((name, file)) = shot else { return };
        // It stands there for what was made of it.
        let Some(file) = file else {
            return self.tell(Notice::not_opened(&name, page().file_gone.to_owned()));
        };
        if self.lamp.get_untracked() == Lamp::Out {
            self.restart();
        }
        self.strip.update(|strip| strip.set_opening(Some(key)));
        self.opening.set(Some(Opening { name: file.name(), bytes: file.size(), size: None }));
        self.say(Said::Opening(file.name()));
        self.engine.with_value(|engine| engine.open(file));
    }

    /// Takes up the photo after or before the one in hand, if there is one.
    pub fn turn_beside(&self, forward: bool) {
        let beside =
            self.strip.with_untracked(|strip| strip.beside(strip.opening().or(strip.in_hand())?, forward));
        if let Some(key) = beside {
            self.turn_to(key);
        }
    }

    /// Takes a photo out of the strip. The one in hand goes once another is open; false, if there is no other.
    pub fn remove_photo(&self, key: u32) -> bool {
        let in_hand = self.strip.with_untracked(|strip| strip.in_hand() == Some(key));
        if !in_hand {
            self.take_out(key);
            return true;
        }
        let next = self.strip.with_untracked(|strip| strip.neighbour(key, true));
        if let Some(next) = next {
            self.turn_to(next);
            self.notes.update_value(|notes| notes.leaving = Some(key));
        }
        next.is_some()
    }

    /// Gives the stack of the photo in hand to others, in place of theirs. Each can undo it.
    pub fn apply_to(&self, keys: &[u32]) {
        let stack = self.stack.get_untracked();
        let change = Change::Followed(stack.recipe().steps.len());
        self.strip.update(|strip| {
            for kept in strip.kept_mut(keys) {
                kept.history.record(change.clone(), None, stack.clone());
                kept.open_row = None;
            }
        });
        self.say(Said::Applied(keys.len()));
    }

    /// Puts back a photo that was taken out; it is taken up where there is no other.
    pub fn put_photo_back(&self, key: u32) {
        self.strip.update(|strip| strip.put_back(key));
        if self.strip.with_untracked(|strip| strip.in_hand().or(strip.opening()).is_none()) {
            self.turn_to(key);
        }
    }

    /// The photo that was being opened is the one in hand now, with all that was made of it before.
    pub fn take_up(&self) {
        let present = self.present();
        let kept = self.strip.try_update(|strip| strip.take_up(present)).unwrap_or_default();
        self.end_framing();
        self.stack.set(kept.history.stack().clone());
        self.history.set(kept.history);
        self.open_row.set(kept.open_row);
        self.viewport.update(|viewport| (viewport.zoom, viewport.centre) = (kept.zoom, kept.centre));
        let leaving = self.notes.try_update_value(|notes| notes.leaving.take()).flatten();
        if let Some(key) = leaving {
            self.take_out(key);
        }
    }

    /// The photo that was being opened can't be. Without one in hand, the next is tried.
    pub fn give_up_opening(&self, is_bad: bool) {
        self.notes.update_value(|notes| notes.leaving = None);
        let failed = self.strip.try_update(|strip| strip.fail_opening(is_bad)).flatten();
        if self.strip.with_untracked(|strip| strip.in_hand().is_none()) {
            self.go_on_from(failed);
        }
    }

    /// The photo in hand could not be opened again. What was made of it waits for its file.
    pub fn lose_photo(&self, is_bad: bool) {
        let present = self.present();
        let lost = self.strip.try_update(|strip| strip.fail_in_hand(present, is_bad)).flatten();
        self.photo.set(None);
        self.shown.set(None);
        self.sight.clear();
        self.go_on_from(lost);
    }

    /// No photo is being opened any more. Without one in hand, what was just added is forgotten.
    pub fn stop_opening(&self) {
        self.notes.update_value(|notes| notes.leaving = None);
        self.strip.update(|strip| {
            strip.set_opening(None);
            strip.forget_first();
        });
    }

    /// The photo in hand was handed over as it is.
    pub fn note_exported(&self) {
        let exported = self.notes.try_update_value(|notes| notes.exporting.take()).flatten();
        if let Some((key, recipe)) = exported {
            self.strip.update(|strip| strip.exported(key, recipe));
        }
    }

    fn go_on_from(&self, failed: Option<u32>) {
        let next = failed.and_then(|key| self.strip.with_untracked(|strip| strip.neighbour(key, true)));
        match next {
            Some(key) => self.turn_to(key),
            None => self.strip.update(Strip::forget_first),
        }
    }

    fn take_out(&self, key: u32) {
        let name = self.strip.with_untracked(|strip| strip.shot(key).map(|shot| shot.name.clone()));
        if let Some(name) = name.filter(|_| self.strip.try_update(|strip| strip.remove(key)) == Some(true)) {
            self.tell(Notice::taken_out(&name, key));
        }
    }

    /// The photo in hand as it is now.
    pub fn present(&self) -> Kept {
        let (zoom, centre) = self.viewport.with_untracked(|viewport| (viewport.zoom, viewport.centre));
        let (history, open_row) = (self.history.get_untracked(), self.open_row.get_untracked());
        Kept { history, open_row, zoom, centre }
    }
}
