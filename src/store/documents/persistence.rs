//! What outlives the page, and what ends it.

use std::collections::{BTreeMap, BTreeSet};

use leptos::prelude::*;
use web_sys::File;

use crate::{
    model::documents::{Kept, Strip},
    model::saved::manifest::Roll,
    model::saved::snapshot::{View, Work},
    model::stack::Stack,
    model::viewport::Zoom,
    services::worker::Engine,
    store::Session,
    store::status::notification::Notice,
};

/// What the browser keeps.
#[derive(Default)]
pub struct InKeeping {
    /// The photos whose files it has, by their keys.
    pub files: BTreeSet<u32>,
    /// Whether it refused what was made of the photos when that was written last.
    pub works_refused: bool,
}

impl Session {
    /// Which photos stand in the strip.
    pub fn roll(&self) -> Roll {
        self.strip.with_untracked(|strip| {
            let photos = strip.lasting().map(|shot| (shot.key, shot.name.clone())).collect();
            Roll::new(photos, strip.in_hand().or(strip.opening()))
        })
    }

    /// What was made of the photo in hand, and of those that are not as `written` says they were; it is told of them.
    pub fn works(&self, written: &mut BTreeMap<u32, u32>) -> Vec<(u32, Work)> {
        self.strip.with_untracked(|strip| {
            let mut works = Vec::new();
            for shot in strip.lasting() {
                let work = |kept: &Kept| (shot.key, Work::new(&kept.history, view(kept)));
                if strip.in_hand() == Some(shot.key) {
                    works.push(work(&self.present()));
                } else if written.insert(shot.key, shot.version).unwrap_or_default() != shot.version {
                    works.push(work(&shot.kept));
                }
            }
            works
        })
    }

    /// Hears of every change of that.
    pub fn track_works(&self) {
        self.strip.track();
        self.photo.track();
        self.history.track();
        self.viewport.track();
        self.open_row.track();
    }

    /// The next photo whose file is to be kept, the one in hand first. `is_done` says which are not asked for.
    pub fn next_to_keep(&self, is_done: impl Fn(u32) -> bool) -> Option<(u32, String, File)> {
        self.strip.with_untracked(|strip| {
            let (in_hand, others): (Vec<_>, Vec<_>) =
                strip.lasting().partition(|shot| strip.in_hand() == Some(shot.key));
            let shot = in_hand
                .into_iter()
                .chain(others)
                .find(|shot| shot.negative.is_some() && !is_done(shot.key))?;
            Some((shot.key, shot.name.clone(), shot.negative.clone()?))
        })
    }

    /// Has a photo of an earlier visit again, with what was made of it; false, if there is neither file nor filter.
    pub fn bring_back(&self, roll: &Roll, key: u32, file: Option<File>, kept: Kept) -> bool {
        let is_there = file.is_some() || !kept.history.stack().rows().is_empty();
        if is_there {
            self.strip.update(|strip| {
                let place = roll.before(key).filter(|(other, _)| strip.place(*other).is_some()).count();
                strip.bring(place, key, roll.name(key).to_owned(), file, kept);
            });
        }
        is_there
    }

    /// Counts nothing as kept.
    pub fn keep_anew(&self) {
        self.kept.update_value(|kept| kept.files.clear());
        self.strip.update(|strip| {
            let keys: Vec<_> = strip.shots().iter().map(|shot| shot.key).collect();
            strip.kept_mut(&keys).for_each(drop);
        });
    }

    /// Whether a photo is kept for the next visit with what was made of it.
    pub fn is_kept(&self, key: u32) -> bool {
        self.kept.with_value(|kept| !kept.works_refused && kept.files.contains(&key))
    }

    /// Takes up this photo, or else the first, unless one is taken up already.
    pub fn turn_to_any(&self, key: Option<u32>) {
        let next = self.strip.with_untracked(|strip| {
            let is_free = strip.in_hand().or(strip.opening()).is_none();
            key.or_else(|| strip.aside().next()).filter(|key| is_free && strip.is_aside(*key))
        });
        if let Some(key) = next {
            self.turn_to(key);
        }
    }

    /// Closes the photo; what is only being opened is given up. It goes out of the strip and can be put back; what
    /// waits there for its file stays.
    pub fn close(&self) {
        let Some(key) = self.strip.with_untracked(Strip::in_hand) else { return self.cancel_opening() };
        if self.remove_photo(key) {
            return;
        }
        self.cancel_opening();
        self.forget_export();
        self.end_framing();
        self.sight.clear();
        let (name, present) = (self.photo_name(), self.present());
        let closed = self.strip.try_update(|strip| strip.remove_in_hand(present)).flatten();
        self.photo.set(None);
        self.shown.set(None);
        self.stack.set(Stack::default());
        self.open_row.set(None);
        self.forget_steps();
        self.engine.with_value(Engine::close);
        if let Some(key) = closed {
            self.tell(Notice::closed(&name, key));
        }
    }
}

fn view(kept: &Kept) -> View {
    let scale = match kept.zoom {
        Zoom::Fit => None,
        Zoom::Scale(scale) => Some(scale),
    };
    View { scale, centre: kept.centre, open_row: kept.open_row }
}
