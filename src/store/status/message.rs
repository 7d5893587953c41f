//! What was done last, as data. The status line puts it in words, so that they are the editor's.

use crate::{i18n::editor::editor, i18n::format, i18n::number::fixed, model::change::Change};

/// What the status line says.
#[derive(Debug, Clone, Default, PartialEq)]
pub enum Said {
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
    Copying,
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

impl Said {
    /// As a line.
    pub fn words(&self) -> String {
        let said = &editor().said;
        match self {
            Self::Nothing => String::new(),
            Self::Opening(name) => said.opening.fill([name]),
            Self::OpeningCancelled(name) => said.opening_cancelled.fill([name]),
            Self::Opened { name, worker_ms } => said.opened.fill([name, &fixed(*worker_ms, 0)]),
            Self::NotOpened(name) => said.not_opened.fill([name]),
            Self::PhotoBack => said.photo_back.to_owned(),
            Self::FetchingSample => said.fetching_sample.to_owned(),
            Self::Changed(change) => change.words(),
            Self::Undone(change) => said.undone.fill([&change.words()]),
            Self::Redone(change) => said.redone.fill([&change.words()]),
            Self::AsOpened => editor().opened.to_owned(),
            Self::Copied(count) => said.copied.fill([&format::filters(*count)]),
            Self::StackFull => said.stack_full.to_owned(),
            Self::Exporting => editor().exporting.to_owned(),
            Self::Exported { name, bytes } => said.exported.fill([name, &format::size(*bytes)]),
            Self::Copying => editor().copying.to_owned(),
            Self::CopiedResult(bytes) => said.copied_result.fill([&format::size(*bytes)]),
            Self::CopyCancelled => said.copy_cancelled.to_owned(),
            Self::Read(parts) => editor().probe_said.fill(parts.each_ref().map(String::as_str)),
            Self::ExportedSeveral(count) => said.exported_several.fill(*count),
            Self::CopiedLink => said.copied_link.to_owned(),
            Self::CopiedLine => said.copied_line.to_owned(),
            Self::NotCopied => said.not_copied.to_owned(),
            Self::SavedRecipe(name) => said.saved_recipe.fill([name]),
            Self::SavedLook(name) => said.saved_look.fill([name]),
            Self::Applied(count) => said.applied.fill(*count),
            Self::NotSaved(name) => said.not_saved.fill([name]),
            Self::ExportCancelled => said.export_cancelled.to_owned(),
            Self::RenderingCancelled => said.rendering_cancelled.to_owned(),
            Self::FramingCancelled => editor().crop.cancelled.to_owned(),
        }
    }
}
