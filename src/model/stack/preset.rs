//! A look on a stack: a recipe takes the place of all that colours the photo, and the frame stays.

use safelight_kernels::{Kind, Spec, spec};
use safelight_recipe::{FilterStep, Recipe};

use crate::model::stack::{Row, Stack, Table};

impl Stack {
    /// Takes a look's filters in place of all others, except those that frame the photo: who has cropped wants to see
    /// the look on what is left. A look that frames the photo itself takes their place as well. Filters that there are
    /// none of are left out.
    pub fn wear(&mut self, look: &Recipe) {
        if frames(look) {
            return self.follow(look);
        }
        self.rows.retain(|row| is_frame(row.filter));
        for step in &look.steps {
            let Some(filter) = spec(&step.filter) else { continue };
            self.last_key += 1;
            let table = Table::of(step);
            self.rows.push(Row { key: self.last_key, table, ..Row::of(step, filter) });
        }
    }

    /// Whether it is this look, unchanged, in whatever frame.
    pub fn wears(&self, look: &Recipe) -> bool {
        let whole = frames(look);
        let mut rows = self.rows.iter().filter(|row| whole || !is_frame(row.filter));
        let is_worn = |step: &FilterStep| {
            rows.next().is_some_and(|row| {
                row.on
                    && row.table.as_ref().map(|table| &table.text) == step.cube.as_ref()
                    && row.filter.id == step.filter
                    && row.strength == step.strength
                    && row.values == step.values_for(row.filter)
            })
        };
        look.steps.iter().all(is_worn) && rows.next().is_none()
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
            stack.wear(&look.recipe());
            assert_eq!(stack.rows().len(), look.recipe().steps.len(), "{}", look.id);
            let worn: Vec<_> =
                PRESETS.iter().filter(|other| stack.wears(&other.recipe())).map(|other| other.id).collect();
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
        stack.wear(&look);
        let ids: Vec<_> = stack.rows().iter().map(|row| row.filter.id).collect();
        assert_eq!(ids[..2], ["crop", "rotate"]);
        assert!(stack.wears(&look));
        stack.wear(&Recipe::new(vec![]));
        assert_eq!(stack.rows().len(), 2);
        assert!(stack.wears(&Recipe::new(vec![])));
    }

    #[test]
    fn a_look_that_frames_the_photo_takes_the_whole_stack() {
        let mut own = Stack::default();
        for id in ["crop", "colour-table", "invert"] {
            own.add(spec(id).unwrap());
        }
        let table = Table { name: "film.cube".to_owned(), text: "LUT_3D_SIZE 2".into() };
        own.set_table(own.rows()[1].key, Some(table));
        let look = own.recipe();
        let mut stack = Stack::default();
        stack.add(spec("rotate").unwrap());
        assert!(!stack.wears(&look));
        stack.wear(&look);
        assert_eq!(stack.recipe(), look);
        assert!(stack.wears(&look));
        stack.set_table(stack.rows()[1].key, None);
        assert!(!stack.wears(&look), "it has lost its table");
    }

    #[test]
    fn a_changed_look_is_none() {
        let look = PRESETS[0].recipe();
        let mut worn = Stack::default();
        worn.wear(&look);
        let key = worn.rows()[0].key;
        let change = |change: fn(&mut Stack, u32)| {
            let mut stack = worn.clone();
            change(&mut stack, key);
            stack.wears(&look)
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
