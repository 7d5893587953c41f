//! A look on a stack: a recipe takes the place of all that colours the photo, and the frame stays.

use safelight_kernels::{Kind, Spec, spec};
use safelight_recipe::{FilterStep, Recipe};

use crate::model::stack::{FilterLayer, LutFile, Stack};

impl Stack {
    /// Takes a look's filters in place of all others, except those that frame the photo: who has cropped wants to see
    /// the look on what is left. A look that frames the photo itself takes their place as well. Filters that there are
    /// none of are left out.
    pub fn apply_preset(&mut self, look: &Recipe) {
        if frames(look) {
            return self.follow(look);
        }
        self.layers.retain(|layer| is_frame(layer.filter));
        for step in &look.steps {
            let Some(filter) = spec(&step.filter) else { continue };
            self.last_key += 1;
            let table = LutFile::of(step);
            self.layers.push(FilterLayer { key: self.last_key, table, ..FilterLayer::of(step, filter) });
        }
    }

    /// Whether it is this look, unchanged, in whatever frame.
    pub fn matches_preset(&self, look: &Recipe) -> bool {
        let whole = frames(look);
        let mut layers = self.layers.iter().filter(|layer| whole || !is_frame(layer.filter));
        let is_worn = |step: &FilterStep| {
            layers.next().is_some_and(|layer| {
                layer.on
                    && layer.table.as_ref().map(|table| &table.text) == step.cube.as_ref()
                    && layer.filter.id == step.filter
                    && layer.strength == step.strength
                    && layer.values == step.values_for(layer.filter)
            })
        };
        look.steps.iter().all(is_worn) && layers.next().is_none()
    }
}

fn is_frame(filter: &Spec) -> bool {
    matches!(filter.kind, Kind::Geometry(_))
}

fn frames(look: &Recipe) -> bool {
    look.steps.iter().filter_map(|step| spec(&step.filter)).any(is_frame)
}

#[cfg(test)]
mod tests {
    use safelight_recipe::PRESETS;

    use super::*;

    #[test]
    fn every_look_is_worn_and_known_again() {
        for look in PRESETS {
            let mut stack = Stack::default();
            stack.apply_preset(&look.recipe());
            assert_eq!(stack.layers().len(), look.recipe().steps.len(), "{}", look.id);
            let worn: Vec<_> = PRESETS
                .iter()
                .filter(|other| stack.matches_preset(&other.recipe()))
                .map(|other| other.id)
                .collect();
            assert_eq!(worn, [look.id]);
        }
    }

    #[test]
    fn the_frame_stays_and_all_else_goes() {
        let mut stack = Stack::default();
        for id in ["sepia", "crop", "invert", "rotate"] {
            stack.add(spec(id).unwrap());
        }
        let look = PRESETS[0].recipe();
        stack.apply_preset(&look);
        let ids: Vec<_> = stack.layers().iter().map(|layer| layer.filter.id).collect();
        assert_eq!(ids[..2], ["crop", "rotate"]);
        assert!(stack.matches_preset(&look));
        stack.apply_preset(&Recipe::new(vec![]));
        assert_eq!(stack.layers().len(), 2);
        assert!(stack.matches_preset(&Recipe::new(vec![])));
    }

    #[test]
    fn a_look_that_frames_the_photo_takes_the_whole_stack() {
        let mut user_presets = Stack::default();
        for id in ["crop", "colour-table", "invert"] {
            user_presets.add(spec(id).unwrap());
        }
        let table = LutFile { name: "film.cube".to_owned(), text: "LUT_3D_SIZE 2".into() };
        user_presets.set_table(user_presets.layers()[1].key, Some(table));
        let look = user_presets.recipe();
        let mut stack = Stack::default();
        stack.add(spec("rotate").unwrap());
        assert!(!stack.matches_preset(&look));
        stack.apply_preset(&look);
        assert_eq!(stack.recipe(), look);
        assert!(stack.matches_preset(&look));
        stack.set_table(stack.layers()[1].key, None);
        assert!(!stack.matches_preset(&look), "it has lost its table");
    }

    #[test]
    fn a_changed_look_is_none() {
        let look = PRESETS[0].recipe();
        let mut worn = Stack::default();
        worn.apply_preset(&look);
        let key = worn.layers()[0].key;
        let change = |change: fn(&mut Stack, u32)| {
            let mut stack = worn.clone();
            change(&mut stack, key);
            stack.matches_preset(&look)
        };
        assert!(change(|_, _| {}));
        assert!(!change(|stack, key| stack.switch(key, false)));
        assert!(!change(|stack, key| assert!(stack.set_strength(key, 50.0))));
        assert!(!change(|stack, key| assert!(stack.set(key, 0, 1.5))));
        assert!(!change(Stack::remove));
        assert!(!change(|stack, _| {
            stack.add(spec("invert").unwrap());
        }));
    }
}
