//! Follows the session, and writes what is not as it was written.

use std::{
    cell::{Cell, RefCell},
    collections::{BTreeMap, BTreeSet},
    rc::Rc,
    time::Duration,
};

use leptos::{ev, prelude::*, task::spawn_local};
use safelight_link::plain;

use super::{Part, Roll, Store};
use crate::{notice::Notice, session::Session};

/// A hand on a slider is let finish, nearly.
const PAUSE: Duration = Duration::from_millis(250);

/// What is written, and what is not.
pub struct Keeper {
    session: Session,
    /// Nothing, where the browser keeps nothing.
    store: Option<Rc<Store>>,
    is_dirty: Cell<bool>,
    roll: RefCell<Roll>,
    /// The versions of what was made of photos that stand aside.
    versions: Rc<RefCell<BTreeMap<u32, u32>>>,
    is_writing_files: Cell<bool>,
    /// The photos whose files were refused; they are named once.
    refused: RefCell<BTreeSet<u32>>,
}

/// Keeps what comes, for as long as the owner lives.
pub fn follow(keeper: &Rc<Keeper>) {
    let (works, files, leaving) = (keeper.clone(), keeper.clone(), keeper.clone());
    let session = keeper.session;
    Effect::new(move || {
        session.track_works();
        if !works.is_dirty.replace(true) {
            let works = works.clone();
            set_timeout(move || works.save(), PAUSE);
        }
    });
    Effect::new(move || {
        session.strip.track();
        // What is opened comes first, and then the files.
        if session.photo.with(Option::is_some) {
            files.clone().keep_files();
        }
    });
    let _ = window_event_listener(ev::Custom::<web_sys::Event>::new("pagehide"), move |_| {
        leaving.save();
        // An empty place would stand before one that has photos.
        if let Some(store) = leaving.store.as_ref().filter(|_| !leaving.roll.borrow().is_empty()) {
            store.leave();
        }
    });
}

impl Keeper {
    /// Where the photos of this roll are what is written.
    pub fn new(session: Session, store: Option<Rc<Store>>, roll: Roll) -> Self {
        Self {
            session,
            store,
            is_dirty: Cell::default(),
            roll: RefCell::new(roll),
            versions: Rc::default(),
            is_writing_files: Cell::default(),
            refused: RefCell::default(),
        }
    }

    /// Writes what was changed, and puts away what was closed.
    fn save(&self) {
        let Some(store) = self.store.as_ref().filter(|_| self.is_dirty.replace(false)) else { return };
        let roll = self.session.roll();
        let before = self.roll.replace(roll.clone());
        let mut changes = vec![(Part::Roll, plain::write(&roll))];
        for key in before.without(&roll) {
            changes.push((Part::Work(key), None));
            self.versions.borrow_mut().remove(&key);
            self.put_away(store, key);
        }
        for (key, work) in self.session.works(&mut self.versions.borrow_mut()) {
            if let Some(work) = plain::write(&work) {
                changes.push((Part::Work(key), Some(work)));
            }
        }
        let (written, versions) = (store.write_now(&changes), self.versions.clone());
        spawn_local(async move {
            let is_there = match written {
                Ok(written) => written.await,
                Err(_) => false,
            };
            if !is_there {
                // What is refused is tried again at the next change.
                versions.borrow_mut().clear();
            }
        });
    }

    /// Keeps the files that are not kept, one after another. What is refused is told in one sentence.
    fn keep_files(self: Rc<Self>) {
        if self.is_writing_files.replace(true) {
            return;
        }
        spawn_local(async move {
            let (session, mut refused) = (self.session, Vec::new());
            let is_done = |key| {
                session.kept_files.with_value(|kept| kept.contains(&key))
                    || self.refused.borrow().contains(&key)
            };
            while let Some((key, name, file)) = session.next_to_keep(is_done) {
                let is_kept = match &self.store {
                    Some(store) => store.write_file(key, &file).await.is_ok(),
                    None => false,
                };
                if is_kept {
                    session.kept_files.try_update_value(|kept| kept.insert(key));
                } else {
                    self.refused.borrow_mut().insert(key);
                    refused.push(name);
                }
                // It may have been closed meanwhile.
                let is_gone = session.strip.with_untracked(|strip| strip.place(key).is_none());
                if let Some(store) = self.store.as_ref().filter(|_| is_gone) {
                    self.put_away(store, key);
                }
            }
            self.is_writing_files.set(false);
            if !refused.is_empty() {
                session.tell(Notice::not_kept(&refused));
            }
        });
    }

    fn put_away(&self, store: &Store, key: u32) {
        self.session.kept_files.try_update_value(|kept| kept.remove(&key));
        // What the browser does not forget now goes with this tab's place.
        let _ = store.forget_file(key);
    }
}
