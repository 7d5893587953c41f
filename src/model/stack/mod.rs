//! The stack of filters as plain data.

pub mod geometry;
pub mod preset;
pub mod reorient;

use std::sync::Arc;

use safelight_kernels::{Kind, Spec, spec};
use safelight_recipe::{FULL_STRENGTH, FilterStep, MAX_STEPS, Recipe};

/// Filters in the order in which they run.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Stack {
    layers: Vec<FilterLayer>,
    last_key: u32,
}

/// One filter of the stack.
#[derive(Debug, Clone, PartialEq)]
pub struct FilterLayer {
    /// Names this row for as long as it lives, wherever it is moved.
    pub key: u32,
    /// Which filter.
    pub filter: &'static Spec,
    /// Whether it takes part.
    pub on: bool,
    /// Its settings, in the order of [`Spec::params`].
    pub values: Vec<f64>,
    /// How much of its result is mixed with what it was given, in per cent.
    pub strength: f64,
    /// Its table of colours, if it takes one and was given one.
    pub table: Option<LutFile>,
}

/// A table of colours, as it came.
#[derive(Debug, Clone, PartialEq)]
pub struct LutFile {
    /// The file's name.
    pub name: String,
    /// The file: its text, as the recipe has it.
    pub text: Arc<str>,
}

impl LutFile {
    /// The table of a step, whose file has no name any more.
    pub fn of(step: &FilterStep) -> Option<Self> {
        step.cube.clone().map(|text| Self { name: "recipe.cube".to_owned(), text })
    }
}

impl FilterLayer {
    /// A row of this filter with the settings of a step, each held to its range.
    pub fn of(step: &FilterStep, filter: &'static Spec) -> Self {
        let values = step.values_for(filter).into_iter().zip(filter.params);
        let values = values.map(|(value, param)| value.clamp(param.min, param.max)).collect();
        let strength = step.strength.clamp(0.0, FULL_STRENGTH);
        Self { key: 0, filter, on: true, values, strength, table: None }
    }

    /// What the engine is asked to do.
    pub fn step(&self) -> FilterStep {
        FilterStep {
            values: self.filter.params.iter().zip(&self.values).map(|(p, v)| (p.id.to_owned(), *v)).collect(),
            cube: self.table.as_ref().map(|table| table.text.clone()),
            strength: self.strength,
            ..FilterStep::new(self.filter.id)
        }
    }

    /// Whether its result can be mixed with what it was given: not where pixels move or the size changes.
    pub fn supports_opacity(&self) -> bool {
        !matches!(self.filter.kind, Kind::Geometry(_))
    }

    /// Whether anything was set.
    pub fn is_changed(&self) -> bool {
        let moved = |(param, value): (&safelight_kernels::Param, &f64)| param.default != *value;
        self.strength != FULL_STRENGTH
            || self.table.is_some()
            || self.filter.params.iter().zip(&self.values).any(moved)
    }

    fn new(key: u32, filter: &'static Spec) -> Self {
        let values = filter.params.iter().map(|param| param.default).collect();
        Self { key, filter, on: true, values, strength: FULL_STRENGTH, table: None }
    }
}

impl Stack {
    /// The stack of these rows.
    pub fn of(layers: Vec<FilterLayer>) -> Self {
        let last_key = layers.iter().map(|layer| layer.key).max().unwrap_or_default();
        Self { layers, last_key }
    }

    /// All rows, first filter first.
    pub fn layers(&self) -> &[FilterLayer] {
        &self.layers
    }

    /// The row of this key.
    pub fn layer(&self, key: u32) -> Option<&FilterLayer> {
        self.layers.iter().find(|layer| layer.key == key)
    }

    /// Puts a filter with its defaults at the end; returns its key.
    pub fn add(&mut self, filter: &'static Spec) -> u32 {
        self.last_key += 1;
        self.layers.push(FilterLayer::new(self.last_key, filter));
        self.last_key
    }

    /// The stack with a row on top that is only tried, where there is room for it; or as it is.
    pub fn with(&self, trial: Option<&FilterLayer>) -> Self {
        let mut stack = self.clone();
        stack.layers.extend(trial.filter(|_| !self.is_full()).cloned());
        stack
    }

    /// Whether it takes no more rows.
    pub fn is_full(&self) -> bool {
        self.layers.len() >= MAX_STEPS
    }

    /// Whether it has more rows than it takes.
    pub fn is_overfull(&self) -> bool {
        self.layers.len() > MAX_STEPS
    }

    /// Puts a row of the same settings behind this one; returns its key.
    pub fn duplicate(&mut self, key: u32) -> Option<u32> {
        let place = self.place(key)?;
        self.last_key += 1;
        let layer = FilterLayer { key: self.last_key, ..self.layers[place].clone() };
        self.layers.insert(place + 1, layer);
        Some(self.last_key)
    }

