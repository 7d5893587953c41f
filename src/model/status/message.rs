//! Status messages as data: `i18n::status_message` words them when the status bar shows them.

use crate::model::change::Change;

/// What was done last, for the status bar.
#[derive(Debug, Clone, Default, PartialEq)]
pub enum StatusMessage {
    /// Nothing yet.
    #[default]
    Nothing,
    /// A file of this name is being opened.
    Opening(String),
    /// Opening a file of this name was cancelled.
    OpeningCancelled(String),
    /// A file was opened.
    Opened {
        /// Its name.
        name: String,
        /// Time in the worker.
        worker_ms: f64,
    },
    /// A file could not be opened.
    NotOpened(String),
    /// The photo was opened again in a new worker.
    PhotoBack,
    /// The sample is on its way.
    FetchingSample,
    /// The stack was changed.
    Changed(Change),
    /// A change was taken back.
    Undone(Change),
    /// A change was brought back.
    Redone(Change),
    /// All changes were taken back.
    AsOpened,
    /// So many filters were copied.
    Copied(usize),
    /// There is no room for another filter.
    StackFull,
    /// The photo is being exported.
    Exporting,
    /// A file was handed to the browser's downloads.
    Exported {
        /// Its name.
        name: String,
        /// Its size.
        bytes: f64,
    },
    /// The photo is being copied to the clipboard.
    CopyingResult,
    /// The photo stands on the clipboard as a picture of this size.
    CopiedResult(f64),
    /// Copying the photo was cancelled.
    CopyCancelled,
    /// A pixel was read: where, and its colours before and after.
    Read([String; 4]),
    /// So many photos were exported, and wait to be saved.
    ExportedSeveral(usize),
    /// The stack stands on the clipboard as a link.
    CopiedLink,
    /// The stack stands on the clipboard as a command line.
    CopiedLine,
    /// The browser did not let anything be copied.
    NotCopied,
    /// A recipe was saved under this name.
    SavedRecipe(String),
    /// The stack was saved as a look of this name.
    SavedLook(String),
    /// The stack went to so many other photos.
    Applied(usize),
    /// The browser did not take the file.
    NotSaved(String),
    /// The export was cancelled.
    ExportCancelled,
    /// The rendering was cancelled.
    RenderingCancelled,
    /// The crop tool was left as if it had not been opened.
    CropCancelled,
}
