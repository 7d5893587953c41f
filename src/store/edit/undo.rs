//! Undo, redo, and jumping to any entry of the history.

use leptos::prelude::*;
use safelight_recipe::Recipe;

use crate::{
    model::{history::History, stack::Stack, status::message::StatusMessage},
    store::edit::Edit,
};

impl Edit {
    /// Undoes the last change.
    pub fn undo(&self) {
        let (at, change) = self.history.with_untracked(|history| (history.at(), history.undoable().cloned()));
        if let Some(change) = change {
            self.jump_to(at - 1);
            self.status.set_message(StatusMessage::Undone(change));
        }
    }

    /// Redoes the change that was undone last.
    pub fn redo(&self) {
        let (at, change) = self.history.with_untracked(|history| (history.at(), history.redoable().cloned()));
        if let Some(change) = change {
            self.jump_to(at + 1);
            self.status.set_message(StatusMessage::Redone(change));
        }
    }

    /// Goes to an entry of the history, counted from the oldest that is kept.
    pub fn jump_to(&self, index: usize) {
        if self.set_history.try_update(|history| history.go(index).is_some()) != Some(true) {
            return;
        }
        let open = self.open_layer.get_untracked().filter(|key| self.filter(*key).is_some());
        self.set_open_layer.set(open);
        let change = self.history.with_untracked(|history| history.entries()[history.at()].change.clone());
        self.status.set_message(change.map_or(StatusMessage::AsOpened, StatusMessage::Changed));
    }

    /// Goes back to the last entry that made what is displayed: `displayed` is the recipe of the pixels on screen.
    pub fn revert_to_displayed(&self, displayed: &Recipe) {
        let visible = |stack: &Stack| untrack(|| self.crop_tool.visible(stack.clone()).recipe());
        if self.stack.with_untracked(visible) != *displayed {
            self.jump_to(self.history.with_untracked(|history| history.before(displayed, visible)));
        }
    }

    /// Begins a pointer gesture at this point of the window, in CSS pixels: what it edits is an entry of its own, however
    /// long it rests meanwhile. The second press of a double click continues the entry of the first.
    pub fn begin_pointer_gesture(&self, at_css: (f64, f64)) {
        let now_ms = (self.now_ms)();
        if self.gesture.try_update_value(|gesture| gesture.press(now_ms, at_css)) != Some(true) {
            self.end_coalescing();
        }
    }

    /// Ends the pointer gesture at this point of the window, in CSS pixels, if that is known.
    pub fn end_pointer_gesture(&self, at_css: Option<(f64, f64)>) {
        let now_ms = (self.now_ms)();
        self.gesture.update_value(|gesture| gesture.release(now_ms, at_css));
    }

    /// Begins a new entry with the next edit, also of the same control.
    pub fn end_coalescing(&self) {
        self.set_history.update_untracked(History::end_gesture);
    }
}
