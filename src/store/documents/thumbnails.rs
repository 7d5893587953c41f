//! Small pictures that came from the worker, kept to be drawn wherever their place is.

use std::rc::Rc;

use js_sys::ArrayBuffer;
use leptos::prelude::*;
use web_sys::HtmlCanvasElement;

use crate::{
    platform::canvas, services::worker::background_job::Errand,
    services::worker::scheduler::thumbnail_queue::Sheet,
};

/// A sheet of pictures.
#[derive(Debug, Clone)]
pub struct Contact {
    pictures: Vec<Picture>,
}

/// One of them, somewhere in a buffer.
#[derive(Debug, Clone)]
struct Picture {
    key: u32,
    size: (u32, u32),
    start: u32,
    pixels: ArrayBuffer,
}

/// The sheets that are there. A handle: copy it freely.
#[derive(Clone, Copy)]
pub struct Contacts {
    looks: RwSignal<Option<Rc<Contact>>, LocalStorage>,
    own: RwSignal<Option<Rc<Contact>>, LocalStorage>,
    filters: RwSignal<Option<Rc<Contact>>, LocalStorage>,
    shots: RwSignal<Option<Rc<Contact>>, LocalStorage>,
    /// The picture of a photo that stands aside, while it is made.
    pub errand: StoredValue<Option<Errand>, LocalStorage>,
}

impl Contact {
    /// Pictures of these names and sizes, one behind the other.
    pub fn new(keys: Vec<u32>, sizes: Vec<(u32, u32)>, pixels: &ArrayBuffer) -> Self {
        let mut start = 0;
        let picture = |(key, size): (u32, (u32, u32))| {
            let picture = Picture { key, size, start, pixels: pixels.clone() };
            start += size.0 * size.1 * 4;
            picture
        };
        Self { pictures: keys.into_iter().zip(sizes).map(picture).collect() }
    }

    /// These, and those of another sheet that have other names.
    pub fn and(mut self, others: &Self) -> Self {
        let is_new = |other: &&Picture| self.pictures.iter().all(|picture| picture.key != other.key);
        let others: Vec<_> = others.pictures.iter().filter(is_new).cloned().collect();
        self.pictures.extend(others);
        self
    }

    /// Draws the one of this name, if there is one.
    pub fn draw(&self, key: u32, canvas: &HtmlCanvasElement) {
        let found = self.pictures.iter().find(|picture| picture.key == key && picture.size.0 > 0);
        if let Some(Picture { size, start, pixels, .. }) = found {
            canvas::put(canvas, pixels, *start, *size);
        }
    }
}

impl Default for Contacts {
    fn default() -> Self {
        Self {
            looks: RwSignal::new_local(None),
            own: RwSignal::new_local(None),
            filters: RwSignal::new_local(None),
            shots: RwSignal::new_local(None),
            errand: StoredValue::new_local(None),
        }
    }
}

impl Contacts {
    /// The sheet of this kind.
    pub fn of(self, sheet: Sheet) -> RwSignal<Option<Rc<Contact>>, LocalStorage> {
        match sheet {
            Sheet::Looks => self.looks,
            Sheet::Own => self.own,
            Sheet::Filters => self.filters,
            Sheet::Shots => self.shots,
        }
    }

    /// Forgets all that are of one photo: another is open.
    pub fn clear(self) {
        self.looks.set(None);
        self.own.set(None);
        self.filters.set(None);
    }
}
