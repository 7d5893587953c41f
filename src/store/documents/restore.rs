//! Nothing is lost on reload: the strip's photos, their steps and how each is seen are kept in the browser's database,
//! and come back at the next visit. Where the browser keeps nothing it is said, and work goes on.

use std::rc::Rc;

use leptos::{prelude::*, task::spawn_local};
use safelight_protocol::json as plain;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::File;

use crate::{
    model::saved::manifest::Roll,
    model::saved::snapshot::Work,
    services::storage::autosave,
    services::storage::autosave::Keeper,
    services::storage::database::{Part, Store},
    store::Session,
    store::status::notification::Notice,
};

/// Brings back what was kept, and keeps what comes. Call once, under an owner that stays.
pub fn begin(session: Session) {
    let owner = Owner::current();
    spawn_local(async move {
        let store = Store::open().await.ok().map(Rc::new);
        let keeper = Rc::new(Keeper::new(session, store.clone()));
        autosave::await_leaving(&keeper);
        let mut roll = Roll::default();
        if let Some(store) = &store {
            session.keep_looks_in(store.clone());
            let (found, is_whole) = bring_back(session, store).await;
            if is_whole {
                roll = found;
            } else {
                // It stays as it is for who can read it; what came back is kept anew.
                store.move_on();
                session.keep_anew();
            }
        }
        if let Some(owner) = owner {
            owner.with(|| autosave::follow(&keeper, roll));
        }
        if let Some(store) = store {
            store.forget_surplus().await;
        }
    });
}

/// The photos as they were kept, and whether all that is there could be read. The one in hand is opened while the
/// others are still looked up; what a person opened meanwhile stays in hand.
async fn bring_back(session: Session, store: &Store) -> (Roll, bool) {
    let roll = found(store.read(Part::Roll).await, |roll| plain::read::<Roll>(roll)?.readable());
    let Ok(Some(roll)) = roll else { return (Roll::default(), roll.is_ok()) };
    let (mut lost, mut is_whole) = (Vec::new(), true);
    for key in roll.by_need() {
        let file = found(store.read_file(key).await, |file| file.dyn_into::<File>().ok());
        let work = found(store.read(Part::Work(key)).await, |work| plain::read::<Work>(work)?.kept());
        is_whole &= file.is_ok() && work.is_ok();
        let (file, kept) = (file.ok().flatten(), work.ok().flatten());
        let has_file = file.is_some();
        if session.bring_back(&roll, key, file, kept.unwrap_or_default()) && !has_file {
            lost.push(roll.name(key).to_owned());
        }
        if has_file {
            session.kept.try_update_value(|kept| kept.files.insert(key));
        }
        if roll.in_hand() == Some(key) {
            session.turn_to_any(Some(key));
        }
    }
    session.turn_to_any(None);
    if !lost.is_empty() {
        session.tell(Notice::photos_not_kept(&lost));
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
