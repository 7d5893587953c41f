//! Edits of the layers of the stack.

use leptos::prelude::*;
use safelight_kernels::{Kind, SPECS, Spec};
use safelight_recipe::{Preset, Recipe};

use crate::{
    model::{
        change::Change,
        stack::{LutFile, Stack},
        status::message::StatusMessage,
    },
    store::edit::{Edit, Edited},
};

impl Edit {
    /// Adds a filter on top of the stack and opens its settings. Its key, if there was room for it.
    pub fn add(&self, filter: &'static Spec) -> Option<u32> {
        if self.is_full() {
            return None;
        }
        let mut added = None;
        self.edit_stack(|stack| {
            added = Some(stack.add(filter));
            Some(Edited::layer(added?, Change::Added(filter)))
        });
        self.set_open_layer.set(added);
        added
    }

    /// Removes a layer.
    pub fn remove(&self, key: u32) {
        self.edit_stack(|stack| {
            let filter = stack.layer(key)?.filter;
            stack.remove(key);
            Some(Edited::stack(Change::Removed(filter)))
        });
    }

    /// Switches a layer on or off.
    pub fn set_enabled(&self, key: u32, on: bool) {
        self.edit_stack(|stack| {
            let filter = stack.layer(key)?.filter;
            stack.switch(key, on);
            Some(Edited::layer(key, Change::Switched(filter, on)))
        });
    }

    /// Sets one setting of a layer, by its index in [`Spec::params`]; it is clamped to its range.
    pub fn set(&self, key: u32, param: usize, value: f64) {
        self.edit_stack(|stack| {
            if !stack.set(key, param, value) {
                return None;
            }
            let layer = stack.layer(key)?;
            Some(Edited::layer(
                key,
                Change::Set { filter: layer.filter, param, value: *layer.values.get(param)? },
            ))
        });
    }

    /// Sets several settings of a layer, each by its index in [`Spec::params`], as one change.
    pub fn set_several(&self, key: u32, settings: &[(usize, f64)], change: Change) {
        self.edit_stack(|stack| {
            let set = |changed, (param, value): &(usize, f64)| stack.set(key, *param, *value) || changed;
            settings.iter().fold(false, set).then(|| Edited::layer(key, change))
        });
    }

    /// Sets the opacity of a layer, in per cent.
    pub fn set_strength(&self, key: u32, per_cent: f64) {
        self.edit_stack(|stack| {
            let filter = stack.layer(key)?.filter;
            stack
                .set_strength(key, per_cent)
                .then(|| Edited::layer(key, Change::Strength { filter, per_cent }))
        });
    }

    /// Moves a layer to this position, counted from 0.
    pub fn move_to(&self, key: u32, index: usize) {
        self.edit_stack(|stack| {
            let filter = stack.layer(key)?.filter;
            stack.move_to(key, index);
            let (place, of) = (stack.place(key)? + 1, stack.layers().len());
            Some(Edited::layer(key, Change::Moved { filter, place, of }))
        });
    }

    /// Resets every setting of a layer to its default.
    pub fn reset_layer(&self, key: u32) {
        self.edit_stack(|stack| {
            let filter = stack.layer(key)?.filter;
            stack.reset(key).then(|| Edited::layer(key, Change::Reset(filter)))
        });
    }

    /// Duplicates a layer and opens the settings of the copy. Its key, if there was room for it.
    pub fn duplicate(&self, key: u32) -> Option<u32> {
        let filter = self.filter(key).filter(|_| !self.is_full())?;
        let mut copy = None;
        self.edit_stack(|stack| {
            copy = stack.duplicate(key);
            Some(Edited::layer(copy?, Change::Duplicated(filter)))
        });
        self.set_open_layer.set(copy);
        copy
    }

    /// Switches all layers on or off.
    pub fn set_all_enabled(&self, on: bool) {
        self.edit_stack(|stack| {
            stack.switch_all(on);
            Some(Edited::stack(Change::SwitchedAll(on)))
        });
    }

    /// Removes all layers.
    pub fn clear(&self) {
        self.edit_stack(|stack| {
            let count = stack.layers().len();
            stack.clear();
            Some(Edited::stack(Change::Cleared(count)))
        });
    }

    /// Copies the stack, to be pasted on this photo or another.
    pub fn copy_stack(&self) {
        let stack = self.stack.get_untracked();
        self.status.set_message(StatusMessage::Copied(stack.layers().len()));
        self.set_copied_stack.set(Some(stack));
    }

    /// Replaces the stack by the one that was copied.
    pub fn paste_stack(&self) {
        let Some(copied) = self.copied_stack.get_untracked() else { return };
        self.replace_stack(Change::Pasted(copied.layers().len()), |stack| stack.paste(&copied));
    }

    /// Replaces the filters by those of a preset, or by none; what changes the photo's geometry stays.
    pub fn apply_preset(&self, preset: Option<&'static Preset>) {
        let recipe = preset.map_or_else(|| Recipe::new(Vec::new()), Preset::recipe);
        let change = preset.map_or(Change::PresetCleared, Change::PresetApplied);
        self.replace_stack(change, |stack| stack.apply_preset(&recipe));
    }

    /// Replaces the filters by those of a user's preset of this name.
    pub fn apply_user_preset(&self, name: String, recipe: &Recipe) {
        self.replace_stack(Change::UserPresetApplied(name), |stack| stack.apply_preset(recipe));
    }

    /// Replaces the stack by that of a recipe.
    pub fn load_recipe(&self, recipe: &Recipe) {
        self.replace_stack(Change::RecipeLoaded(recipe.steps.len()), |stack| stack.follow(recipe));
    }

    /// Gives a LUT file to the layer that is open for one, or else to a new layer.
    pub fn import_lut(&self, lut: LutFile) {
        let is_lut = |spec: &Spec| matches!(spec.kind, Kind::Lut);
        let open = self.open_layer.get_untracked().filter(|key| self.filter(*key).is_some_and(is_lut));
        let Some(filter) = SPECS.iter().copied().find(|spec| is_lut(spec)) else { return };
        let Some(key) = open.or_else(|| self.add(filter)) else { return };
        self.unconfirmed_lut.set_value(Some(key));
        self.edit_stack(|stack| {
            let file = lut.name.clone();
            stack.set_table(key, Some(lut));
            Some(Edited::layer(key, Change::Table { filter, file }))
        });
    }

    /// Notes that the stack was rendered: its LUT files are good.
    pub fn confirm_lut(&self) {
        self.unconfirmed_lut.set_value(None);
    }

    /// Takes the LUT file that was chosen last out of stack and history, if no rendering confirmed it; its name.
    pub fn reject_lut(&self) -> Option<String> {
        let key = self.unconfirmed_lut.try_update_value(Option::take).flatten()?;
        self.set_history.try_update(|history| history.reject_lut(key)).flatten().map(|lut| lut.name)
    }

    fn replace_stack(&self, change: Change, replace: impl FnOnce(&mut Stack)) {
        self.edit_stack(|stack| {
            replace(stack);
            Some(Edited::stack(change))
        });
        self.set_open_layer.set(None);
    }
}
