//! Follows the session, and writes what is not as it was written.

use std::{
    cell::{Cell, RefCell},
    collections::{BTreeMap, BTreeSet},
    rc::Rc,
    time::Duration,
};

use leptos::{ev, prelude::*, task::spawn_local};
use safelight_protocol::json as plain;

use crate::{
    model::saved::manifest::Roll,
    services::storage::database::{Part, Store},
    store::Session,
    store::status::notification::Notice,
};

/// A hand on a slider is let finish, nearly.
const PAUSE: Duration = Duration::from_millis(250);

/// What is written, and what is not.
pub struct Keeper {
    session: Session,
    /// Nothing, where the browser keeps nothing.
    store: Option<Rc<Store>>,
    is_dirty: Cell<bool>,
    /// The photos that are written, or may be; nothing, while that is still looked up.
    roll: Rc<RefCell<Option<Roll>>>,
    /// The versions of what was made of photos that stand aside.
    versions: Rc<RefCell<BTreeMap<u32, u32>>>,
    is_writing_files: Cell<bool>,
    /// The photo whose file is on its way.
    writing: Cell<Option<u32>>,
    /// The photos whose files were refused; they are named once.
    refused: RefCell<BTreeSet<u32>>,
}

/// Gives this tab's place to whoever comes next, once the page goes.
pub fn await_leaving(keeper: &Rc<Keeper>) {
    let keeper = keeper.clone();
    let _ = window_event_listener(ev::Custom::<web_sys::Event>::new("pagehide"), move |_| {
        keeper.save();
        if let Some(store) = keeper.store.as_ref().filter(|store| keeper.has_photos(store)) {
            store.leave();
        }
    });
}

/// Keeps what comes, for as long as the owner lives. `roll` is what is written already.
pub fn follow(keeper: &Rc<Keeper>, roll: Roll) {
    keeper.roll.replace(Some(roll));
    let (works, files) = (keeper.clone(), keeper.clone());
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
}

impl Keeper {
    /// Writes nothing yet.
    pub fn new(session: Session, store: Option<Rc<Store>>) -> Self {
        Self {
            session,
            store,
            is_dirty: Cell::default(),
            roll: Rc::default(),
            versions: Rc::default(),
            is_writing_files: Cell::default(),
            writing: Cell::default(),
            refused: RefCell::default(),
        }
    }

    /// Writes what was changed, and puts away what was closed.
    fn save(&self) {
        let Some(store) = self.store.as_ref().filter(|_| self.is_dirty.replace(false)) else { return };
        let roll = self.session.roll();
        let before = self.roll.replace(Some(roll.clone())).unwrap_or_default();
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
        let (session, written, versions) = (self.session, store.write_now(&changes), self.versions.clone());
        let known = self.roll.clone();
        spawn_local(async move {
            let is_there = match written {
                Ok(written) => written.await,
                Err(_) => false,
            };
            let was_refused = session.kept.with_value(|kept| kept.works_refused);
            session.kept.update_value(|kept| kept.works_refused = !is_there);
            if is_there {
                return;
            }
            // What is refused is tried again at the next change.
            versions.borrow_mut().clear();
            if let Some(known) = &mut *known.borrow_mut() {
                known.join(&before);
            }
            if !was_refused && !roll.is_empty() {
                session.tell(Notice::not_kept(&roll.names()));
            }
        });
    }

    /// Whether there is anything for who comes next: an empty place would stand before one that has photos.
    fn has_photos(&self, store: &Store) -> bool {
        match &*self.roll.borrow() {
            Some(_) => !self.session.roll().is_empty(),
            None => !store.is_new(),
        }
    }

    /// Keeps the files that are not kept, one after another. What is refused is told in one sentence.
    fn keep_files(self: Rc<Self>) {
        if self.is_writing_files.replace(true) {
            return;
        }
        spawn_local(async move {
            let (session, mut refused) = (self.session, Vec::new());
            let is_done = |key| {
                session.kept.with_value(|kept| kept.files.contains(&key))
                    || self.refused.borrow().contains(&key)
            };
            while let Some((key, name, file)) = session.next_to_keep(is_done) {
                self.writing.set(Some(key));
                let is_kept = match &self.store {
                    Some(store) => store.write_file(key, &file).await.is_ok(),
                    None => false,
                };
                if is_kept {
                    session.kept.try_update_value(|kept| kept.files.insert(key));
                } else {
                    self.refused.borrow_mut().insert(key);
                    refused.push(name);
                }
                self.writing.set(None);
                // It may have been closed meanwhile.
                let is_gone =
                    session.strip.with_untracked(|strip| strip.lasting().all(|shot| shot.key != key));
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
        // Who writes it looks afterwards whether it is still wanted: it may be put back by then.
        if self.writing.get() == Some(key) {
            return;
        }
        self.refused.borrow_mut().remove(&key);
        self.session.kept.try_update_value(|kept| kept.files.remove(&key));
        // What the browser does not forget now goes with this tab's place.
        let _ = store.forget_file(key);
    }
}
