//! Presets and recipes applied to the open photo, and the stack saved as a preset.

use leptos::prelude::*;

use crate::{
    model::{
        stack::Stack,
        status::message::StatusMessage,
        user_presets::{PresetCommand, UserPreset},
    },
    store::Store,
};

impl Store {
    /// Saves the stack as a preset of this name.
    pub fn save_preset(self, name: String, then: impl FnOnce(String) + 'static) {
        let recipe = self.edit.stack.with_untracked(Stack::recipe);
        self.presets.run(PresetCommand::Save(name, recipe), move |name| {
            self.status.set_message(StatusMessage::SavedLook(name.clone()));
            then(name);
        });
    }

    /// Applies a user's preset.
    pub fn apply_user_preset(&self, key: u32) {
        if let Some(UserPreset { name, recipe, .. }) = untrack(|| self.presets.get(key)) {
            self.edit.apply_user_preset(name, &recipe);
        }
    }

    /// Loads the recipe that is offered in place of the stack.
    pub fn accept_recipe(&self) {
        if let Some(recipe) = self.presets.take_offered() {
            self.edit.load_recipe(&recipe);
        }
    }
}
