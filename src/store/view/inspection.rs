//! What is drawn over the photo and told of its pixels, as far as the session knows it: the original beside it, marks
//! on what is clipped, counts, and the pixel under the pointer.

use std::sync::Arc;

use leptos::{html::Canvas, prelude::*};
use safelight_protocol::{RenderOptions, View};

use crate::services::worker::RenderRequest;

/// Handles: copy them freely.
#[derive(Clone, Copy, Default)]
pub struct Inspection {
    /// The part of what is visible that lies before the divider, 0 to 1, while there is one.
    pub divider: RwSignal<Option<f64>>,
    /// What the pixels of the original show.
    pub before: RwSignal<Option<RenderRequest>>,
    /// Where they are shown.
    pub before_canvas: NodeRef<Canvas>,
    /// What the marks are of, while there are any.
    pub marked: RwSignal<Option<View>>,
    /// Where they are shown.
    pub marks_canvas: NodeRef<Canvas>,
    /// Which clipped pixels are marked: shadows, highlights.
    pub clipping: [RwSignal<bool>; 2],
    /// Whether somebody looks at the histogram.
    pub counting: RwSignal<bool>,
    /// How often each value comes.
    pub counts: RwSignal<Arc<[u32]>>,
    /// Where the pointer is in the room, in CSS pixels.
    pub pointed_css: RwSignal<Option<(f64, f64)>>,
    /// The point of the photo that keys read instead, 0 to 1 across and down, while they do.
    pub probe: RwSignal<Option<(f64, f64)>>,
    /// Whether either is there.
    pub pointing: RwSignal<bool>,
    /// What is known of the pixel there.
    pub reading: RwSignal<Option<PixelReadout>>,
}

/// A colour with its opacity.
pub type Rgba = [u8; 4];

/// What is known of a pixel.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct PixelReadout {
    /// Pixels of the photo from its left and top edge.
    pub at: (u32, u32),
    /// Its colour in the original.
    pub before: Option<Rgba>,
    /// Its colour as it is shown.
    pub after: Option<Rgba>,
}

impl Inspection {
    /// What is made of a view besides its pixels.
    pub fn extras(&self) -> RenderOptions {
        let [shadows, highlights] = self.clipping.map(|marked| marked.get());
        RenderOptions {
            histogram: self.counting.get(),
            clipped_shadows: shadows,
            clipped_highlights: highlights,
        }
    }

    /// Whether anything looks at the original.
    pub fn needs_original(&self) -> bool {
        self.pointing.get() || self.divider.read().is_some()
    }

    /// Puts the divider in the middle, or takes it away.
    pub fn set_split(&self) {
        self.divider.update(|share| *share = if share.is_none() { Some(0.5) } else { None });
    }

    /// Sets where the pointer is.
    pub fn point(&self, at_css: Option<(f64, f64)>) {
        if self.pointed_css.get_untracked() != at_css {
            self.pointed_css.set(at_css);
        }
        self.set_pointer();
    }

    /// Sets which point keys read.
    pub fn set_probe(&self, point: Option<(f64, f64)>) {
        if self.probe.get_untracked() != point {
            self.probe.set(point);
        }
        self.set_pointer();
    }

    /// Marks all that is clipped, or nothing.
    pub fn toggle_clipping(&self) {
        let any = self.clipping.iter().any(|marked| marked.get_untracked());
        self.clipping.iter().for_each(|marked| marked.set(!any));
    }

    /// Apart from where it is, so that the original is not asked for anew with each movement.
    fn set_pointer(&self) {
        let pointing =
            self.pointed_css.with_untracked(Option::is_some) || self.probe.with_untracked(Option::is_some);
        if self.pointing.get_untracked() != pointing {
            self.pointing.set(pointing);
        }
    }

    /// Forgets what was of the photo before.
    pub fn clear(&self) {
        self.set_probe(None);
        self.before.set(None);
        self.marked.set(None);
        self.counts.set(Arc::default());
    }
}
