//! Small pictures of the photos in the strip: of the one in hand by its worker, when that has nothing else to do; of
//! those that stand aside one after another, by a worker of their own.

use std::{cell::Cell, rc::Rc, time::Duration};

use js_sys::ArrayBuffer;
use leptos::prelude::*;
use safelight_recipe::Recipe;

use crate::{
    model::batch::Batch,
    model::stack::Stack,
    services::worker::background_job::{Errand, Errands},
    services::worker::scheduler::thumbnail_queue::{Prints, Sheet},
    store::documents::thumbnails::Contact,
    store::edit::preview::PRINT,
    store::status::notification::Notice,
    store::{Lamp, Session},
};

/// A hand on a slider is let finish, nearly.
const PAUSE: Duration = Duration::from_millis(250);

/// Keeps them as the photos are, for as long as the owner lives.
pub fn follow(session: Session) {
    let waits = Rc::new(Cell::new(false));
    Effect::new(move || {
        session.strip.track();
        session.stack.track();
        session.lamp.track();
        session.several.now.track();
        if !waits.replace(true) {
            let waits = waits.clone();
            set_timeout(
                move || {
                    waits.set(false);
                    session.want_shots();
                },
                PAUSE,
            );
        }
    });
}

impl Session {
    fn want_shots(self) {
        let is_idle =
            self.lamp.get_untracked() == Lamp::Ready && self.opening.with_untracked(Option::is_none);
        let (several, in_hand) =
            self.strip.with_untracked(|strip| (strip.shots().len() > 1, strip.in_hand()));
        if !is_idle || !several {
            return;
        }
        if let Some(key) = in_hand {
            let shot = (key, self.stack.with_untracked(Stack::recipe));
            let is_new = self
                .notes
                .with_value(|notes| notes.shot.as_ref() != Some(&shot) && !notes.printed.contains(&shot));
            if is_new {
                self.want_prints(Sheet::Shots, Some(vec![shot.1.clone()]));
                self.notes.update_value(|notes| notes.shot = Some(shot));
            }
        }
        self.print_aside();
    }

    /// The small picture of the photo in hand came.
    pub fn shot_printed(&self, sizes: Vec<(u32, u32)>, pixels: &ArrayBuffer) {
        let shot = self.notes.try_update_value(|notes| notes.shot.take()).flatten();
        if let Some((key, recipe)) = shot {
            self.note_printed(key, recipe);
            self.keep_shot(key, sizes, pixels);
        }
    }

    fn print_aside(self) {
        let is_busy = self.contacts.errand.with_value(Option::is_some)
            || self.several.now.with_untracked(|batch| batch.as_ref().is_some_and(Batch::is_busy));
        if is_busy {
            return;
        }
        let next = self.strip.with_untracked(|strip| {
            strip.aside().find_map(|key| {
                let shot = strip.shot(key)?;
                let recipe = shot.kept.history.stack().recipe();
                let is_made = self.notes.with_value(|notes| {
                    notes.printed.iter().any(|(other, as_it_was)| *other == key && *as_it_was == recipe)
                });
                let file = shot.negative.clone()?;
                (!is_made).then_some((key, file, recipe))
            })
        });
        let Some((key, file, recipe)) = next else { return };
        let prints = Prints { recipes: vec![recipe.clone()], size: PRINT };
        let errand = Errand::print(file, prints, move |news| {
            match news {
                Errands::Printed(sizes, pixels) => self.keep_shot(key, sizes, &pixels),
                Errands::Unreadable(reason) => {
                    let name = self.strip.try_update(|strip| strip.found_unreadable(key)).flatten();
                    if let Some(name) = name {
                        self.tell(Notice::not_opened(&name, reason));
                    }
                }
                // Its name stands there, and it is not tried again as it is.
                Errands::Failed(_) => {}
                _ => return,
            }
            self.note_printed(key, recipe.clone());
            self.contacts.errand.set_value(None);
            self.print_aside();
        });
        self.contacts.errand.set_value(Some(errand));
    }

    fn note_printed(&self, key: u32, recipe: Recipe) {
        self.notes.update_value(|notes| {
            notes.printed.retain(|(other, _)| *other != key);
            notes.printed.push((key, recipe));
        });
    }

    fn keep_shot(&self, key: u32, sizes: Vec<(u32, u32)>, pixels: &ArrayBuffer) {
        self.contacts.of(Sheet::Shots).update(|sheet| {
            let new = Contact::new(vec![key], sizes, pixels);
            *sheet = Some(Rc::new(match sheet {
                Some(others) => new.and(others),
                None => new,
            }));
        });
    }
}
