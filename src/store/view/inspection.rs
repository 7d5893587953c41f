//! What is shown beside the photo: the original in a split view, the histogram, the mask of clipped pixels, and the pixel
//! under pointer or eyedropper.

use std::sync::Arc;

use leptos::{html::Canvas, prelude::*};
use safelight_protocol::{RenderOptions, View};

use crate::services::worker::RenderRequest;

/// Split view, histogram, clipping mask, eyedropper. A handle: copy it freely.
#[derive(Clone, Copy)]
pub struct Inspection {
    /// The position of the split view's divider, 0 to 1 of what is visible; none without a split view.
    pub split: ReadSignal<Option<f64>>,
    /// What the pixels on the canvas of the original show.
    pub original: ReadSignal<Option<RenderRequest>>,
    /// The view that the clipping mask is of, while there is one.
    pub mask_view: ReadSignal<Option<View>>,
    /// Which clipped pixels are marked: shadows, highlights.
    pub clipping: [ReadSignal<bool>; 2],
    /// Whether the histogram is on screen.
    pub shows_histogram: ReadSignal<bool>,
    /// The histogram: how often each level occurs, 256 counts for each of red, green, blue and luma.
    pub counts: ReadSignal<Arc<[u32]>>,
    /// The pointer over the canvas, in CSS pixels from its top left.
    pub pointer_css: ReadSignal<Option<(f64, f64)>>,
    /// The point of the photo under the eyedropper, 0 to 1 across and down, while it is open.
    pub eyedropper: ReadSignal<Option<(f64, f64)>>,
    /// Whether there is a pointer or an eyedropper over the photo.
    pub is_sampling: ReadSignal<bool>,
    /// The pixel there.
    pub readout: ReadSignal<Option<PixelReadout>>,
    /// The canvas of the original.
    pub original_canvas: NodeRef<Canvas>,
    /// The canvas of the clipping mask.
    pub mask_canvas: NodeRef<Canvas>,
    set: Writers,
}

#[derive(Clone, Copy)]
struct Writers {
    split: WriteSignal<Option<f64>>,
    original: WriteSignal<Option<RenderRequest>>,
    mask_view: WriteSignal<Option<View>>,
    clipping: [WriteSignal<bool>; 2],
    shows_histogram: WriteSignal<bool>,
    counts: WriteSignal<Arc<[u32]>>,
    pointer_css: WriteSignal<Option<(f64, f64)>>,
    eyedropper: WriteSignal<Option<(f64, f64)>>,
    is_sampling: WriteSignal<bool>,
    readout: WriteSignal<Option<PixelReadout>>,
}

/// A colour: red, green, blue, alpha, straight.
pub type Rgba = [u8; 4];

/// A pixel of the photo.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct PixelReadout {
    /// Its position in pixels from the photo's left and top edge.
    pub at: (u32, u32),
    /// Its colour in the original.
    pub original: Option<Rgba>,
    /// Its colour as it is edited.
    pub edited: Option<Rgba>,
}

impl Default for Inspection {
    fn default() -> Self {
        let (split, set_split) = signal(None);
        let (original, set_original) = signal(None);
        let (mask_view, set_mask_view) = signal(None);
        let (shadows, set_shadows) = signal(false);
        let (highlights, set_highlights) = signal(false);
        let (shows_histogram, set_shows_histogram) = signal(false);
        let (counts, set_counts) = signal(Arc::default());
        let (pointer_css, set_pointer_css) = signal(None);
        let (eyedropper, set_eyedropper) = signal(None);
        let (is_sampling, set_is_sampling) = signal(false);
        let (readout, set_readout) = signal(None);
        Self {
            split,
            original,
            mask_view,
            clipping: [shadows, highlights],
            shows_histogram,
            counts,
            pointer_css,
            eyedropper,
            is_sampling,
            readout,
            original_canvas: NodeRef::new(),
            mask_canvas: NodeRef::new(),
            set: Writers {
                split: set_split,
                original: set_original,
                mask_view: set_mask_view,
                clipping: [set_shadows, set_highlights],
                shows_histogram: set_shows_histogram,
                counts: set_counts,
                pointer_css: set_pointer_css,
                eyedropper: set_eyedropper,
                is_sampling: set_is_sampling,
                readout: set_readout,
            },
        }
    }
}

impl Inspection {
    /// What a rendering makes besides the pixels.
    pub fn render_options(&self) -> RenderOptions {
        let [shadows, highlights] = self.clipping.map(|marked| marked.get());
        RenderOptions {
            histogram: self.shows_histogram.get(),
            clipped_shadows: shadows,
            clipped_highlights: highlights,
        }
    }

    /// Whether the original is needed.
    pub fn needs_original(&self) -> bool {
        self.is_sampling.get() || self.split.read().is_some()
    }

