//! Nothing is lost on reload: the strip's photos, their steps and how each is seen are kept in the browser's database,
//! and come back at the next visit. Where the browser keeps nothing it is said, and work goes on.

use std::rc::Rc;

use leptos::{prelude::*, task::spawn_local};
use safelight_link::plain;
use wasm_bindgen::JsCast;
use web_sys::File;

use crate::{notice::Notice, session::Session};

pub mod by_id;
mod keeper;
mod roll;
mod slot;
mod store;
mod work;

use keeper::Keeper;
pub use roll::Roll;
use store::Part;
pub use store::Store;
pub use work::{View, Work};

/// Brings back what was kept, and keeps what comes. Call once, under an owner that stays.
pub fn begin(session: Session) {
    let owner = Owner::current();
    spawn_local(async move {
        let store = Store::open().await.ok().map(Rc::new);
        let mut roll = Roll::default();
        if let Some(store) = &store {
            session.keep_looks_in(store.clone());
            roll = bring_back(session, store).await;
        }
        if let Some(owner) = owner {
            owner.with(|| keeper::follow(&Rc::new(Keeper::new(session, store, roll))));
        }
    });
}

/// The photos as they were kept. The one in hand is opened while the others are still looked up; what a person opened
/// meanwhile stays in hand.
async fn bring_back(session: Session, store: &Store) -> Roll {
    let roll = store.read(Part::Roll).await.ok().flatten().and_then(plain::read::<Roll>);
    let Some(roll) = roll.and_then(Roll::readable) else { return Roll::default() };
    let mut lost = Vec::new();
    for key in roll.by_need() {
        let file = store.read_file(key).await.ok().flatten().and_then(|file| file.dyn_into::<File>().ok());
        let work = store.read(Part::Work(key)).await.ok().flatten().and_then(plain::read::<Work>);
        let has_file = file.is_some();
        if session.bring_back(&roll, key, file, work.as_ref()) && !has_file {
            lost.push(roll.name(key).to_owned());
        }
        if has_file {
            session.kept_files.try_update_value(|kept| kept.insert(key));
        }
        if roll.in_hand() == Some(key) {
            session.turn_to_any(Some(key));
        }
    }
    session.turn_to_any(None);
    if !lost.is_empty() {
        session.tell(Notice::photos_not_kept(&lost));
    }
    roll
}
