//! How the photo is viewed: viewport, comparison, histogram, eyedropper. This part alone writes it.

pub mod eyedropper;
pub mod inspection;
pub mod zoom;

use leptos::{html::Canvas, prelude::*};

use crate::{
    model::viewport::{Viewport, Zoom},
    store::view::inspection::Inspection,
};

/// How the photo is viewed. A handle: copy it freely.
#[derive(Clone, Copy)]
pub struct ViewState {
    /// The part of the photo that the canvas shows.
    pub viewport: ReadSignal<Viewport>,
    /// Whether the original is shown instead, while a key or button is held.
    pub comparing: ReadSignal<bool>,
    /// Split view, histogram, clipping mask, eyedropper.
    pub inspection: Inspection,
    /// The canvas of the edited photo.
    pub canvas: NodeRef<Canvas>,
    /// Width and height of the whole picture as it is shown, in pixels.
    size: Memo<Option<(u32, u32)>>,
    set_viewport: WriteSignal<Viewport>,
    set_comparing: WriteSignal<bool>,
}

impl ViewState {
    /// The view of a picture of this size.
    pub fn new(size: Memo<Option<(u32, u32)>>) -> Self {
        let (viewport, set_viewport) = signal(Viewport::default());
        let (comparing, set_comparing) = signal(false);
        Self {
            viewport,
            comparing,
            inspection: Inspection::default(),
            canvas: NodeRef::new(),
            size,
            set_viewport,
            set_comparing,
        }
    }

    /// Sets the viewport, for example to one of another canvas size.
    pub fn set_viewport(&self, viewport: Viewport) {
        if self.viewport.get_untracked() != viewport {
            self.set_viewport.set(viewport);
        }
    }

    /// Views a document as it was viewed before: its zoom, and the point in the middle as shares of width and height.
    pub fn restore(&self, zoom: Zoom, centre: (f64, f64)) {
        self.set_viewport.update(|viewport| (viewport.zoom, viewport.centre) = (zoom, centre));
    }

    /// The zoom, and the point in the middle as shares of width and height.
    pub fn position(&self) -> (Zoom, (f64, f64)) {
        self.viewport.with_untracked(|viewport| (viewport.zoom, viewport.centre))
    }

    /// Leaves room for the handles of the crop tool around the photo, or none; with it, all of the photo is shown.
    pub fn set_crop_margin(&self, on: bool) {
        self.set_viewport.update(|viewport| {
            viewport.has_crop_margin = on;
            if on {
                viewport.zoom = Zoom::Fit;
            }
        });
    }

    /// Shows the original or not.
    pub fn set_comparing(&self, on: bool) {
        if self.comparing.get_untracked() != on {
            self.set_comparing.set(on);
        }
    }
}
