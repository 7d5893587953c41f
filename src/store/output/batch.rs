//! Several photos exported, each with its own stack, while the one in hand stays as it is.

use js_sys::Array;
use leptos::prelude::*;
use web_sys::{Blob, File};

use crate::{
    model::batch::{Batch, Item, State},
    services::export::{download, zip},
    services::worker::background_job::{Errand, Errands},
    store::Session,
    store::status::message::Said,
};

/// The name of what all go into.
const ZIP: &str = "photos.zip";

/// A file that was made.
#[derive(Debug, Clone)]
pub struct Made {
    /// The file.
    pub file: Blob,
    crc: u32,
}

/// The export of several photos. A handle: copy it freely.
#[derive(Clone, Copy)]
pub struct Several {
    /// What is exported, if anything is.
    pub now: RwSignal<Option<Batch<File, Made>>, LocalStorage>,
    /// Counts how often it was asked, elsewhere than in the dialog, to hand over what is made.
    pub asked: RwSignal<u32>,
    errand: StoredValue<Option<(Errand, f64)>, LocalStorage>,
}

impl Default for Several {
    fn default() -> Self {
        Self { now: RwSignal::new_local(None), asked: RwSignal::new(0), errand: StoredValue::new_local(None) }
    }
}

impl Session {
    /// Hands over what is made whenever that is asked for outside of the dialog, also when no photo is open any more.
    pub fn save_several_when_asked(self) {
        let asked = move |_: &u32, _: Option<&u32>, _| self.save_several();
        Effect::watch(move || self.several.asked.get(), asked, false);
    }

    /// Exports these photos of the strip, with their stacks as they are now.
    pub fn export_several(self, keys: &[u32]) {
        // It comes first, and takes the memory.
        if let Some(printing) = self.contacts.errand.try_update_value(Option::take).flatten() {
            printing.end();
        }
        let item = |key: &u32| {
            self.strip.with_untracked(|strip| {
                let shot = strip.shot(*key)?;
                let in_hand = strip.in_hand() == Some(*key);
                let stack =
                    if in_hand { self.stack.get_untracked() } else { shot.kept.history.stack().clone() };
                Some(Item {
                    key: *key,
                    photo: shot.name.clone(),
                    negative: shot.negative.clone()?,
                    recipe: stack.recipe(),
                    name: download::file_name(&shot.name, &stack),
                    state: State::Waiting,
                })
            })
        };
        self.several.now.set(Some(Batch::new(keys.iter().filter_map(item).collect())));
        self.go_on_exporting();
    }

    /// Begins no other photo, or goes on.
    pub fn pause_several(self, paused: bool) {
        self.change_several(|batch| batch.paused = paused);
        self.go_on_exporting();
    }

    /// Tries a photo again.
    pub fn retry_export(self, key: u32) {
        self.change_several(|batch| batch.retry(key));
        self.go_on_exporting();
    }

    /// Calls off what is not made yet, at once.
    pub fn cancel_several(self) {
        self.end_errand();
        self.change_several(Batch::cancel);
    }

    /// Forgets what was made.
    pub fn forget_several(self) {
        self.end_errand();
        self.several.now.set(None);
    }

    /// Hands over what is made, in one file, or as much of it as goes into one. It is marked as exported then.
    pub fn save_several(self) {
        let made: Vec<_> = self.several.now.with_untracked(|batch| {
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
        let Some((heads, end)) = zip::frames(&entries) else {
            return self.say(Said::NotSaved(ZIP.to_owned()));
        };
        let parts = Array::new();
        for (head, (.., made)) in heads.iter().zip(&made) {
            parts.push(&js_sys::Uint8Array::from(&head[..]));
            parts.push(&made.file);
        }
        parts.push(&js_sys::Uint8Array::from(&end[..]));
        let saved = Blob::new_with_blob_sequence(&parts)
            .and_then(|file| download::download(&file, ZIP).map(|()| file.size()));
        let Ok(bytes) = saved else { return self.say(Said::NotSaved(ZIP.to_owned())) };
        self.strip.update(|strip| {
            for (key, _, recipe, _) in &made {
                strip.exported(*key, recipe.clone());
            }
        });
        let keys: Vec<_> = made.iter().map(|(key, ..)| *key).collect();
        self.change_several(|batch| batch.saved(&keys));
        self.say(Said::Exported { name: ZIP.to_owned(), bytes });
    }

    fn go_on_exporting(self) {
        let next = self.several.now.try_update(|batch| {
            batch.as_mut()?.begin_next().map(|item| (item.negative.clone(), item.recipe.clone()))
        });
        let Some((file, recipe)) = next.flatten() else { return };
        let errand = Errand::export(file, recipe, move |news| self.hear_errand(news));
        self.several.errand.set_value(Some((errand, now_ms())));
    }

    fn hear_errand(self, news: Errands) {
        let begun_ms =
            self.several.errand.with_value(|errand| errand.as_ref().map(|(_, begun_ms)| *begun_ms));
        let took_ms = begun_ms.map_or(0.0, |begun_ms| now_ms() - begun_ms);
        let state = match news {
            Errands::Running(done) => State::Running(done),
            Errands::Exported(file, crc) => State::Made(Made { file, crc }),
            Errands::Printed(..) => return,
            Errands::Failed(reason) | Errands::Unreadable(reason) => State::Failed(reason),
        };
        let ended = !matches!(state, State::Running(_));
        self.change_several(|batch| batch.set_running(state, took_ms));
        if ended {
            self.go_on_exporting();
            let made = self.several.now.with_untracked(|batch| {
                batch.as_ref().filter(|batch| !batch.is_busy()).map(|batch| batch.counts().0)
            });
            if let Some(made) = made {
                self.say(Said::ExportedSeveral(made));
            }
        }
    }

    fn change_several(self, change: impl FnOnce(&mut Batch<File, Made>)) {
        self.several.now.update(|batch| {
            let _ = batch.as_mut().map(change);
        });
    }

    fn end_errand(self) {
        if let Some((errand, _)) = self.several.errand.try_update_value(Option::take).flatten() {
            errand.end();
        }
    }
}

/// How many of the files that are made go into the next zip.
pub fn in_next_zip(batch: &Batch<File, Made>) -> usize {
    zip::fitting(batch.to_save().map(|(_, made)| made.file.size()))
}

fn now_ms() -> f64 {
    window().performance().map_or(0.0, |clock| clock.now())
}
