//! Nothing is lost on reload: the strip's photos, their steps and how each is seen are kept in the browser's database,
//! and come back at the next visit. Where the browser keeps nothing it is said, and work goes on.

use std::rc::Rc;

use leptos::{prelude::*, task::spawn_local};
use safelight_protocol::json;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::File;

use crate::{
    model::saved::manifest::Manifest,
    model::saved::snapshot::DocumentSnapshot,
    model::status::notification::NotificationKind,
    services::storage::autosave,
    services::storage::autosave::Autosave,
    services::storage::database::{AutosaveDatabase, RecordKey},
    store::Store,
};

/// Brings back what was kept, and keeps what comes. Call once, under an owner that stays.
pub fn begin(store: Store) {
    let owner = Owner::current();
    spawn_local(async move {
        let database = AutosaveDatabase::open().await.ok().map(Rc::new);
        let autosave = Rc::new(Autosave::new(store, database.clone()));
        autosave::save_on_pagehide(&autosave);
        let mut roll = Manifest::default();
        if let Some(database) = &database {
            store.presets.attach_database(database.clone());
            let (found, is_whole) = restore(store, database).await;
            if is_whole {
                roll = found;
            } else {
                // It stays as it is for who can read it; what came back is kept anew.
                database.rotate_slot();
                store.resave();
            }
        }
        if let Some(owner) = owner {
            owner.with(|| autosave::follow(&autosave, roll));
        }
        if let Some(database) = database {
            database.forget_surplus().await;
        }
    });
}

/// The photos as they were kept, and whether all that is there could be read. The one in hand is opened while the
/// others are still looked up; what a person opened meanwhile stays in hand.
async fn restore(store: Store, database: &AutosaveDatabase) -> (Manifest, bool) {
    let roll = found(database.read(RecordKey::Manifest).await, |roll| {
        json::from_js_value::<Manifest>(roll)?.readable()
    });
    let Ok(Some(roll)) = roll else { return (Manifest::default(), roll.is_ok()) };
    let (mut lost, mut is_whole) = (Vec::new(), true);
    for key in roll.in_load_order() {
        let file = found(database.read_file(key).await, |file| file.dyn_into::<File>().ok());
        let work = found(database.read(RecordKey::DocumentSnapshot(key)).await, |work| {
            json::from_js_value::<DocumentSnapshot>(work)?.edit_state()
        });
        is_whole &= file.is_ok() && work.is_ok();
        let (file, kept) = (file.ok().flatten(), work.ok().flatten());
        let has_file = file.is_some();
        if store.restore(&roll, key, file, kept.unwrap_or_default()) && !has_file {
            lost.push(roll.name(key).to_owned());
        }
        if has_file {
            store.set_file_stored(key, true);
        }
        if roll.active() == Some(key) {
            store.turn_to_any(Some(key));
        }
    }
    store.turn_to_any(None);
    if !lost.is_empty() {
        store.status.notify(NotificationKind::PhotoFilesMissing(lost));
    }
    (roll, is_whole)
}

/// What is there, if anything is.
///
/// # Errors
/// When it can't be read: by the browser, or by this version.
fn found<T>(
    value: Result<Option<JsValue>, idb::Error>,
    read: impl FnOnce(JsValue) -> Option<T>,
) -> Result<Option<T>, ()> {
    match value {
        Ok(Some(value)) => read(value).map(Some).ok_or(()),
        Ok(None) => Ok(None),
        Err(_) => Err(()),
    }
}