    /// Puts every setting of a row back to its default; its table of colours stays. Whether that changed anything.
    pub fn reset(&mut self, key: u32) -> bool {
        self.layer_mut(key).is_some_and(|layer| {
            let FilterLayer { filter, on, table, .. } = layer.clone();
            let fresh = FilterLayer { on, table, ..FilterLayer::new(key, filter) };
            std::mem::replace(layer, fresh) != *layer
        })
    }

    /// Sets how much of a filter's result is mixed with what it was given, in per cent; whether that is another
    /// strength.
    pub fn set_strength(&mut self, key: u32, per_cent: f64) -> bool {
        let layer = self.layer_mut(key).filter(|layer| layer.supports_opacity() && per_cent.is_finite());
        layer.is_some_and(|layer| replaced(&mut layer.strength, per_cent.clamp(0.0, FULL_STRENGTH)))
    }

    /// Switches all rows on or off.
    pub fn switch_all(&mut self, on: bool) {
        for layer in &mut self.layers {
            layer.on = on;
        }
    }

    /// Takes the rows of another stack in place of its own.
    pub fn paste(&mut self, other: &Self) {
        self.layers.clone_from(&other.layers);
        for layer in &mut self.layers {
            self.last_key += 1;
            layer.key = self.last_key;
        }
    }

    /// Takes all rows out.
    pub fn clear(&mut self) {
        self.layers.clear();
    }

    /// Takes a row out.
    pub fn remove(&mut self, key: u32) {
        self.layers.retain(|layer| layer.key != key);
    }

    /// Switches a row on or off.
    pub fn switch(&mut self, key: u32, on: bool) {
        if let Some(layer) = self.layer_mut(key) {
            layer.on = on;
        }
    }

    /// Sets one setting, held to its range; whether that is another value.
    pub fn set(&mut self, key: u32, param: usize, value: f64) -> bool {
        let Some(layer) = self.layer_mut(key).filter(|_| value.is_finite()) else { return false };
        let spec = layer.filter.params.get(param);
        spec.is_some_and(|spec| replaced(&mut layer.values[param], value.clamp(spec.min, spec.max)))
    }

    /// Gives a filter a table of colours, or takes it away.
    pub fn set_table(&mut self, key: u32, table: Option<LutFile>) {
        if let Some(layer) = self.layer_mut(key) {
            layer.table = table;
        }
    }

    /// Moves a row to this place, counted from 0; beyond the end is the end.
    pub fn move_to(&mut self, key: u32, place: usize) {
        if let Some(from) = self.place(key) {
            let layer = self.layers.remove(from);
            self.layers.insert(place.min(self.layers.len()), layer);
        }
    }

    /// Takes the filters of a recipe in place of its own. Filters that there are none of are left out.
    pub fn follow(&mut self, recipe: &Recipe) {
        self.layers.clear();
        for step in &recipe.steps {
            let Some(filter) = spec(&step.filter) else { continue };
            self.last_key += 1;
            self.layers.push(FilterLayer {
                key: self.last_key,
                table: LutFile::of(step),
                ..FilterLayer::of(step, filter)
            });
        }
    }

    /// Gives no layer a key from here on that a layer of this other stack may have.
    pub fn reserve_keys(&mut self, other: &Self) {
        self.last_key = self.last_key.max(other.last_key);
    }

    /// Where a row stands, counted from 0.
    pub fn place(&self, key: u32) -> Option<usize> {
        self.layers.iter().position(|layer| layer.key == key)
    }

    /// What the engine is asked to do: the rows that are on.
    pub fn recipe(&self) -> Recipe {
        self.recipe_of(|_| true)
    }

    /// The original, framed as the picture is: of the rows that are on, those that change its geometry.
    pub fn original(&self) -> Recipe {
        self.recipe_of(|layer| matches!(layer.filter.kind, Kind::Geometry(_)))
    }

    /// The size that the rows that are on make of a picture of this size. Asked of the rows themselves, and not of the
    /// registry: a first visit would load all of it.
    pub fn size_after(&self, before: (u32, u32)) -> (u32, u32) {
        let on = self.layers.iter().filter(|layer| layer.on);
        on.fold(before, |size, layer| layer.filter.size_after(&layer.values, size))
    }

    fn recipe_of(&self, takes_part: fn(&FilterLayer) -> bool) -> Recipe {
        Recipe::new(
            self.layers.iter().filter(|layer| layer.on && takes_part(layer)).map(FilterLayer::step).collect(),
        )
    }

    fn layer_mut(&mut self, key: u32) -> Option<&mut FilterLayer> {
        self.layers.iter_mut().find(|layer| layer.key == key)
    }
}

/// Puts a number in another's place; whether it is another.
fn replaced(place: &mut f64, value: f64) -> bool {
    std::mem::replace(place, value) != value
}

