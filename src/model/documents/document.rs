//! One photo of the filmstrip.

use safelight_recipe::Recipe;

use crate::model::{history::History, viewport::Zoom};

/// A photo of the filmstrip.
#[derive(Debug, Clone)]
pub struct Document<N> {
    /// Identifies the photo for as long as the page lives, and among those that are stored.
    pub key: u32,
    /// Its file's name.
    pub name: String,
    /// What it is read from; none while a photo of an earlier visit waits for its file.
    pub source: Option<N>,
    /// Its edits while it is inactive. Those of the active document are with the store's part `Edit`, never here as well.
    pub edits: EditState,
    /// Counts the changes of `edits`.
    pub version: u32,
    /// Whether it could not be opened when that was tried last, whatever the reason.
    pub(super) failed: bool,
    /// Whether its file is none that can be opened.
    pub(super) unreadable: bool,
    /// Whether it was added while no document was active, and none was activated since.
    pub(super) first: bool,
    /// The recipe that it was exported with last.
    pub(super) exported: Option<Recipe>,
}

/// The edits of a document, and how it was viewed.
#[derive(Debug, Clone, PartialEq)]
pub struct EditState {
    /// Its history, whose current entry is the stack.
    pub history: History,
    /// The layer whose settings were open.
    pub open_layer: Option<u32>,
    /// The zoom.
    pub zoom: Zoom,
    /// The point of the photo in the middle of the view, as shares of width and height: (0.5, 0.5) is its centre.
    pub centre: (f64, f64),
}

/// The status of a document, as its mark in the filmstrip shows it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum DocumentStatus {
    /// Without filters.
    Untouched,
    /// It has filters.
    Edited,
    /// It is being opened.
    Opening,
    /// It was exported as it is now.
    Exported,
    /// It could not be opened.
    Failed,
}

impl Default for EditState {
    fn default() -> Self {
        Self { history: History::default(), open_layer: None, zoom: Zoom::Fit, centre: (0.5, 0.5) }
    }
}

impl<N> Document<N> {
    pub(super) fn new(key: u32, name: String, source: Option<N>, edits: EditState) -> Self {
        let failed = source.is_none();
        Self { key, name, source, edits, version: 0, failed, unreadable: false, first: false, exported: None }
    }

    /// Whether it could not be opened.
    pub(super) fn is_bad(&self) -> bool {
        self.failed || self.unreadable
    }

    /// Whether it has no filters.
    pub(super) fn is_unedited(&self) -> bool {
        self.edits.history.stack().layers().is_empty()
    }
}
