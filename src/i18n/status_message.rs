//! Status messages in words.

use crate::{
    i18n::change_labels::label, i18n::editor::editor, i18n::format, i18n::number::fixed,
    model::status::message::StatusMessage,
};

/// A status message in the current language; empty for none.
pub fn text(message: &StatusMessage) -> String {
    let texts = &editor().status_message;
    match message {
        StatusMessage::Nothing => String::new(),
        StatusMessage::Opening(name) => texts.opening.fill([name]),
        StatusMessage::OpeningCancelled(name) => texts.opening_cancelled.fill([name]),
        StatusMessage::Opened { name, worker_ms } => texts.opened.fill([name, &fixed(*worker_ms, 0)]),
        StatusMessage::NotOpened(name) => texts.not_opened.fill([name]),
        StatusMessage::PhotoBack => texts.photo_back.to_owned(),
        StatusMessage::FetchingSample => texts.fetching_sample.to_owned(),
        StatusMessage::Changed(change) => label(change),
        StatusMessage::Undone(change) => texts.undone.fill([&label(change)]),
        StatusMessage::Redone(change) => texts.redone.fill([&label(change)]),
        StatusMessage::AsOpened => editor().opened.to_owned(),
        StatusMessage::Copied(count) => texts.copied.fill([&format::filters(*count)]),
        StatusMessage::StackFull => texts.stack_full.to_owned(),
        StatusMessage::Exporting => editor().exporting.to_owned(),
        StatusMessage::Exported { name, bytes } => texts.exported.fill([name, &format::size(*bytes)]),
        StatusMessage::CopyingResult => editor().clipboard_write.to_owned(),
        StatusMessage::CopiedResult(bytes) => texts.copied_result.fill([&format::size(*bytes)]),
        StatusMessage::CopyCancelled => texts.copy_cancelled.to_owned(),
        StatusMessage::Read(parts) => editor().probe_said.fill(parts.each_ref().map(String::as_str)),
        StatusMessage::ExportedSeveral(count) => texts.exported_several.fill(*count),
        StatusMessage::CopiedLink => texts.copied_link.to_owned(),
        StatusMessage::CopiedLine => texts.copied_line.to_owned(),
        StatusMessage::NotCopied => texts.not_copied.to_owned(),
        StatusMessage::SavedRecipe(name) => texts.saved_recipe.fill([name]),
        StatusMessage::SavedLook(name) => texts.saved_look.fill([name]),
        StatusMessage::Applied(count) => texts.applied.fill(*count),
        StatusMessage::NotSaved(name) => texts.not_saved.fill([name]),
        StatusMessage::ExportCancelled => texts.export_cancelled.to_owned(),
        StatusMessage::RenderingCancelled => texts.rendering_cancelled.to_owned(),
        StatusMessage::CropCancelled => editor().crop.cancelled.to_owned(),
    }
}
