//! Follows the session, and writes what is not as it was written.

use std::{
    cell::{Cell, RefCell},
    collections::{BTreeMap, BTreeSet},
    rc::Rc,
    time::Duration,
};

use leptos::{ev, prelude::*, task::spawn_local};
use safelight_protocol::json;

use crate::{
    model::saved::manifest::Manifest,
    model::status::notification::NotificationKind,
    services::storage::database::{AutosaveDatabase, RecordKey},
    store::Store,
};

/// A hand on a slider is let finish, nearly.
const PAUSE: Duration = Duration::from_millis(250);

/// What is written, and what is not.
pub struct Autosave {
    store: Store,
    /// Nothing, where the browser keeps nothing.
    database: Option<Rc<AutosaveDatabase>>,
    is_dirty: Cell<bool>,
    /// The photos that are written, or may be; nothing, while that is still looked up.
    roll: Rc<RefCell<Option<Manifest>>>,
    /// The versions of what was made of photos that stand aside.
    versions: Rc<RefCell<BTreeMap<u32, u32>>>,
    is_writing_files: Cell<bool>,
    /// The photo whose file is on its way.
    writing: Cell<Option<u32>>,
    /// The photos whose files were refused; they are named once.
    refused: RefCell<BTreeSet<u32>>,
}

/// Gives this tab's place to whoever comes next, once the page goes.
pub fn save_on_pagehide(autosave: &Rc<Autosave>) {
    let autosave = autosave.clone();
    let _ = window_event_listener(ev::Custom::<web_sys::Event>::new("pagehide"), move |_| {
        autosave.save();
        if let Some(database) = autosave.database.as_ref().filter(|database| autosave.has_photos(database)) {
            database.leave();
        }
    });
}

/// Keeps what comes, for as long as the owner lives. `roll` is what is written already.
pub fn follow(autosave: &Rc<Autosave>, roll: Manifest) {
    autosave.roll.replace(Some(roll));
    let (works, files) = (autosave.clone(), autosave.clone());
    let store = autosave.store;
    Effect::new(move || {
        store.track_works();
        if !works.is_dirty.replace(true) {
            let works = works.clone();
            set_timeout(move || works.save(), PAUSE);
        }
    });
    Effect::new(move || {
        store.documents.list.track();
        // What is opened comes first, and then the files.
        if store.documents.photo.with(Option::is_some) {
            files.clone().keep_files();
        }
    });
}

impl Autosave {
    /// Writes nothing yet.
    pub fn new(store: Store, database: Option<Rc<AutosaveDatabase>>) -> Self {
        Self {
            store,
            database,
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
        let Some(database) = self.database.as_ref().filter(|_| self.is_dirty.replace(false)) else { return };
        let roll = self.store.roll();
        let before = self.roll.replace(Some(roll.clone())).unwrap_or_default();
        let mut changes = vec![(RecordKey::Manifest, json::to_js_value(&roll))];
        for key in before.without(&roll) {
            changes.push((RecordKey::DocumentSnapshot(key), None));
            self.versions.borrow_mut().remove(&key);
            self.flush(database, key);
        }
        for (key, work) in self.store.works(&mut self.versions.borrow_mut()) {
            if let Some(work) = json::to_js_value(&work) {
                changes.push((RecordKey::DocumentSnapshot(key), Some(work)));
            }
        }
        let (store, format_exact, versions) =
            (self.store, database.write_now(&changes), self.versions.clone());
        let known = self.roll.clone();
        spawn_local(async move {
            let is_there = match format_exact {
                Ok(format_exact) => format_exact.await,
                Err(_) => false,
            };
            let was_refused = store.set_edits_refused(!is_there);
            if is_there {
                return;
            }
            // What is refused is tried again at the next change.
            versions.borrow_mut().clear();
            if let Some(known) = &mut *known.borrow_mut() {
                known.join(&before);
            }
            if !was_refused && !roll.is_empty() {
                store.status.notify(NotificationKind::PhotosNotStored(roll.names()));
            }
        });
    }

    /// Whether there is anything for who comes next: an empty place would stand before one that has photos.
    fn has_photos(&self, database: &AutosaveDatabase) -> bool {
        match &*self.roll.borrow() {
            Some(_) => !self.store.roll().is_empty(),
            None => !database.is_new(),
        }
    }

    /// Keeps the files that are not kept, one after another. What is refused is told in one sentence.
    fn keep_files(self: Rc<Self>) {
        if self.is_writing_files.replace(true) {
            return;
        }
        spawn_local(async move {
            let (store, mut refused) = (self.store, Vec::new());
            let is_done = |key| store.is_file_stored(key) || self.refused.borrow().contains(&key);
            while let Some((key, name, file)) = store.next_to_keep(is_done) {
                self.writing.set(Some(key));
                let is_kept = match &self.database {
                    Some(database) => database.write_file(key, &file).await.is_ok(),
                    None => false,
                };
                if is_kept {
                    store.set_file_stored(key, true);
                } else {
                    self.refused.borrow_mut().insert(key);
                    refused.push(name);
                }
                self.writing.set(None);
                // It may have been closed meanwhile.
                let is_gone = store
                    .documents
                    .list
                    .with_untracked(|documents| documents.persistent().all(|document| document.key != key));
                if let Some(database) = self.database.as_ref().filter(|_| is_gone) {
                    self.flush(database, key);
                }
            }
            self.is_writing_files.set(false);
            if !refused.is_empty() {
                store.status.notify(NotificationKind::PhotosNotStored(refused));
            }
        });
    }

    fn flush(&self, database: &AutosaveDatabase, key: u32) {
        // Who writes it looks afterwards whether it is still wanted: it may be put back by then.
        if self.writing.get() == Some(key) {
            return;
        }
        self.refused.borrow_mut().remove(&key);
        self.store.set_file_stored(key, false);
        // What the browser does not forget now goes with this tab's place.
        let _ = database.forget_file(key);
    }
}
