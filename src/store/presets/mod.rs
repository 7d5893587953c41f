//! Looks of a person's own: saved from the stack or from a file, put on, named, removed.

pub mod pending_recipe;
pub mod recipe_import;

use std::rc::Rc;

use leptos::{prelude::*, task::spawn_local};
use safelight_recipe::Recipe;
use web_sys::File;

use crate::{
    model::change::Change,
    model::stack::Stack,
    model::user_presets::{Deed, OwnLook, OwnLooks},
    services::storage::database::Store,
    services::worker::scheduler::thumbnail_queue::Sheet,
    store::Session,
    store::status::message::Said,
    store::status::notification::Notice,
};

/// Looks of a person's own, and where they are kept. A handle: copy it freely.
#[derive(Clone, Copy)]
pub struct Own {
    /// The looks.
    pub looks: RwSignal<OwnLooks>,
    /// What went wrong with them last; empty, if nothing did.
    pub trouble: RwSignal<String>,
    store: StoredValue<Option<Rc<Store>>, LocalStorage>,
}

impl Default for Own {
    fn default() -> Self {
        Self {
            looks: RwSignal::new(OwnLooks::default()),
            trouble: RwSignal::new(String::new()),
            store: StoredValue::new_local(None),
        }
    }
}

impl Own {
    /// The look of this key.
    pub fn get(self, key: u32) -> Option<OwnLook> {
        self.looks.with(|looks| looks.get(key).cloned())
    }

    /// The keys of all.
    pub fn keys(self) -> Vec<u32> {
        self.looks.with(|looks| looks.all().iter().map(|own| own.key).collect())
    }
}

impl Session {
    /// Has looks kept here, and brings back those that were.
    pub fn keep_looks_in(self, store: Rc<Store>) {
        self.own.store.set_value(Some(store));
        self.with_looks(Deed::Look, |_| {});
    }

    /// Keeps the stack as a look of this name, and says so.
    pub fn save_look(self, name: String, then: impl FnOnce(String) + 'static) {
        let recipe = self.stack.with_untracked(Stack::recipe);
        self.with_looks(Deed::Save(name, recipe), move |name| {
            self.say(Said::SavedLook(name.clone()));
            then(name);
        });
    }

    /// Keeps the recipe of a file as a look named like the file.
    pub fn import_look(self, file: File) {
        spawn_local(async move {
            let name = file.name();
            match recipe_import::read(&file).await {
                Ok(recipe) => {
                    let stem = name.rsplit_once('.').map_or(name.as_str(), |(stem, _)| stem).to_owned();
                    self.act_on_looks(Deed::Save(stem, recipe), Box::new(drop));
                }
                Err(reason) => self.own.trouble.set(in_line(&Notice::no_recipe(Some(name), &reason))),
            }
        });
    }

    /// Does something to the looks as they are kept now, whichever tab changed them last. `then` is told the name that
    /// one got; it is not called where nothing came of it.
    pub fn with_looks(self, deed: Deed, then: impl FnOnce(String) + 'static) {
        self.own.trouble.set(String::new());
        self.act_on_looks(deed, Box::new(then));
    }

    fn act_on_looks(self, deed: Deed, then: Box<dyn FnOnce(String)>) {
        let named = match &deed {
            Deed::Save(name, _) | Deed::Rename(_, name) => name.clone(),
            Deed::Look | Deed::Remove(_) | Deed::PutBack(_) => String::new(),
        };
        spawn_local(async move {
            let done = match self.own.store.get_value() {
                Some(store) => store.act_on_looks(deed).await.ok(),
                None => None,
            };
            match done {
                Some((looks, got)) => {
                    self.own.looks.set(looks);
                    let _ = got.map(then);
                }
                None => self.own.trouble.set(in_line(&Notice::look_not_kept(&named))),
            }
        });
    }

    /// Takes the filters of a look of one's own in place of all others.
    pub fn wear_own(&self, key: u32) {
        if let Some(OwnLook { name, recipe, .. }) = untrack(|| self.own.get(key)) {
            self.stack.update(|stack| stack.wear(&recipe));
            self.open_row.set(None);
            self.changed(Change::WornOwn(name), None);
        }
    }

    /// Asks for a picture of each of them.
    pub fn want_own(&self) {
        let looks = self.own.looks.get_untracked();
        let recipes: Vec<Recipe> = looks.all().iter().map(|own| own.recipe.clone()).collect();
        self.notes.update_value(|notes| notes.own_keys = looks.all().iter().map(|own| own.key).collect());
        self.want_prints(Sheet::Own, (!recipes.is_empty()).then_some(recipes));
    }
}

fn in_line(notice: &Notice) -> String {
    format!("{} {}", notice.title, notice.text)
}
