//! What was done to a photo, step by step, as plain data. Each step holds the stack as it was after it; a stack is
//! small beside a photo, and a step that holds all of it can't be wrong about any of it.

use std::sync::Arc;

use safelight_recipe::Recipe;

use crate::model::{
    change::Change,
    stack::{FilterLayer, LutFile, Stack},
};

/// The most steps that are kept; the oldest go first.
const MAX_ENTRIES: usize = 200;
/// A control that rests longer than this begins a new step when it moves on.
const COALESCE_MS: f64 = 1000.0;

/// The steps of one photo, and where it stands among them.
#[derive(Debug, Clone, PartialEq)]
pub struct History {
    /// The first is the photo as it came, or the oldest that is kept.
    entries: Vec<HistoryEntry>,
    at: usize,
    /// What moves, if going on moving it goes on with the step of now.
    coalescing: Option<Coalescing>,
}

/// A control that a hand moves through many values.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Coalescing {
    /// Which one.
    pub coalesce_key: CoalesceKey,
    /// When, in milliseconds. The time stands still while a hand is down: it may rest on a control.
    pub at_ms: f64,
}

/// The photo after one change.
#[derive(Debug, Clone, PartialEq)]
pub struct HistoryEntry {
    /// What was changed; nothing in the first step.
    pub change: Option<Change>,
    /// The stack after it.
    pub stack: Stack,
}

