//! What is only looked at: a filter that may be added, and small pictures to choose by.

use leptos::prelude::*;
use safelight_kernels::{SPECS, Spec};
use safelight_recipe::{LOOKS, Recipe, showcase};

use super::Session;
use crate::{
    engine::{Prints, Sheet},
    stack::Stack,
};

/// How large small pictures are, in pixels: they fill their places on the densest screens, nearly.
pub(super) const PRINT: (u32, u32) = (176, 118);

impl Session {
    /// Shows the photo as it would be with this filter on top; or as it is.
    pub fn try_on(&self, filter: Option<&'static Spec>) {
        if self.trial.get_untracked() != filter {
            self.trial.set(filter);
        }
    }

    /// Asks for a picture of the original, and of each look.
    pub fn want_looks(&self) {
        let looks = LOOKS.iter().map(safelight_recipe::Look::recipe);
        let recipes = std::iter::once(Recipe::new(Vec::new())).chain(looks).collect();
        self.want_prints(Sheet::Looks, Some(recipes));
    }

    /// Asks for a picture of each filter on top of the stack, unless they are there.
    pub fn want_filters(&self) {
        let below = self.stack.with_untracked(Stack::recipe);
        let is_there = self.contacts.of(Sheet::Filters).with_untracked(Option::is_some)
            && self.notes.with_value(|notes| notes.below_filters.as_ref() == Some(&below));
        if is_there {
            return;
        }
        let on_top = |filter: &&'static Spec| {
            Recipe::new(below.steps.iter().cloned().chain([showcase(filter)]).collect())
        };
        let recipes = SPECS.iter().map(on_top).collect();
        self.want_prints(Sheet::Filters, Some(recipes));
        self.notes.update_value(|notes| notes.below_filters = Some(below));
    }

    /// Asks for no more pictures of filters.
    pub fn unwant_filters(&self) {
        self.want_prints(Sheet::Filters, None);
    }

    pub(super) fn want_prints(&self, sheet: Sheet, recipes: Option<Vec<Recipe>>) {
        let prints = recipes.map(|recipes| Prints { recipes, size: PRINT });
        self.engine.with_value(|engine| engine.want_prints(sheet, prints));
    }
}
