//! The stack of filters as plain data.

use std::sync::Arc;

use safelight_kernels::{Kind, Spec, spec};
use safelight_recipe::{Recipe, Step};

use crate::number::held;

/// Filters in the order in which they run.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Stack {
    rows: Vec<Row>,
    last_key: u32,
}

/// One filter of the stack.
#[derive(Debug, Clone, PartialEq)]
pub struct Row {
    /// Names this row for as long as it lives, wherever it is moved.
    pub key: u32,
    /// Which filter.
    pub filter: &'static Spec,
    /// Whether it takes part.
    pub on: bool,
    /// Its settings, in the order of [`Spec::params`].
    pub values: Vec<f64>,
    /// Its table of colours, if it takes one and was given one.
    pub table: Option<Table>,
}

/// A table of colours, as it came.
#[derive(Debug, Clone, PartialEq)]
pub struct Table {
    /// The file's name.
    pub name: String,
    /// The file: its text, as the recipe has it.
    pub text: Arc<str>,
}

impl Stack {
    /// All rows, first filter first.
    pub fn rows(&self) -> &[Row] {
        &self.rows
    }

    /// The row of this key.
    pub fn row(&self, key: u32) -> Option<&Row> {
        self.rows.iter().find(|row| row.key == key)
    }

    /// Puts a filter with its defaults at the end; returns its key.
    pub fn add(&mut self, filter: &'static Spec) -> u32 {
        self.last_key += 1;
        let values = filter.params.iter().map(|param| param.default).collect();
        self.rows.push(Row { key: self.last_key, filter, on: true, values, table: None });
        self.last_key
    }

    /// Takes a row out.
    pub fn remove(&mut self, key: u32) {
        self.rows.retain(|row| row.key != key);
    }

    /// Switches a row on or off.
    pub fn switch(&mut self, key: u32, on: bool) {
        if let Some(row) = self.row_mut(key) {
            row.on = on;
        }
    }

    /// Sets one setting, held to its range.
    pub fn set(&mut self, key: u32, param: usize, value: f64) {
        if let Some(row) = self.row_mut(key)
            && let Some(spec) = row.filter.params.get(param)
            && value.is_finite()
        {
            row.values[param] = held(value, spec.min, spec.max);
        }
    }

    /// Gives a filter a table of colours, or takes it away.
    pub fn set_table(&mut self, key: u32, table: Option<Table>) {
        if let Some(row) = self.row_mut(key) {
            row.table = table;
        }
    }

    /// Moves a row to this place, counted from 0; beyond the end is the end.
    pub fn move_to(&mut self, key: u32, place: usize) {
        if let Some(from) = self.place(key) {
            let row = self.rows.remove(from);
            self.rows.insert(place.min(self.rows.len()), row);
        }
    }

    /// Where a row stands, counted from 0.
    pub fn place(&self, key: u32) -> Option<usize> {
        self.rows.iter().position(|row| row.key == key)
    }

    /// What the engine is asked to do: the rows that are on.
    pub fn recipe(&self) -> Recipe {
        let step = |row: &Row| Step {
            values: row.filter.params.iter().zip(&row.values).map(|(p, v)| (p.id.to_owned(), *v)).collect(),
            cube: row.table.as_ref().map(|table| table.text.clone()),
            ..Step::new(row.filter.id)
        };
        Recipe::new(self.rows.iter().filter(|row| row.on).map(step).collect())
    }

    /// The original, framed as the picture is: of the rows that are on, those that change its geometry.
    pub fn original(&self) -> Recipe {
        let mut recipe = self.recipe();
        recipe
            .steps
            .retain(|step| matches!(spec(&step.filter).map(|spec| spec.kind), Some(Kind::Geometry(_))));
        recipe
    }

    fn row_mut(&mut self, key: u32) -> Option<&mut Row> {
        self.rows.iter_mut().find(|row| row.key == key)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn stack(ids: &[&str]) -> Stack {
        let mut stack = Stack::default();
        for id in ids {
            stack.add(spec(id).unwrap());
        }
        stack
    }

    fn ids(stack: &Stack) -> Vec<String> {
        stack.recipe().steps.into_iter().map(|step| step.filter).collect()
    }

    #[test]
    fn the_recipe_holds_the_rows_that_are_on_in_order() {
        let mut stack = stack(&["sepia", "invert", "grayscale"]);
        stack.switch(2, false);
        assert_eq!(ids(&stack), ["sepia", "grayscale"]);
        stack.switch(2, true);
        assert_eq!(ids(&stack), ["sepia", "invert", "grayscale"]);
    }

    #[test]
    fn a_row_keeps_its_key_when_it_moves() {
        let mut stack = stack(&["sepia", "invert", "grayscale"]);
        stack.move_to(3, 0);
        assert_eq!(ids(&stack), ["grayscale", "sepia", "invert"]);
        assert_eq!(stack.row(3).unwrap().filter.id, "grayscale");
        stack.move_to(3, 99);
        assert_eq!(ids(&stack), ["sepia", "invert", "grayscale"]);
    }

    #[test]
    fn keys_are_never_used_twice() {
        let mut stack = stack(&["sepia"]);
        stack.remove(1);
        assert_eq!(stack.add(spec("sepia").unwrap()), 2);
    }
}
