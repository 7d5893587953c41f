//! The browser's own database, and this tab's place in it.

use std::cell::{Cell, RefCell};

use idb::{Database, DatabaseEvent, Error, Factory, KeyRange, ObjectStoreParams, Query, TransactionMode};
use leptos::prelude::window;
use safelight_protocol::json;
use wasm_bindgen::JsValue;

use crate::{
    model::user_presets::{PresetCommand, UserPresets},
    platform::local_storage,
    services::storage::tab_lease::{Lease, claim},
};

const DOCUMENTS: &str = "safelight";
/// Files have a database of their own: while a large one is written, what a person does need not wait for it.
const FILES: &str = "safelight-files";
const STORE: &str = "photos";
/// The places that closed tabs have left, among what is kept.
const RELEASED: &str = "left";
/// Looks of a person's own, beside the photos: all tabs share them.
const LOOKS: &str = "looks";
/// This tab's place, among what the tab keeps.
const SLOT: &str = "safelight-slot";

/// What is kept of a strip, beside the files.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum RecordKey {
    /// Which photos stand in it.
    Manifest,
    /// What was made of a photo.
    DocumentSnapshot(u32),
}

/// The open databases.
pub struct AutosaveDatabase {
    works: Database,
    files: Database,
    slot: RefCell<String>,
    /// Whether nobody wrote into that place before.
    is_new: Cell<bool>,
    /// Places of other tabs that are to be forgotten.
    surplus: Vec<String>,
}

impl AutosaveDatabase {
    /// Opens them, and takes this tab's place.
    ///
    /// # Errors
    /// When the browser keeps nothing.
    pub async fn open() -> Result<Self, Error> {
        let (works, files) = (database(DOCUMENTS).await?, database(FILES).await?);
        let store = window().session_storage().ok().flatten();
        let user_presets = store.and_then(|store| store.get_item(SLOT).ok().flatten());
        let Lease { slot, left, surplus } = claim(user_presets, others_left(""));
        local_storage::write(RELEASED, &left.join(" "));
        let is_new = Cell::new(slot.is_none());
        let slot = slot.unwrap_or_else(new_slot);
        note_slot(&slot);
        Ok(Self { works, files, slot: RefCell::new(slot), is_new, surplus })
    }

    /// Whether nobody wrote into this tab's place before.
    pub fn is_new(&self) -> bool {
        self.is_new.get()
    }

    /// Leaves this tab's place as it is, and takes a new one.
    pub fn rotate_slot(&self) {
        self.leave();
        let slot = new_slot();
        note_slot(&slot);
        self.slot.replace(slot);
        self.is_new.set(true);
    }

    /// Forgets what closed tabs have left, where it is too much.
    pub async fn forget_surplus(&self) {
        for slot in &self.surplus {
            // What could not be forgotten is tried again at the next visit.
            if self.forget_slot(slot).await.is_ok() {
                local_storage::write(RELEASED, &others_left(slot).join(" "));
            }
        }
    }

    /// What is there.
    ///
    /// # Errors
    /// When the browser can't read it.
    pub async fn read(&self, part: RecordKey) -> Result<Option<JsValue>, Error> {
        get(&self.works, self.key(part)).await
    }

    /// The file of a photo.
    ///
    /// # Errors
    /// When the browser can't read it.
    pub async fn read_file(&self, photo: u32) -> Result<Option<JsValue>, Error> {
        get(&self.files, self.file_key(photo)).await
    }

    /// Keeps the file of a photo as it is.
    ///
    /// # Errors
    /// When there is no room, or the browser keeps nothing.
    pub async fn write_file(&self, photo: u32, file: &JsValue) -> Result<(), Error> {
        let transaction = self.files.transaction(&[STORE], TransactionMode::ReadWrite)?;
        transaction.object_store(STORE)?.put(file, Some(&self.file_key(photo)))?.await?;
        // Only then it is surely there.
        transaction.await?;
        Ok(())
    }

    /// Forgets the file of a photo.
    ///
    /// # Errors
    /// When the browser refuses.
    pub fn forget_file(&self, photo: u32) -> Result<(), Error> {
        let transaction = self.files.transaction(&[STORE], TransactionMode::ReadWrite)?;
        transaction.object_store(STORE)?.delete(Query::Key(self.file_key(photo)))?;
        transaction.commit()?;
        Ok(())
    }

