//! Looks of a person's own: saved from the stack or from a file, put on, named, removed.

pub mod pending_recipe;
pub mod recipe_import;

use std::rc::Rc;

use leptos::{prelude::*, task::spawn_local};
use safelight_recipe::Recipe;
use web_sys::File;

use crate::{
    i18n::notifications::single_line,
    model::change::Change,
    model::stack::Stack,
    model::status::message::StatusMessage,
    model::status::notification::NotificationKind,
    model::user_presets::{PresetCommand, UserPreset, UserPresets},
    services::storage::database::AutosaveDatabase,
    services::worker::scheduler::thumbnail_queue::ThumbnailKind,
    store::Store,
};

/// Looks of a person's own, and where they are kept. A handle: copy it freely.
#[derive(Clone, Copy)]
pub struct UserPresetStore {
    /// The looks.
    pub looks: RwSignal<UserPresets>,
    /// What went wrong with them last; empty, if nothing did.
    pub trouble: RwSignal<String>,
    database: StoredValue<Option<Rc<AutosaveDatabase>>, LocalStorage>,
}

impl Default for UserPresetStore {
    fn default() -> Self {
        Self {
            looks: RwSignal::new(UserPresets::default()),
            trouble: RwSignal::new(String::new()),
            database: StoredValue::new_local(None),
        }
    }
}

impl UserPresetStore {
    /// The look of this key.
    pub fn get(self, key: u32) -> Option<UserPreset> {
        self.looks.with(|looks| looks.get(key).cloned())
    }

    /// The keys of all.
    pub fn keys(self) -> Vec<u32> {
        self.looks.with(|looks| looks.all().iter().map(|user_presets| user_presets.key).collect())
    }
}

impl Store {
    /// Has looks kept here, and brings back those that were.
    pub fn attach_database(self, database: Rc<AutosaveDatabase>) {
        self.user_presets.database.set_value(Some(database));
        self.update_presets(PresetCommand::Look, |_| {});
    }

    /// Keeps the stack as a look of this name, and says so.
    pub fn save_look(self, name: String, then: impl FnOnce(String) + 'static) {
        let recipe = self.stack.with_untracked(Stack::recipe);
        self.update_presets(PresetCommand::Save(name, recipe), move |name| {
            self.status.set_message(StatusMessage::SavedLook(name.clone()));
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
                    self.run_preset_command(PresetCommand::Save(stem, recipe), Box::new(drop));
                }
                Err(reason) => self
                    .user_presets
                    .trouble
                    .set(single_line(&NotificationKind::RecipeRejected { name: Some(name), reason })),
            }
        });
    }

    /// Does something to the looks as they are kept now, whichever tab changed them last. `then` is told the name that
    /// one got; it is not called where nothing came of it.
    pub fn update_presets(self, deed: PresetCommand, then: impl FnOnce(String) + 'static) {
        self.user_presets.trouble.set(String::new());
        self.run_preset_command(deed, Box::new(then));
    }

    fn run_preset_command(self, deed: PresetCommand, then: Box<dyn FnOnce(String)>) {
        let named = match &deed {
            PresetCommand::Save(name, _) | PresetCommand::Rename(_, name) => name.clone(),
            PresetCommand::Look | PresetCommand::Remove(_) | PresetCommand::PutBack(_) => String::new(),
        };
        spawn_local(async move {
            let done = match self.user_presets.database.get_value() {
                Some(database) => database.run_preset_command(deed).await.ok(),
                None => None,
            };
            match done {
                Some((looks, got)) => {
                    self.user_presets.looks.set(looks);
                    let _ = got.map(then);
                }
                None => self.user_presets.trouble.set(single_line(&NotificationKind::PresetNotStored(named))),
            }
        });
    }

    /// Takes the filters of a look of one's own in place of all others.
    pub fn apply_user_preset(&self, key: u32) {
        if let Some(UserPreset { name, recipe, .. }) = untrack(|| self.user_presets.get(key)) {
            self.stack.update(|stack| stack.apply_preset(&recipe));
            self.open_layer.set(None);
            self.changed(Change::UserPresetApplied(name), None);
        }
    }

    /// Asks for a picture of each of them.
    pub fn request_user_preset_thumbnails(&self) {
        let looks = self.user_presets.looks.get_untracked();
        let recipes: Vec<Recipe> =
            looks.all().iter().map(|user_presets| user_presets.recipe.clone()).collect();
        self.notes.update_value(|notes| {
            notes.user_preset_ids = looks.all().iter().map(|user_presets| user_presets.key).collect()
        });
        self.request_thumbnails(ThumbnailKind::UserPresetStore, (!recipes.is_empty()).then_some(recipes));
    }
}
