//! The user's presets, and the recipe that is offered. This part alone writes them.

pub mod recipe_import;

use std::rc::Rc;

use leptos::{prelude::*, task::spawn_local};
use safelight_recipe::Recipe;

use crate::{
    model::{
        status::notification::NotificationKind,
        user_presets::{PresetCommand, UserPreset, UserPresets},
    },
    services::storage::database::AutosaveDatabase,
    store::status::Status,
};

/// The user's presets. A handle: copy it freely.
#[derive(Clone, Copy)]
pub struct Presets {
    /// The presets, as they are stored.
    pub list: ReadSignal<UserPresets>,
    /// What went wrong with them last.
    pub error: ReadSignal<Option<NotificationKind>>,
    set_list: WriteSignal<UserPresets>,
    pub(in crate::store::presets) set_error: WriteSignal<Option<NotificationKind>>,
    /// The recipe that came by link or file and is offered.
    pub(in crate::store::presets) offered: StoredValue<Option<Recipe>>,
    database: StoredValue<Option<Rc<AutosaveDatabase>>, LocalStorage>,
    pub(in crate::store::presets) status: Status,
}

impl Presets {
    /// Without presets, until a database is attached.
    pub fn new(status: Status) -> Self {
        let (list, set_list) = signal(UserPresets::default());
        let (error, set_error) = signal(None);
        let database = StoredValue::new_local(None);
        Self { list, error, set_list, set_error, offered: StoredValue::new(None), database, status }
    }

    /// The preset of this key.
    pub fn get(self, key: u32) -> Option<UserPreset> {
        self.list.with(|list| list.get(key).cloned())
    }

    /// The keys of all.
    pub fn keys(self) -> Vec<u32> {
        self.list.with(|list| list.all().iter().map(|preset| preset.key).collect())
    }

    /// Forgets what went wrong last.
    pub fn clear_error(self) {
        self.set_error.set(None);
    }

    /// Stores presets in this database, and restores those that are there.
    pub fn attach_database(self, database: Rc<AutosaveDatabase>) {
        self.database.set_value(Some(database));
        self.run(PresetCommand::Look, |_| {});
    }

    /// Runs a command on the presets as they are stored now, whichever tab changed them last. `then` is told the name
    /// that one got; it is not called where nothing came of it.
    pub fn run(self, command: PresetCommand, then: impl FnOnce(String) + 'static) {
        self.set_error.set(None);
        let named = match &command {
            PresetCommand::Save(name, _) | PresetCommand::Rename(_, name) => name.clone(),
            PresetCommand::Look | PresetCommand::Remove(_) | PresetCommand::PutBack(_) => String::new(),
        };
        spawn_local(async move {
            let done = match self.database.get_value() {
                Some(database) => database.run_preset_command(command).await.ok(),
                None => None,
            };
            match done {
                Some((list, got)) => {
                    self.set_list.set(list);
                    let _ = got.map(then);
                }
                None => self.set_error.set(Some(NotificationKind::PresetNotStored(named))),
            }
        });
    }
}