    /// Keeps these, and forgets those without a value, without waiting, for a page that may go at once. What comes back
    /// ends when all of it is there, or none.
    ///
    /// # Errors
    /// When the browser keeps nothing.
    pub fn write_now(
        &self,
        changes: &[(RecordKey, Option<JsValue>)],
    ) -> Result<impl Future<Output = bool> + use<>, Error> {
        let transaction = self.works.transaction(&[STORE], TransactionMode::ReadWrite)?;
        let store = transaction.object_store(STORE)?;
        for (part, value) in changes {
            let key = self.key(*part);
            match value {
                Some(value) => drop(store.put(value, Some(&key))?),
                None => drop(store.delete(Query::Key(key))?),
            }
        }
        let transaction = transaction.commit()?;
        Ok(async move { transaction.await.is_ok_and(|end| end.is_committed()) })
    }

    /// Does something to the looks of a person's own as they are kept; how they are then, and the name that one got.
    /// No other tab comes between.
    ///
    /// # Errors
    /// When there is no room, or the browser keeps nothing.
    pub async fn run_preset_command(
        &self,
        command: PresetCommand,
    ) -> Result<(UserPresets, Option<String>), Error> {
        let transaction = self.works.transaction(&[STORE], TransactionMode::ReadWrite)?;
        let (store, key) = (transaction.object_store(STORE)?, JsValue::from_str(LOOKS));
        let kept = store.get(key.clone())?.await?;
        let mut looks: UserPresets = kept.and_then(json::from_js_value).unwrap_or_default();
        let changes = command != PresetCommand::Look;
        let name = looks.apply(command);
        if changes && let Some(kept) = json::to_js_value(&looks) {
            store.put(&kept, Some(&key))?.await?;
        }
        // Only then it is surely there.
        transaction.await?;
        Ok((looks.usable(), name))
    }

    /// Leaves this tab's place to whoever comes next.
    pub fn leave(&self) {
        let slot = self.slot.borrow();
        let mut left = others_left(&slot);
        left.push(slot.clone());
        local_storage::write(RELEASED, &left.join(" "));
    }

    /// Forgets all photos of a place, and what was made of them.
    async fn forget_slot(&self, slot: &str) -> Result<(), Error> {
        for database in [&self.works, &self.files] {
            // From the blank behind its name to the sign that comes after a blank.
            let (first, end) =
                (JsValue::from_str(&format!("{slot} ")), JsValue::from_str(&format!("{slot}!")));
            let transaction = database.transaction(&[STORE], TransactionMode::ReadWrite)?;
            let range = KeyRange::bound(&first, &end, None, Some(true))?;
            transaction.object_store(STORE)?.delete(range)?.await?;
            transaction.await?;
        }
        Ok(())
    }

    fn key(&self, part: RecordKey) -> JsValue {
        let slot = self.slot.borrow();
        JsValue::from_str(&match part {
            RecordKey::Manifest => format!("{slot} roll"),
            RecordKey::DocumentSnapshot(photo) => format!("{slot} work {photo}"),
        })
    }

    fn file_key(&self, photo: u32) -> JsValue {
        JsValue::from_str(&format!("{} file {photo}", self.slot.borrow()))
    }
}

fn new_slot() -> String {
    ((js_sys::Math::random() * 1e15) as u64).to_string()
}

/// The tab has this place when it is loaded again.
fn note_slot(slot: &str) {
    if let Ok(Some(store)) = window().session_storage() {
        let _ = store.set_item(SLOT, slot);
    }
}

/// The places that closed tabs have left, but for this one.
fn others_left(slot: &str) -> Vec<String> {
    let left = local_storage::read(RELEASED).unwrap_or_default();
    left.split_whitespace().filter(|other| *other != slot).map(str::to_owned).collect()
}

async fn database(name: &str) -> Result<Database, Error> {
    let mut request = Factory::new()?.open(name, Some(1))?;
    request.on_upgrade_needed(|event| {
        // What fails here fails the request.
        if let Ok(database) = event.database() {
            let _ = database.create_object_store(STORE, ObjectStoreParams::new());
        }
    });
    request.await
}

async fn get(database: &Database, key: JsValue) -> Result<Option<JsValue>, Error> {
    let transaction = database.transaction(&[STORE], TransactionMode::ReadOnly)?;
    transaction.object_store(STORE)?.get(key)?.await
}