/// A row's key, and which of its settings: changes of one control that follow each other closely are one step.
pub type CoalesceKey = (u32, &'static str);

impl Default for History {
    fn default() -> Self {
        Self::new(Stack::default())
    }
}

impl History {
    /// A photo that comes with this stack.
    pub fn new(stack: Stack) -> Self {
        Self { entries: vec![HistoryEntry { change: None, stack }], at: 0, coalescing: None }
    }

    /// The history of these steps, standing at one of them.
    pub fn of(entries: Vec<(Option<Change>, Stack)>, at: usize) -> Option<Self> {
        let entries: Vec<_> =
            entries.into_iter().map(|(change, stack)| HistoryEntry { change, stack }).collect();
        (at < entries.len() && entries.len() <= MAX_ENTRIES).then_some(Self { entries, at, coalescing: None })
    }

    /// The stack of now.
    pub fn stack(&self) -> &Stack {
        &self.entries[self.at].stack
    }

    /// All steps, oldest first.
    pub fn entries(&self) -> &[HistoryEntry] {
        &self.entries
    }

    /// The step that the photo stands at.
    pub fn at(&self) -> usize {
        self.at
    }

    /// Takes a step. What was undone before is forgotten; a control that goes on moving goes on with its step.
    pub fn record(&mut self, change: Change, coalescing: Option<Coalescing>, stack: Stack) {
        self.entries.truncate(self.at + 1);
        let goes_on = |(before, now): (Coalescing, Coalescing)| {
            before.coalesce_key == now.coalesce_key && now.at_ms - before.at_ms < COALESCE_MS
        };
        if self.coalescing.zip(coalescing).is_some_and(goes_on) {
            self.entries.pop();
        }
        self.coalescing = coalescing;
        self.entries.push(HistoryEntry { change: Some(change), stack });
        let surplus = self.entries.len().saturating_sub(MAX_ENTRIES);
        self.entries.drain(..surplus);
        self.at = self.entries.len() - 1;
    }

    /// What undoing would take back.
    pub fn undoable(&self) -> Option<&Change> {
        self.entries[self.at].change.as_ref().filter(|_| self.at > 0)
    }

    /// What redoing would bring back.
    pub fn redoable(&self) -> Option<&Change> {
        self.entries.get(self.at + 1)?.change.as_ref()
    }

    /// The last step up to now that makes what this recipe does; where there is none, the step before this one: a
    /// control that moved through many values was shown at one of them. `seen` is what is shown of a stack.
    pub fn before(&self, shown: &Recipe, seen: impl Fn(&Stack) -> Recipe) -> usize {
        let makes_it = |step: &HistoryEntry| seen(&step.stack) == *shown;
        self.entries[..=self.at].iter().rposition(makes_it).unwrap_or(self.at.saturating_sub(1))
    }

    /// A copy of the current stack to be edited and recorded. It gives no layer a key that a layer of any other entry
    /// has: undone layers may come back.
    pub fn editable_stack(&self) -> Stack {
        let mut stack = self.stack().clone();
        self.entries.iter().for_each(|entry| stack.reserve_keys(&entry.stack));
        stack
    }

    /// Takes the LUT file of a layer out of all entries, as if it had never been chosen: neither redo nor the next visit
    /// brings it back. The LUT file; none if the layer has none.
    pub fn reject_lut(&mut self, layer: u32) -> Option<LutFile> {
        let rejected = self.stack().layer(layer)?.table.clone()?;
        let is_rejected = |lut: &LutFile| Arc::ptr_eq(&lut.text, &rejected.text);
        let mut before: Option<Stack> = None;
        for entry in &mut self.entries {
            let has_it = |layer: &&FilterLayer| layer.table.as_ref().is_some_and(is_rejected);
            let keys: Vec<_> = entry.stack.layers().iter().filter(has_it).map(|layer| layer.key).collect();
            for key in keys {
                let lut = before.as_ref().and_then(|before| before.layer(key)?.table.clone());
                entry.stack.set_table(key, lut);
            }
            before = Some(entry.stack.clone());
        }
        // Entries that chose the file change nothing any more.
        let mut index = 1;
        while index < self.entries.len() {
            let entry = &self.entries[index];
            let is_empty = matches!(entry.change, Some(Change::Table { .. }))
                && entry.stack.layers() == self.entries[index - 1].stack.layers();
            if is_empty {
                self.entries.remove(index);
                self.at -= usize::from(self.at >= index);
            } else {
                index += 1;
            }
        }
        self.coalescing = None;
        Some(rejected)
    }

    /// Goes to a step; the stack there. What moves next begins a new step.
    pub fn go(&mut self, to: usize) -> Option<&Stack> {
        let step = self.entries.get(to)?;
        self.at = to;
        self.coalescing = None;
        Some(&step.stack)
    }

    /// What moves next begins a new step.
    pub fn end_gesture(&mut self) {
        self.coalescing = None;
    }
}

#[cfg(test)]
mod tests {
    use safelight_kernels::spec;

    use super::*;

    /// A stack with one exposure at this value.
    fn stack(value: f64) -> Stack {
        let mut stack = Stack::default();
        let key = stack.add(spec("exposure").unwrap());
        stack.set(key, 0, value);
        stack
    }

    fn set(history: &mut History, coalesce_key: CoalesceKey, value: f64) {
        set_at(history, coalesce_key, value, 0.0);
    }

    fn set_at(history: &mut History, coalesce_key: CoalesceKey, value: f64, at_ms: f64) {
        let change = Change::Set { filter: spec("exposure").unwrap(), param: 0, value };
        history.record(change, Some(Coalescing { coalesce_key, at_ms }), stack(value));
    }

    fn now(history: &History) -> &Stack {
        &history.entries()[history.at()].stack
    }

    #[test]
    fn a_new_photo_has_nothing_to_undo() {
        let history = History::default();
        assert_eq!((history.undoable(), history.redoable(), history.at()), (None, None, 0));
    }

    #[test]
    fn what_was_shown_is_found_again() {
        let mut history = History::default();
        history.record(Change::Added(spec("exposure").unwrap()), None, stack(0.0));
        set(&mut history, (1, "a"), 0.5);
        set(&mut history, (1, "a"), 1.0);
        assert_eq!(history.before(&stack(0.0).recipe(), Stack::recipe), 1);
        assert_eq!(history.before(&Stack::default().recipe(), Stack::recipe), 0);
        // Passed by on the way to 1.
        assert_eq!(history.before(&stack(0.5).recipe(), Stack::recipe), 1);
        assert_eq!(History::default().before(&stack(0.5).recipe(), Stack::recipe), 0);
    }

    #[test]
    fn undone_steps_come_back_until_something_else_is_done() {
        let mut history = History::default();
        history.record(Change::Added(spec("exposure").unwrap()), None, stack(0.0));
        set(&mut history, (1, "a"), 0.5);
        assert_eq!(history.go(1), Some(&stack(0.0)));
        assert!(matches!(history.redoable(), Some(Change::Set { .. })));
        assert!(matches!(history.undoable(), Some(Change::Added(_))));
        assert_eq!(history.go(2), Some(&stack(0.5)));
        assert_eq!(history.go(0), Some(&Stack::default()));
        set(&mut history, (1, "a"), 1.0);
        assert_eq!((history.entries().len(), history.redoable()), (2, None));
        assert_eq!(history.go(5), None);
    }

    #[test]
    fn one_slider_that_moves_is_one_step() {
        let mut history = History::default();
        for value in [0.1, 0.2, 0.3] {
            set(&mut history, (1, "a"), value);
        }
        assert_eq!(history.entries().len(), 2);
        assert_eq!(now(&history), &stack(0.3));
        set(&mut history, (1, "b"), 0.4);
        set(&mut history, (1, "a"), 0.5);
        assert_eq!(history.entries().len(), 4, "another slider between makes it two");
    }

    #[test]
    fn a_slider_that_rested_begins_a_new_step() {
        let mut history = History::default();
        // Closely after another, however long it takes all together.
        for (value, at_ms) in [(0.1, 0.0), (0.2, 900.0), (0.3, 1800.0), (0.4, 2800.0)] {
            set_at(&mut history, (1, "a"), value, at_ms);
        }
        assert_eq!(history.entries().len(), 3);
        assert_eq!(history.go(1), Some(&stack(0.3)));
    }

    #[test]
    fn a_slider_that_another_hand_takes_begins_a_new_step() {
        let mut history = History::default();
        set(&mut history, (1, "a"), 0.1);
        history.end_gesture();
        set(&mut history, (1, "a"), 0.2);
        assert_eq!(history.entries().len(), 3);
    }

    #[test]
    fn a_slider_that_moves_after_undoing_takes_a_step_of_its_own() {
        let mut history = History::default();
        set(&mut history, (1, "a"), 0.1);
        set(&mut history, (2, "a"), 0.2);
        history.go(1);
        set(&mut history, (1, "a"), 0.3);
        assert_eq!(history.entries().len(), 3);
        assert_eq!(history.go(1), Some(&stack(0.1)));
    }

    #[test]
    fn what_is_no_slider_is_a_step_each_time() {
        let mut history = History::default();
        let exposure = spec("exposure").unwrap();
        history.record(Change::Switched(exposure, false), None, stack(0.0));
        history.record(Change::Switched(exposure, true), None, stack(0.0));
        assert_eq!(history.entries().len(), 3);
    }

    #[test]
    fn the_oldest_steps_go_first() {
        let mut history = History::default();
        for count in 0..MAX_ENTRIES + 9 {
            set(&mut history, (count as u32, "a"), 0.1);
        }
        assert_eq!((history.entries().len(), history.at()), (MAX_ENTRIES, MAX_ENTRIES - 1));
        assert!(history.go(0).is_some() && history.undoable().is_none());
    }

    fn with_lut(stack: &Stack, name: &str) -> (Stack, Change) {
        let mut stack = stack.clone();
        let filter = spec("colour-table").unwrap();
        stack.set_table(1, Some(LutFile { name: name.to_owned(), text: name.into() }));
        (stack, Change::Table { filter, file: name.to_owned() })
    }

    fn lut_name(stack: &Stack) -> Option<&str> {
        Some(&stack.layer(1)?.table.as_ref()?.name)
    }

    #[test]
    fn a_rejected_lut_is_in_no_entry_and_the_one_before_it_is_back() {
        let mut history = History::default();
        let mut stack = Stack::default();
        stack.add(spec("colour-table").unwrap());
        history.record(Change::Added(spec("colour-table").unwrap()), None, stack.clone());
        let (stack, change) = with_lut(&stack, "good.cube");
        history.record(change, None, stack.clone());
        let (mut stack, change) = with_lut(&stack, "bad.cube");
        history.record(change, None, stack.clone());
        stack.add(spec("sepia").unwrap());
        history.record(Change::Added(spec("sepia").unwrap()), None, stack);
        assert_eq!(history.reject_lut(1).map(|lut| lut.name).as_deref(), Some("bad.cube"));
        assert_eq!((history.at(), history.entries().len()), (3, 4));
        let names: Vec<_> = history.entries().iter().map(|entry| lut_name(&entry.stack)).collect();
        assert_eq!(names, [None, None, Some("good.cube"), Some("good.cube")]);
        assert_eq!(history.stack().layers().len(), 2, "what was done after it stays");
    }

    #[test]
    fn a_rejected_lut_does_not_come_back_by_redo() {
        let mut history = History::default();
        let mut stack = Stack::default();
        stack.add(spec("colour-table").unwrap());
        history.record(Change::Added(spec("colour-table").unwrap()), None, stack.clone());
        let (stack, change) = with_lut(&stack, "bad.cube");
        history.record(change, None, stack);
        history.reject_lut(1);
        assert_eq!((history.at(), history.redoable()), (1, None));
        history.go(0);
        history.go(1);
        assert_eq!(lut_name(history.stack()), None);
        assert!(history.reject_lut(1).is_none());
    }

    #[test]
    fn a_new_layer_has_no_key_that_an_undone_one_has() {
        let mut history = History::default();
        history.record(Change::Added(spec("exposure").unwrap()), None, stack(0.0));
        history.go(0);
        let key = history.editable_stack().add(spec("sepia").unwrap());
        assert!(history.entries()[1].stack.layer(key).is_none());
    }
}
