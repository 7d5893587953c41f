//! Thumbnails of presets, filters and photos. This part alone writes them.

pub mod sheet;

use std::rc::Rc;

use js_sys::ArrayBuffer;
use leptos::prelude::*;
use safelight_recipe::Recipe;

use crate::{
    services::worker::{background_job::BackgroundJob, scheduler::thumbnail_queue::ThumbnailKind},
    store::thumbnails::sheet::ThumbnailSheet,
};

/// A sheet, if it is there.
type SheetSignal = RwSignal<Option<Rc<ThumbnailSheet>>, LocalStorage>;

/// The sheets that are there, and what was requested. A handle: copy it freely.
#[derive(Clone, Copy)]
pub struct Thumbnails {
    presets: SheetSignal,
    user_presets: SheetSignal,
    filters: SheetSignal,
    photos: SheetSignal,
    requested: StoredValue<Requested>,
    /// The thumbnail of an inactive document, while it is made.
    job: StoredValue<Option<BackgroundJob>, LocalStorage>,
}

/// What the thumbnails are of.
#[derive(Default)]
struct Requested {
    /// The stack that the thumbnails of filters are on top of.
    below_filters: Option<Recipe>,
    /// The keys of the user presets, in the order of their thumbnails.
    user_presets: Vec<u32>,
    /// The active document and its recipe, while its thumbnail is made.
    active: Option<(u32, Recipe)>,
    /// The recipe that each document's thumbnail was made with.
    made: Vec<(u32, Recipe)>,
}

impl Default for Thumbnails {
    fn default() -> Self {
        Self {
            presets: RwSignal::new_local(None),
            user_presets: RwSignal::new_local(None),
            filters: RwSignal::new_local(None),
            photos: RwSignal::new_local(None),
            requested: StoredValue::default(),
            job: StoredValue::new_local(None),
        }
    }
}

impl Thumbnails {
    /// The sheet of this kind, if it is there.
    pub fn of(self, kind: ThumbnailKind) -> ReadSignal<Option<Rc<ThumbnailSheet>>, LocalStorage> {
        self.signal(kind).read_only()
    }

    /// Forgets the thumbnails of one photo: another is open.
    pub fn clear(self) {
        self.presets.set(None);
        self.user_presets.set(None);
        self.filters.set(None);
    }

    /// Ends the job that makes the thumbnail of an inactive document.
    pub fn end_job(self) {
        if let Some(job) = self.job.try_update_value(Option::take).flatten() {
            job.end();
        }
    }

    /// Takes in the thumbnails that the worker made: their sizes, and their RGBA8 pixels one behind the other.
    pub fn receive(self, kind: ThumbnailKind, sizes: Vec<(u32, u32)>, pixels: &ArrayBuffer) {
        let keys = match kind {
            ThumbnailKind::UserPresetStore => {
                self.requested.with_value(|requested| requested.user_presets.clone())
            }
            ThumbnailKind::PresetList | ThumbnailKind::Filters => (0..sizes.len() as u32).collect(),
            ThumbnailKind::Shots => {
                let active = self.requested.try_update_value(|requested| requested.active.take()).flatten();
                if let Some((key, recipe)) = active {
                    self.record_made(key, recipe);
                    self.add_photo(key, sizes, pixels);
                }
                return;
            }
        };
        self.signal(kind).set(Some(Rc::new(ThumbnailSheet::new(keys, sizes, pixels))));
    }

    /// Notes the recipe that a document's thumbnail was made with.
    pub fn record_made(self, key: u32, recipe: Recipe) {
        self.requested.update_value(|requested| {
            requested.made.retain(|(other, _)| *other != key);
            requested.made.push((key, recipe));
        });
    }

    /// Adds the thumbnail of a document, or replaces it.
    pub fn add_photo(self, key: u32, sizes: Vec<(u32, u32)>, pixels: &ArrayBuffer) {
        self.photos.update(|sheet| {
            let new = ThumbnailSheet::new(vec![key], sizes, pixels);
            *sheet = Some(Rc::new(match sheet {
                Some(others) => new.and(others),
                None => new,
            }));
        });
    }

    /// Whether the thumbnail of the document was made with this recipe.
    pub fn is_made(self, key: u32, recipe: &Recipe) -> bool {
        self.requested.with_value(|requested| {
            requested.made.iter().any(|(other, made_with)| *other == key && made_with == recipe)
        })
    }

    /// Notes that the thumbnail of the active document is requested; false if it was already, or is made.
    pub fn request_active(self, key: u32, recipe: &Recipe) -> bool {
        let active = (key, recipe.clone());
        let is_requested = self.requested.with_value(|requested| requested.active.as_ref() == Some(&active));
        let is_new = !is_requested && !self.is_made(key, recipe);
        if is_new {
            self.requested.update_value(|requested| requested.active = Some(active));
        }
        is_new
    }

    /// Notes that thumbnails of filters on top of this recipe are requested; false if they are there.
    pub fn request_filters(self, below: &Recipe) -> bool {
        let is_there = self.filters.with_untracked(Option::is_some)
            && self.requested.with_value(|requested| requested.below_filters.as_ref() == Some(below));
        self.requested.update_value(|requested| requested.below_filters = Some(below.clone()));
        !is_there
    }

    /// Notes the user presets that thumbnails are requested of, in their order.
    pub fn request_user_presets(self, keys: Vec<u32>) {
        self.requested.update_value(|requested| requested.user_presets = keys);
    }

    /// Whether a job makes the thumbnail of an inactive document.
    pub fn has_job(self) -> bool {
        self.job.with_value(Option::is_some)
    }

    /// Sets the job that makes the thumbnail of an inactive document.
    pub fn set_job(self, job: Option<BackgroundJob>) {
        self.job.set_value(job);
    }

    fn signal(self, kind: ThumbnailKind) -> SheetSignal {
        match kind {
            ThumbnailKind::PresetList => self.presets,
            ThumbnailKind::UserPresetStore => self.user_presets,
            ThumbnailKind::Filters => self.filters,
            ThumbnailKind::Shots => self.photos,
        }
    }
}
