//! Small pictures that came from the worker, kept to be drawn wherever their place is.

use std::rc::Rc;

use js_sys::ArrayBuffer;
use leptos::prelude::*;
use web_sys::HtmlCanvasElement;

use crate::{engine::Sheet, screen};

/// A sheet of pictures in one buffer, one behind the other.
#[derive(Debug)]
pub struct Contact {
    keys: Vec<u32>,
    sizes: Vec<(u32, u32)>,
    pixels: ArrayBuffer,
}

/// The sheets that are there. A handle: copy it freely.
#[derive(Clone, Copy)]
pub struct Contacts {
    looks: RwSignal<Option<Rc<Contact>>, LocalStorage>,
    own: RwSignal<Option<Rc<Contact>>, LocalStorage>,
    filters: RwSignal<Option<Rc<Contact>>, LocalStorage>,
}

impl Contact {
    /// Pictures of these names and sizes.
    pub fn new(keys: Vec<u32>, sizes: Vec<(u32, u32)>, pixels: ArrayBuffer) -> Self {
        Self { keys, sizes, pixels }
    }

    /// Draws the one of this name, if there is one.
    pub fn draw(&self, key: u32, canvas: &HtmlCanvasElement) {
        let Some(index) = self.keys.iter().position(|other| *other == key) else { return };
        let Some(size) = self.sizes.get(index).copied().filter(|size| size.0 > 0) else { return };
        let start = self.sizes[..index].iter().map(|(width, height)| width * height * 4).sum();
        screen::put(canvas, &self.pixels, start, size);
    }
}

impl Default for Contacts {
    fn default() -> Self {
        Self {
            looks: RwSignal::new_local(None),
            own: RwSignal::new_local(None),
            filters: RwSignal::new_local(None),
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
        }
    }

    /// Forgets them all: they are of another photo.
    pub fn clear(self) {
        self.looks.set(None);
        self.own.set(None);
        self.filters.set(None);
    }
}
