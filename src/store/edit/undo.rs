//! Going back and forth among the steps of the open photo.

use leptos::prelude::*;

use crate::{
    model::change::Change,
    model::history::{CoalesceKey, Coalescing, History},
    model::stack::Stack,
    model::status::message::StatusMessage,
    services::worker::{WorkerClient, now_ms},
    store::Store,
};

/// A press so soon after a click may make it a double click, in milliseconds.
const DOUBLE_MS: f64 = 500.0;
/// A hand that goes farther pulls, and does not click, in CSS pixels.
const STILL_CSS: f64 = 4.0;

impl Store {
    /// Takes back the last change.
    pub fn undo(&self) {
        let (at, change) = self.history.with_untracked(|history| (history.at(), history.undoable().cloned()));
        if let Some(change) = change {
            self.jump_to(at - 1);
            self.status.set_message(StatusMessage::Undone(change));
        }
    }

    /// Brings back the change that was undone last.
    pub fn redo(&self) {
        let (at, change) = self.history.with_untracked(|history| (history.at(), history.redoable().cloned()));
        if let Some(change) = change {
            self.jump_to(at + 1);
            self.status.set_message(StatusMessage::Redone(change));
        }
    }

    /// Goes to a step, counted from the oldest that is kept.
    pub fn jump_to(&self, place: usize) {
        let Some(stack) = self.history.try_update(|history| history.go(place).cloned()).flatten() else {
            return;
        };
        self.stack.update(|now| now.replace_keeping_keys(&stack));
        let is_there = |key: &u32| stack.layer(*key).is_some();
        self.open_layer.update(|open| *open = open.filter(is_there));
        let change = self.history.with_untracked(|history| history.entries()[history.at()].change.clone());
        self.status.set_message(change.map_or(StatusMessage::AsOpened, StatusMessage::Changed));
    }

    /// Gives up a slow rendering, and takes back what was changed since the picture that is shown.
    pub fn cancel_rendering(&self) {
        self.worker.with_value(WorkerClient::cancel_rendering);
        self.rendering.set(None);
        let shown = self.shown.with_untracked(|shown| Some(shown.as_ref()?.request.recipe.clone()));
        let seen = |stack: &Stack| untrack(|| self.crop_tool.seen(stack.clone()).recipe());
        if let Some(shown) = shown.filter(|shown| self.stack.with_untracked(seen) != *shown) {
            self.jump_to(self.history.with_untracked(|history| history.before(&shown, seen)));
        }
        self.status.set_message(StatusMessage::RenderingCancelled);
    }

    /// Takes a step, and says so. A `coalesce_key` that goes on moving goes on with its step.
    pub fn changed(&self, change: Change, coalesce_key: Option<CoalesceKey>) {
        let stack = self.stack.get_untracked();
        let at_ms = self.notes.with_value(|notes| notes.pressed_since_ms).unwrap_or_else(now_ms);
        let coalescing = coalesce_key.map(|coalesce_key| Coalescing { coalesce_key, at_ms });
        self.history.update(|history| history.record(change.clone(), coalescing, stack));
        self.status.set_message(StatusMessage::Changed(change));
    }

    /// A hand comes down here, in CSS pixels. What it moves is a step of its own, however long it rests meanwhile; the
    /// second press of a double click goes on with what the first one did.
    pub fn press(&self, at_css: (f64, f64)) {
        let now_ms = now_ms();
        let goes_on = self.notes.try_update_value(|notes| {
            let before = notes.clicked.take();
            (notes.pressed_since_ms, notes.pressed_css) = (Some(now_ms), at_css);
            before.is_some_and(|(ms, css)| now_ms - ms < DOUBLE_MS && is_near(css, at_css))
        });
        if goes_on != Some(true) {
            self.begin_gesture();
        }
    }

    /// The hand leaves here, in CSS pixels, if that is known.
    pub fn release(&self, at_css: Option<(f64, f64)>) {
        self.notes.update_value(|notes| {
            notes.pressed_since_ms = None;
            notes.clicked = at_css.filter(|at| is_near(*at, notes.pressed_css)).map(|at| (now_ms(), at));
        });
    }

    /// What is done from here on is a step of its own.
    pub fn begin_gesture(&self) {
        self.history.update_untracked(History::end_gesture);
    }

    /// Begins anew with the stack of now.
    pub fn discard_history(&self) {
        self.history.set(History::new(self.stack.get_untracked()));
    }
}

fn is_near(a: (f64, f64), b: (f64, f64)) -> bool {
    (a.0 - b.0).hypot(a.1 - b.1) <= STILL_CSS
}
