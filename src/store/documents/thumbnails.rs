//! Small pictures that came from the worker, kept to be drawn wherever their place is.

use std::rc::Rc;

use js_sys::ArrayBuffer;
use leptos::prelude::*;
use web_sys::HtmlCanvasElement;

use crate::{
    platform::canvas, services::worker::background_job::BackgroundJob,
    services::worker::scheduler::thumbnail_queue::ThumbnailKind,
};

/// A sheet of pictures.
#[derive(Debug, Clone)]
pub struct ThumbnailSheet {
    pictures: Vec<Thumbnail>,
}

/// One of them, somewhere in a buffer.
#[derive(Debug, Clone)]
struct Thumbnail {
    key: u32,
    size: (u32, u32),
    start: u32,
    pixels: ArrayBuffer,
}

/// The sheets that are there. A handle: copy it freely.
#[derive(Clone, Copy)]
pub struct Thumbnails {
    looks: RwSignal<Option<Rc<ThumbnailSheet>>, LocalStorage>,
    user_presets: RwSignal<Option<Rc<ThumbnailSheet>>, LocalStorage>,
    filters: RwSignal<Option<Rc<ThumbnailSheet>>, LocalStorage>,
    documents_list: RwSignal<Option<Rc<ThumbnailSheet>>, LocalStorage>,
    /// The picture of a photo that stands aside, while it is made.
    pub job: StoredValue<Option<BackgroundJob>, LocalStorage>,
}

impl ThumbnailSheet {
    /// Pictures of these names and sizes, one behind the other.
    pub fn new(keys: Vec<u32>, sizes: Vec<(u32, u32)>, pixels: &ArrayBuffer) -> Self {
        let mut start = 0;
        let picture = |(key, size): (u32, (u32, u32))| {
            let picture = Thumbnail { key, size, start, pixels: pixels.clone() };
            start += size.0 * size.1 * 4;
            picture
        };
        Self { pictures: keys.into_iter().zip(sizes).map(picture).collect() }
    }

    /// These, and those of another sheet that have other names.
    pub fn and(mut self, others: &Self) -> Self {
        let is_new = |other: &&Thumbnail| self.pictures.iter().all(|picture| picture.key != other.key);
        let others: Vec<_> = others.pictures.iter().filter(is_new).cloned().collect();
        self.pictures.extend(others);
        self
    }

    /// Draws the one of this name, if there is one.
    pub fn draw(&self, key: u32, canvas: &HtmlCanvasElement) {
        let found = self.pictures.iter().find(|picture| picture.key == key && picture.size.0 > 0);
        if let Some(Thumbnail { size, start, pixels, .. }) = found {
            canvas::put(canvas, pixels, *start, *size);
        }
    }
}

impl Default for Thumbnails {
    fn default() -> Self {
        Self {
            looks: RwSignal::new_local(None),
            user_presets: RwSignal::new_local(None),
            filters: RwSignal::new_local(None),
            documents_list: RwSignal::new_local(None),
            job: StoredValue::new_local(None),
        }
    }
}

impl Thumbnails {
    /// The sheet of this kind.
    pub fn of(self, sheet: ThumbnailKind) -> RwSignal<Option<Rc<ThumbnailSheet>>, LocalStorage> {
        match sheet {
            ThumbnailKind::PresetList => self.looks,
            ThumbnailKind::UserPresetStore => self.user_presets,
            ThumbnailKind::Filters => self.filters,
            ThumbnailKind::Shots => self.documents_list,
        }
    }

    /// Forgets all that are of one photo: another is open.
    pub fn clear(self) {
        self.looks.set(None);
        self.user_presets.set(None);
        self.filters.set(None);
    }
}
