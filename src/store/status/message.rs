//! What was done last, as data. The status line puts it in words, so that they are the editor's.

use crate::{i18n::editor::editor, i18n::format, i18n::number::fixed, model::change::Change};

/// What the status line says.
#[derive(Debug, Clone, Default, PartialEq)]
pub enum StatusMessage {
    /// Nothing yet.
    #[default]
    Nothing,
    /// A file of this name is being opened.
    Opening(String),
    /// The way out was taken.
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
    /// The photo is being copied.
    ClipboardWrite,
    /// The photo stands on the clipboard as a picture of this size.
    CopiedResult(f64),
    /// The way out was taken.
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
    /// The way out was taken.
    ExportCancelled,
    /// The way out was taken.
    RenderingCancelled,
    /// The crop tool was left as if it had not been opened.
    FramingCancelled,
}

impl StatusMessage {
    /// As a line.
    pub fn words(&self) -> String {
        let status_message = &editor().status_message;
        match self {
            Self::Nothing => String::new(),
            Self::Opening(name) => status_message.opening.fill([name]),
            Self::OpeningCancelled(name) => status_message.opening_cancelled.fill([name]),
            Self::Opened { name, worker_ms } => status_message.opened.fill([name, &fixed(*worker_ms, 0)]),
            Self::NotOpened(name) => status_message.not_opened.fill([name]),
            Self::PhotoBack => status_message.photo_back.to_owned(),
            Self::FetchingSample => status_message.fetching_sample.to_owned(),
            Self::Changed(change) => change.words(),
            Self::Undone(change) => status_message.undone.fill([&change.words()]),
            Self::Redone(change) => status_message.redone.fill([&change.words()]),
            Self::AsOpened => editor().opened.to_owned(),
            Self::Copied(count) => status_message.copied.fill([&format::filters(*count)]),
            Self::StackFull => status_message.stack_full.to_owned(),
            Self::Exporting => editor().exporting.to_owned(),
            Self::Exported { name, bytes } => status_message.exported.fill([name, &format::size(*bytes)]),
            Self::ClipboardWrite => editor().clipboard_write.to_owned(),
            Self::CopiedResult(bytes) => status_message.copied_result.fill([&format::size(*bytes)]),
            Self::CopyCancelled => status_message.copy_cancelled.to_owned(),
            Self::Read(parts) => editor().probe_said.fill(parts.each_ref().map(String::as_str)),
            Self::ExportedSeveral(count) => status_message.exported_several.fill(*count),
            Self::CopiedLink => status_message.copied_link.to_owned(),
            Self::CopiedLine => status_message.copied_line.to_owned(),
            Self::NotCopied => status_message.not_copied.to_owned(),
            Self::SavedRecipe(name) => status_message.saved_recipe.fill([name]),
            Self::SavedLook(name) => status_message.saved_look.fill([name]),
            Self::Applied(count) => status_message.applied.fill(*count),
            Self::NotSaved(name) => status_message.not_saved.fill([name]),
            Self::ExportCancelled => status_message.export_cancelled.to_owned(),
            Self::RenderingCancelled => status_message.rendering_cancelled.to_owned(),
            Self::FramingCancelled => editor().crop.cancelled.to_owned(),
        }
    }
}