#[cfg(test)]
mod tests {
    use safelight_kernels::SPECS;

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
    fn the_stack_knows_sizes_as_its_recipe_does() {
        let mut stack = stack(&SPECS.iter().map(|spec| spec.id).collect::<Vec<_>>());
        let turned = stack.layers().iter().find(|layer| layer.filter.id == "rotate").map(|layer| layer.key);
        stack.set(turned.unwrap(), 0, 90.0);
        assert_eq!(stack.size_after((300, 200)), stack.recipe().size_after((300, 200)));
        let cropped_size = stack.original();
        assert_eq!(stack.size_after((300, 200)), cropped_size.size_after((300, 200)));
        assert!(!cropped_size.steps.is_empty() && cropped_size.steps.len() < stack.recipe().steps.len());
    }

    #[test]
    fn a_row_keeps_its_key_when_it_moves() {
        let mut stack = stack(&["sepia", "invert", "grayscale"]);
        stack.move_to(3, 0);
        assert_eq!(ids(&stack), ["grayscale", "sepia", "invert"]);
        assert_eq!(stack.layer(3).unwrap().filter.id, "grayscale");
        stack.move_to(3, 99);
        assert_eq!(ids(&stack), ["sepia", "invert", "grayscale"]);
    }

    #[test]
    fn a_stack_that_follows_a_recipe_makes_that_recipe() {
        let mut stack = stack(&SPECS.iter().map(|spec| spec.id).collect::<Vec<_>>());
        let recipe = stack.recipe();
        stack.follow(&recipe);
        assert_eq!((stack.recipe(), stack.layers()[0].key), (recipe, SPECS.len() as u32 + 1));
    }

    #[test]
    fn strength_goes_into_the_recipe_and_stays_full_where_pixels_move() {
        let mut stack = stack(&["sepia", "flip"]);
        stack.set_strength(1, 40.0);
        stack.set_strength(2, 40.0);
        let strengths: Vec<_> = stack.recipe().steps.iter().map(|step| step.strength).collect();
        assert_eq!(strengths, [40.0, 100.0]);
        stack.set_strength(1, 400.0);
        assert_eq!(stack.layer(1).unwrap().strength, 100.0);
    }

    #[test]
    fn what_is_tried_stands_on_top_where_there_is_room() {
        let sepia = FilterLayer::of(&FilterStep::new("sepia"), spec("sepia").unwrap());
        assert_eq!(ids(&stack(&["invert"]).with(Some(&sepia))), ["invert", "sepia"]);
        assert_eq!(ids(&stack(&["invert"]).with(None)), ["invert"]);
        let full = stack(&["invert"; MAX_STEPS]);
        assert_eq!(full.with(Some(&sepia)), full);
    }

    #[test]
    fn what_is_set_to_what_it_is_is_no_change() {
        let mut stack = stack(&["brightness", "flip"]);
        assert!(stack.set(1, 0, 400.0) && !stack.set(1, 0, 100.0) && !stack.set(1, 0, f64::NAN));
        assert!(stack.set_strength(1, 40.0) && !stack.set_strength(1, 40.0));
        assert!(!stack.set_strength(2, 40.0) && !stack.set(1, 9, 1.0) && !stack.set(9, 0, 1.0));
    }

    #[test]
    fn a_duplicate_stands_behind_its_original_with_its_settings() {
        let mut stack = stack(&["brightness", "invert"]);
        stack.set(1, 0, 30.0);
        stack.switch(1, false);
        assert_eq!(stack.duplicate(1), Some(3));
        assert_eq!(stack.layers().iter().map(|layer| layer.key).collect::<Vec<_>>(), [1, 3, 2]);
        let copy = stack.layer(3).unwrap();
        assert_eq!((copy.values[0], copy.on), (30.0, false));
        assert_eq!(stack.duplicate(99), None);
    }

    #[test]
    fn a_row_knows_whether_it_was_changed_and_is_reset() {
        let mut stack = stack(&["brightness"]);
        assert!(!stack.layer(1).unwrap().is_changed());
        stack.set(1, 0, 30.0);
        assert!(stack.layer(1).unwrap().is_changed());
        assert!(stack.reset(1) && !stack.reset(1));
        stack.set_strength(1, 99.0);
        assert!(stack.layer(1).unwrap().is_changed());
        stack.switch(1, false);
        stack.reset(1);
        let layer = stack.layer(1).unwrap();
        assert!(!layer.is_changed() && !layer.on, "off stays off");
    }

    #[test]
    fn keys_are_never_used_twice() {
        let mut stack = stack(&["sepia"]);
        stack.remove(1);
        assert_eq!(stack.add(spec("sepia").unwrap()), 2);
        let mut earlier = Stack::default();
        earlier.reserve_keys(&stack);
        stack = earlier;
        assert_eq!((stack.layers().len(), stack.add(spec("sepia").unwrap())), (0, 3));
        let copy = stack.clone();
        stack.paste(&copy);
        assert_eq!((stack.layers()[0].key, stack.recipe()), (4, copy.recipe()));
        stack.clear();
        assert_eq!(stack.add(spec("sepia").unwrap()), 5);
    }
}
