//! The browser's own database, and this tab's place in it.

use idb::{Database, DatabaseEvent, Error, Factory, ObjectStoreParams, TransactionMode};
use leptos::prelude::window;
use safelight_link::plain;
use wasm_bindgen::JsValue;

use super::slot::{Claim, claim};
use crate::{
    kept,
    own::{Deed, OwnLooks},
};

const DATABASE: &str = "safelight";
const STORE: &str = "photos";
/// The places that closed tabs have left, among what is kept.
const LEFT: &str = "left";
/// Looks of a person's own, beside the photos: all tabs share them.
const LOOKS: &str = "looks";
/// This tab's place, among what the tab keeps.
const SLOT: &str = "safelight-slot";

/// What is kept of a photo.
#[derive(Clone, Copy)]
pub enum Part {
    /// Its file.
    File,
    /// What was made of it.
    Work,
}

/// The open database.
pub struct Store {
    database: Database,
    slot: String,
}

impl Store {
    /// Opens it, and takes this tab's place.
    ///
    /// # Errors
    /// When the browser keeps nothing.
    pub async fn open() -> Result<Self, Error> {
        let mut request = Factory::new()?.open(DATABASE, Some(1))?;
        request.on_upgrade_needed(|event| {
            // What fails here fails the request.
            if let Ok(database) = event.database() {
                let _ = database.create_object_store(STORE, ObjectStoreParams::new());
            }
        });
        let database = request.await?;
        let session = window().session_storage().ok().flatten();
        let own = session.as_ref().and_then(|session| session.get_item(SLOT).ok().flatten());
        let left = kept::read(LEFT).unwrap_or_default().split_whitespace().map(str::to_owned).collect();
        let Claim { slot, left, surplus } = claim(own, left);
        kept::write(LEFT, &left.join(" "));
        let slot = slot.unwrap_or_else(|| ((js_sys::Math::random() * 1e15) as u64).to_string());
        if let Some(session) = session {
            let _ = session.set_item(SLOT, &slot);
        }
        let store = Self { database, slot };
        for slot in surplus {
            let _ = store.forget_slot(&slot).await;
        }
        Ok(store)
    }

    /// What is there.
    ///
    /// # Errors
    /// When the browser can't read it.
    pub async fn read(&self, part: Part) -> Result<Option<JsValue>, Error> {
        let transaction = self.database.transaction(&[STORE], TransactionMode::ReadOnly)?;
        transaction.object_store(STORE)?.get(key(&self.slot, part))?.await
    }

    /// Keeps it.
    ///
    /// # Errors
    /// When there is no room, or the browser keeps nothing.
    pub async fn write(&self, part: Part, value: &JsValue) -> Result<(), Error> {
        let transaction = self.database.transaction(&[STORE], TransactionMode::ReadWrite)?;
        transaction.object_store(STORE)?.put(value, Some(&key(&self.slot, part)))?.await?;
        // Only then it is surely there.
        transaction.await?;
        Ok(())
    }

    /// Keeps it without waiting, for a page that may go at once.
    ///
    /// # Errors
    /// When the browser keeps nothing.
    pub fn write_now(&self, part: Part, value: &JsValue) -> Result<(), Error> {
        let transaction = self.database.transaction(&[STORE], TransactionMode::ReadWrite)?;
        transaction.object_store(STORE)?.put(value, Some(&key(&self.slot, part)))?;
        transaction.commit()?;
        Ok(())
    }

    /// Does something to the looks of a person's own as they are kept; how they are then, and the name that one got.
    /// No other tab comes between.
    ///
    /// # Errors
    /// When there is no room, or the browser keeps nothing.
    pub async fn act_on_looks(&self, deed: Deed) -> Result<(OwnLooks, Option<String>), Error> {
        let transaction = self.database.transaction(&[STORE], TransactionMode::ReadWrite)?;
        let (store, key) = (transaction.object_store(STORE)?, JsValue::from_str(LOOKS));
        let kept = store.get(key.clone())?.await?;
        let mut looks: OwnLooks = kept.and_then(plain::read).unwrap_or_default();
        let changes = deed != Deed::Look;
        let name = looks.act(deed);
        if changes && let Some(kept) = plain::write(&looks) {
            store.put(&kept, Some(&key))?.await?;
        }
        // Only then it is surely there.
        transaction.await?;
        Ok((looks.usable(), name))
    }

    /// Forgets this tab's photo, and what was made of it.
    ///
    /// # Errors
    /// When the browser refuses.
    pub async fn forget(&self) -> Result<(), Error> {
        self.forget_slot(&self.slot).await
    }

    /// Leaves this tab's place to whoever comes next.
    pub fn leave(&self) {
        let left = kept::read(LEFT).unwrap_or_default();
        let others = left.split_whitespace().filter(|slot| *slot != self.slot);
        let left: Vec<_> = others.chain([self.slot.as_str()]).collect();
        kept::write(LEFT, &left.join(" "));
    }

    async fn forget_slot(&self, slot: &str) -> Result<(), Error> {
        let transaction = self.database.transaction(&[STORE], TransactionMode::ReadWrite)?;
        let store = transaction.object_store(STORE)?;
        for part in [Part::File, Part::Work] {
            store.delete(key(slot, part))?.await?;
        }
        transaction.await?;
        Ok(())
    }
}

fn key(slot: &str, part: Part) -> JsValue {
    let part = match part {
        Part::File => "file",
        Part::Work => "work",
    };
    JsValue::from_str(&format!("{slot} {part}"))
}
