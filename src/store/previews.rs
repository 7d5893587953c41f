//! Thumbnails to choose presets and filters by, and the preview of a filter on the photo itself.

use leptos::prelude::*;
use safelight_kernels::{SPECS, Spec};
use safelight_recipe::{FilterStep, PRESETS, Recipe};

use crate::{
    model::stack::{FilterLayer, Stack},
    services::worker::scheduler::thumbnail_queue::{ThumbnailKind, ThumbnailRequest},
    store::Store,
};

/// The box that a thumbnail fits into, in pixels: it nearly fills its place on the densest screens.
pub const THUMBNAIL_SIZE: (u32, u32) = (176, 118);

impl Store {
    /// Previews a filter on top of the stack with its example settings, as its thumbnail has it; or none.
    pub fn preview_filter(&self, filter: Option<&'static Spec>) {
        if self.edit.preview.with_untracked(|layer| layer.as_ref().map(|layer| layer.filter)) != filter {
            let photo = self.documents.photo.with_untracked(|photo| photo.as_ref().map(|photo| photo.size));
            let photo = photo.unwrap_or(THUMBNAIL_SIZE);
            self.edit.set_preview(filter.map(|filter| example(filter, photo)));
        }
    }

    /// Requests a thumbnail of the original, and of each preset.
    pub fn request_preset_thumbnails(&self) {
        let looks = PRESETS.iter().map(safelight_recipe::Preset::recipe);
        let recipes = std::iter::once(Recipe::new(Vec::new())).chain(looks).collect();
        self.request_thumbnails(ThumbnailKind::PresetList, Some(recipes));
    }

    /// Requests a thumbnail of each filter on top of the stack, unless they are there.
    pub fn request_filter_thumbnails(&self) {
        let below = self.edit.stack.with_untracked(Stack::recipe);
        if !self.thumbnails.request_filters(&below) {
            return;
        }
        let on_top = |filter: &&'static Spec| {
            Recipe::new(below.steps.iter().cloned().chain([FilterStep::example(filter)]).collect())
        };
        let recipes = SPECS.iter().map(on_top).collect();
        self.request_thumbnails(ThumbnailKind::Filters, Some(recipes));
    }

    /// Requests no more thumbnails of filters.
    pub fn cancel_filter_thumbnails(&self) {
        self.request_thumbnails(ThumbnailKind::Filters, None);
    }

    /// Requests a thumbnail of each user preset.
    pub fn request_user_preset_thumbnails(&self) {
        let (keys, recipes): (Vec<_>, Vec<_>) = self.presets.list.with_untracked(|list| {
            list.all().iter().map(|preset| (preset.key, preset.recipe.clone())).unzip()
        });
        self.thumbnails.request_user_presets(keys);
        self.request_thumbnails(ThumbnailKind::UserPresetStore, (!recipes.is_empty()).then_some(recipes));
    }

    /// Requests thumbnails of these recipes, or no more of this kind.
    pub(super) fn request_thumbnails(&self, kind: ThumbnailKind, recipes: Option<Vec<Recipe>>) {
        let request = recipes.map(|recipes| ThumbnailRequest { recipes, size: THUMBNAIL_SIZE });
        self.jobs.worker.with_value(|worker| worker.request_thumbnails(kind, request));
    }
}

/// A filter on a photo of this size as it is on the small picture: lengths that are there to be seen grow with it.
fn example(filter: &'static Spec, photo: (u32, u32)) -> FilterLayer {
    let mut step = FilterStep::example(filter);
    let larger = |side: u32, print: u32| f64::from(side) / f64::from(print);
    let scale = larger(photo.0, THUMBNAIL_SIZE.0).min(larger(photo.1, THUMBNAIL_SIZE.1)).max(1.0);
    for param in filter.params.iter().filter(|param| param.unit == "px") {
        if let Some(length) = step.values.get_mut(param.id) {
            *length = (*length * scale).round();
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
        assert_eq!(value("gaussian-blur", THUMBNAIL_SIZE), 3.0);
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
