//! Edits of the stack beyond the plainest: each says what it did.

use leptos::prelude::*;
use safelight_kernels::Spec;
use safelight_recipe::{Preset, Recipe};

use crate::{
    model::change::Change, model::stack::Stack, model::status::message::StatusMessage, store::Store,
};

impl Store {
    /// Sets how much of a filter's result is mixed with what it was given, in per cent.
    pub fn set_strength(&self, key: u32, per_cent: f64) {
        let Some(filter) = self.filter(key) else { return };
        if !self.did_change(|stack| stack.set_strength(key, per_cent)) {
            return;
        }
        self.edited(key, Change::Strength { filter, per_cent });
    }

    /// Sets several settings of a filter, each by its place in [`Spec::params`]: one change.
    pub fn set_several(&self, key: u32, settings: &[(usize, f64)], change: Change) {
        let set = |stack: &mut Stack| {
            settings.iter().fold(false, |changed, (param, value)| stack.set(key, *param, *value) || changed)
        };
        if self.did_change(set) {
            self.edited(key, change);
        }
    }

    /// Moves a filter to this place, counted from 0.
    pub fn move_to(&self, key: u32, place: usize) {
        let Some(filter) = self.filter(key) else { return };
        self.stack.update(|stack| stack.move_to(key, place));
        let (place, of) = self
            .stack
            .with_untracked(|stack| (stack.place(key).unwrap_or_default() + 1, stack.layers().len()));
        self.edited(key, Change::Moved { filter, place, of });
    }

    /// Puts every setting of a filter back to its default.
    pub fn reset(&self, key: u32) {
        let Some(filter) = self.filter(key) else { return };
        if self.did_change(|stack| stack.reset(key)) {
            self.edited(key, Change::Reset(filter));
        }
    }

    /// Puts the same filter with the same settings behind it, and opens that one. Its key, if there was room for it.
    pub fn duplicate(&self, key: u32) -> Option<u32> {
        let filter = self.filter(key).filter(|_| !self.is_full())?;
        let copy = self.stack.try_update(|stack| stack.duplicate(key)).flatten()?;
        self.edited(copy, Change::Duplicated(filter));
        self.open_layer.set(Some(copy));
        Some(copy)
    }

    /// Switches all filters on or off.
    pub fn switch_all(&self, on: bool) {
        self.stack.update(|stack| stack.switch_all(on));
        self.changed(Change::SwitchedAll(on), None);
    }

    /// Takes all filters out.
    pub fn clear(&self) {
        let count = self.stack.with_untracked(|stack| stack.layers().len());
        self.stack.update(Stack::clear);
        self.changed(Change::Cleared(count), None);
    }

    /// Remembers the stack, to be pasted on this photo or another.
    pub fn copy_stack(&self) {
        let stack = self.stack.get_untracked();
        self.status.set_message(StatusMessage::Copied(stack.layers().len()));
        self.copied_stack.set(Some(stack));
    }

    /// Puts the stack that was copied in place of this one.
    pub fn paste_stack(&self) {
        let Some(copied) = self.copied_stack.get_untracked() else { return };
        self.stack.update(|stack| stack.paste(&copied));
        self.open_layer.set(None);
        self.changed(Change::Pasted(copied.layers().len()), None);
    }

    /// Takes a look's filters in place of all others, or none; the photo's frame stays.
    pub fn apply_preset(&self, look: Option<&'static Preset>) {
        let recipe = look.map_or_else(|| Recipe::new(Vec::new()), Preset::recipe);
        self.stack.update(|stack| stack.apply_preset(&recipe));
        self.open_layer.set(None);
        self.changed(look.map_or(Change::PresetCleared, Change::PresetApplied), None);
    }

    /// Edits the stack; whether that changed it.
    pub fn did_change(&self, edit: impl FnOnce(&mut Stack) -> bool) -> bool {
        let edit = |stack: &mut Stack| {
            let changed = edit(stack);
            (changed, changed)
        };
        self.stack.try_maybe_update(edit).unwrap_or_default()
    }

    /// Which filter a row is of.
    pub fn filter(&self, key: u32) -> Option<&'static Spec> {
        self.stack.with_untracked(|stack| stack.layer(key).map(|layer| layer.filter))
    }
}
