//! Nothing is lost on reload: the photo's file, its steps and how it is seen are kept in the browser's database, and
//! come back at the next visit. Where the browser keeps nothing it is said, and work goes on.

use std::{cell::Cell, rc::Rc, time::Duration};

use leptos::{ev, prelude::*, task::spawn_local};
use safelight_link::plain;
use wasm_bindgen::JsCast;
use web_sys::File;

use crate::{notice::Notice, session::Session};

pub mod by_id;
mod slot;
mod store;
mod work;

use store::Part;
pub use store::Store;
pub use work::{View, Work};

/// A hand on a slider is let finish, nearly.
const PAUSE: Duration = Duration::from_millis(250);

/// Brings back what was kept, and keeps what comes. Call once, under an owner that stays.
pub fn begin(session: Session) {
    let owner = Owner::current();
    spawn_local(async move {
        let store = Store::open().await.ok().map(Rc::new);
        let mut kept_file = None;
        if let Some(store) = &store {
            session.keep_looks_in(store.clone());
            kept_file = bring_back(session, store).await;
        }
        if let Some(owner) = owner {
            owner.with(|| keep(session, store, kept_file));
        }
    });
}

/// The file that was brought back, if there was one.
async fn bring_back(session: Session, store: &Store) -> Option<File> {
    let file = store.read(Part::File).await.ok().flatten().and_then(|file| file.dyn_into::<File>().ok());
    let work = store.read(Part::Work).await.ok().flatten();
    let work = work.and_then(plain::read::<Work>);
    // A person was faster.
    if session.opened_files() > 0 {
        return None;
    }
    let has_photo = file.is_some();
    if let Some((work, history)) = work.and_then(|work| work.history().map(|history| (work, history))) {
        if !has_photo {
            session.tell(Notice::photo_not_kept(&work.name));
        }
        session.bring_back(work.name, history, work.view);
    }
    if let Some(file) = &file {
        session.open(vec![file.clone()]);
    }
    file
}

/// Follows the session from here on.
fn keep(session: Session, store: Option<Rc<Store>>, kept_file: Option<File>) {
    let kept_file = StoredValue::new_local(kept_file);
    let dirty = Rc::new(Cell::new(false));
    let refused = move |file: &File| session.tell(Notice::not_kept(&file.name()));

    let photo_store = store.clone();
    Effect::new(move || {
        // Opened means that it is a photo.
        if session.photo.with(Option::is_none) {
            return;
        }
        let Some(file) = session.file() else { return };
        if kept_file.with_value(|kept| kept.as_ref() == Some(&file)) {
            return;
        }
        kept_file.set_value(Some(file.clone()));
        let Some(store) = photo_store.clone() else { return refused(&file) };
        spawn_local(async move {
            if store.write(Part::File, &file).await.is_err() {
                // What was kept is of another photo.
                let _ = store.forget().await;
                refused(&file);
            }
        });
    });

    let Some(store) = store else { return };
    let save = {
        let (store, dirty) = (store.clone(), dirty.clone());
        Rc::new(move || {
            if dirty.replace(false)
                && let Some(work) = session.work().as_ref().and_then(plain::write)
            {
                // What is refused is tried again at the next change.
                let _ = store.write_now(Part::Work, &work);
            }
        })
    };
    {
        let (save, dirty) = (save.clone(), dirty.clone());
        Effect::new(move || {
            session.track_work();
            if !dirty.replace(true) {
                let save = save.clone();
                set_timeout(move || save(), PAUSE);
            }
        });
    }
    let leaving = store.clone();
    let _ = window_event_listener(ev::Custom::<web_sys::Event>::new("pagehide"), move |_| {
        save();
        // An empty place would stand before one that has a photo.
        if session.photo.with_untracked(Option::is_some) {
            leaving.leave();
        }
    });
    Effect::new(move || {
        if session.closed.get() > 0 {
            kept_file.set_value(None);
            dirty.set(false);
            let store = store.clone();
            spawn_local(async move { drop(store.forget().await) });
        }
    });
}