    /// Opens the split view in the middle, or closes it.
    pub fn toggle_split(&self) {
        self.set.split.update(|share| *share = if share.is_none() { Some(0.5) } else { None });
    }

    /// Moves the divider of the split view, 0 to 1 of what is visible.
    pub fn set_split(&self, share: Option<f64>) {
        self.set.split.set(share);
    }

    /// Sets where the pointer is, in CSS pixels from the canvas area's top left.
    pub fn set_pointer(&self, at_css: Option<(f64, f64)>) {
        if self.pointer_css.get_untracked() != at_css {
            self.set.pointer_css.set(at_css);
        }
        self.update_is_sampling();
    }

    /// Sets the point under the eyedropper, 0 to 1 across and down.
    pub fn set_eyedropper(&self, point: Option<(f64, f64)>) {
        if self.eyedropper.get_untracked() != point {
            self.set.eyedropper.set(point);
        }
        self.update_is_sampling();
    }

    /// Sets the pixel that is read.
    pub fn set_readout(&self, readout: Option<PixelReadout>) {
        self.set.readout.set(readout);
    }

    /// Notes whether the histogram is on screen.
    pub fn set_shows_histogram(&self, on: bool) {
        self.set.shows_histogram.set(on);
    }

    /// Marks clipped shadows (0) or highlights (1), or not.
    pub fn toggle_clipping_of(&self, end: usize) {
        self.set.clipping[end].update(|marked| *marked = !*marked);
    }

    /// Marks all clipped pixels, or none.
    pub fn toggle_clipping(&self) {
        let any = self.clipping.iter().any(|marked| marked.get_untracked());
        self.set.clipping.iter().for_each(|marked| marked.set(!any));
    }

    /// Sets what the canvas of the original shows.
    pub fn set_original(&self, request: Option<RenderRequest>) {
        self.set.original.set(request);
    }

    /// Sets the view that the clipping mask is of.
    pub fn set_mask_view(&self, view: Option<View>) {
        self.set.mask_view.set(view);
    }

    /// Sets the histogram.
    pub fn set_counts(&self, counts: Arc<[u32]>) {
        self.set.counts.set(counts);
    }

    /// Forgets what belongs to the photo before.
    pub fn clear(&self) {
        self.set_eyedropper(None);
        self.set.original.set(None);
        self.set.mask_view.set(None);
        self.set.counts.set(Arc::default());
    }

    /// A signal of its own, so that the original is not requested anew with each movement of the pointer.
    fn update_is_sampling(&self) {
        let is_sampling = self.pointer_css.with_untracked(Option::is_some)
            || self.eyedropper.with_untracked(Option::is_some);
        if self.is_sampling.get_untracked() != is_sampling {
            self.set.is_sampling.set(is_sampling);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn pointer_and_eyedropper_need_the_original_and_a_movement_changes_nothing_of_that() {
        let inspection = Inspection::default();
        let changes = Memo::new(move |count: Option<&u32>| {
            inspection.is_sampling.track();
            count.map_or(0, |count| count + 1)
        });
        assert!(!untrack(|| inspection.needs_original()));
        inspection.set_pointer(Some((1.0, 1.0)));
        assert_eq!(changes.get_untracked(), 0);
        inspection.set_pointer(Some((2.0, 1.0)));
        assert_eq!(changes.get_untracked(), 0);
        inspection.set_eyedropper(Some((0.5, 0.5)));
        inspection.set_pointer(None);
        assert!(untrack(|| inspection.needs_original()));
        inspection.clear();
        assert!(!untrack(|| inspection.needs_original()));
        assert_eq!(changes.get_untracked(), 1);
    }

    #[test]
    fn a_split_view_begins_in_the_middle_and_ends() {
        let inspection = Inspection::default();
        inspection.toggle_split();
        assert_eq!(inspection.split.get_untracked(), Some(0.5));
        assert!(untrack(|| inspection.needs_original()));
        inspection.set_split(Some(0.8));
        inspection.toggle_split();
        assert_eq!(inspection.split.get_untracked(), None);
    }

    #[test]
    fn one_switch_marks_both_ends_or_none() {
        let inspection = Inspection::default();
        let marked = || inspection.clipping.map(|end| end.get_untracked());
        inspection.toggle_clipping_of(1);
        assert_eq!(marked(), [false, true]);
        inspection.toggle_clipping();
        assert_eq!(marked(), [false, false]);
        inspection.toggle_clipping();
        assert_eq!(marked(), [true, true]);
    }

    #[test]
    fn what_is_on_screen_is_what_a_rendering_is_asked_for() {
        let inspection = Inspection::default();
        inspection.set_shows_histogram(true);
        inspection.toggle_clipping_of(0);
        let options = untrack(|| inspection.render_options());
        assert!(options.histogram && options.clipped_shadows && !options.clipped_highlights);
    }
}
