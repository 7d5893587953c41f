//! What is only looked at: a filter that may be added, and small pictures to choose by.

use leptos::prelude::*;
use safelight_kernels::{SPECS, Spec};
use safelight_recipe::{FilterStep, PRESETS, Recipe};

use crate::{
    i18n::number,
    model::stack::{FilterLayer, Stack},
    services::worker::scheduler::thumbnail_queue::{ThumbnailKind, ThumbnailRequest},
    store::Store,
};

/// How large small pictures are, in pixels: they fill their places on the densest screens, nearly.
pub const PRINT: (u32, u32) = (176, 118);

impl Store {
    /// Shows the photo with this filter on top, as its small picture has it; or as it is.
    pub fn preview_filter(&self, filter: Option<&'static Spec>) {
        if self.trial.with_untracked(|trial| trial.as_ref().map(|layer| layer.filter)) != filter {
            let photo = self.photo.with_untracked(|photo| photo.as_ref().map_or(PRINT, |photo| photo.size));
            self.trial.set(filter.map(|filter| example(filter, photo)));
        }
    }

    /// Asks for a picture of the original, and of each look.
    pub fn request_preset_thumbnails(&self) {
        let looks = PRESETS.iter().map(safelight_recipe::Preset::recipe);
        let recipes = std::iter::once(Recipe::new(Vec::new())).chain(looks).collect();
        self.request_thumbnails(ThumbnailKind::PresetList, Some(recipes));
    }

    /// Asks for a picture of each filter on top of the stack, unless they are there.
    pub fn request_filter_thumbnails(&self) {
        let below = self.stack.with_untracked(Stack::recipe);
        let is_there = self.thumbnails.of(ThumbnailKind::Filters).with_untracked(Option::is_some)
            && self.notes.with_value(|notes| notes.below_filters.as_ref() == Some(&below));
        if is_there {
            return;
        }
        let on_top = |filter: &&'static Spec| {
            Recipe::new(below.steps.iter().cloned().chain([FilterStep::example(filter)]).collect())
        };
        let recipes = SPECS.iter().map(on_top).collect();
        self.request_thumbnails(ThumbnailKind::Filters, Some(recipes));
        self.notes.update_value(|notes| notes.below_filters = Some(below));
    }

    /// Asks for no more pictures of filters.
    pub fn cancel_filter_thumbnails(&self) {
        self.request_thumbnails(ThumbnailKind::Filters, None);
    }

    pub fn request_thumbnails(&self, sheet: ThumbnailKind, recipes: Option<Vec<Recipe>>) {
        let prints = recipes.map(|recipes| ThumbnailRequest { recipes, size: PRINT });
        self.worker.with_value(|worker| worker.request_thumbnails(sheet, prints));
    }
}

/// A filter on a photo of this size as it is on the small picture: lengths that are there to be seen grow with it.
fn example(filter: &'static Spec, photo: (u32, u32)) -> FilterLayer {
    let mut step = FilterStep::example(filter);
    let larger = |side: u32, print: u32| f64::from(side) / f64::from(print);
    let scale = larger(photo.0, PRINT.0).min(larger(photo.1, PRINT.1)).max(1.0);
    for param in filter.params.iter().filter(|param| param.unit == "px") {
        if let Some(length) = step.values.get_mut(param.id) {
            *length = number::whole(*length * scale);
        }
    }
    FilterLayer::of(&step, filter)
}

#[cfg(test)]
mod tests {
    use safelight_kernels::spec;

    use super::*;

    #[test]
    fn an_example_shows_on_a_large_photo_what_it_shows_on_a_small_picture() {
        let value = |id: &str, photo: (u32, u32)| example(spec(id).unwrap(), photo).values[0];
        assert_eq!(value("gaussian-blur", PRINT), 3.0);
        assert_eq!(value("gaussian-blur", (1760, 1180)), 30.0);
        assert_eq!(value("gaussian-blur", (20, 10)), 3.0);
        // What is no length stays, and all of it stays within its range.
        assert_eq!(value("brightness", (1760, 1180)), 22.0);
        assert_eq!(value("erode", (8800, 6600)), 20.0);
    }

    #[test]
    fn a_filter_that_speaks_for_itself_is_tried_as_it_is_added() {
        let mut stack = Stack::default();
        let key = stack.add(spec("oil-paint").unwrap());
        assert_eq!(
            example(spec("oil-paint").unwrap(), (6000, 4000)).values,
            stack.layer(key).unwrap().values
        );
    }
}
