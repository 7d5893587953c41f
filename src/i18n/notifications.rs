//! Notifications in words: a title that says what happened to which file, and a text that says why and what now.

use safelight_recipe::RecipeError;

use crate::{
    i18n::{
        editor::editor,
        failures::{reason, worker_loss},
        filters::filter_name,
        format, page,
    },
    model::{recipe::json::RecipeImportError, status::notification::NotificationKind},
};

/// What happened, in one sentence of the current language.
pub fn title(kind: &NotificationKind) -> String {
    match kind {
        NotificationKind::NotOpened { name, .. } => page().not_opened.fill([name]),
        NotificationKind::SampleMissing => page().not_opened.fill([page().sample]),
        NotificationKind::NotExported { name, .. } => page().not_exported.fill([name]),
        NotificationKind::NotCopied { name, .. } => editor().not_copied.fill([name]),
        NotificationKind::NotRendered { name, .. } => page().not_shown.fill([name]),
        NotificationKind::LutRejected { name, .. } => page().no_table.fill([name]),
        NotificationKind::PhotoRemoved { name, .. } => page().taken_out.fill([name]),
        NotificationKind::PhotoClosed { name, .. } => editor().closed.fill([name]),
        NotificationKind::WorkerRestarted(_) | NotificationKind::FilterDisabled { .. } => {
            page().restarted.to_owned()
        }
        NotificationKind::WorkerMissing => page().worker_missing.to_owned(),
        NotificationKind::OutOfDate => page().updated.to_owned(),
        NotificationKind::PhotosNotStored(names) => match &names[..] {
            [name] => editor().not_kept.fill([name]),
            _ => editor().not_kept_several.fill([&names.len().to_string()]),
        },
        NotificationKind::PhotoFilesMissing(names) => {
            let template =
                if names.len() == 1 { &editor().photo_not_kept } else { &editor().photos_not_kept };
            template.fill([&names.join(", ")])
        }
        NotificationKind::BatchFinished { made, all, .. } => {
            editor().batch.finished.fill([&made.to_string(), &all.to_string()])
        }
        NotificationKind::PresetNotStored(name) => editor().look_not_kept.fill([name]),
        NotificationKind::RecipeOffered { filters, .. } => {
            editor().recipe_offered.fill([&format::filters(filters.len())])
        }
        NotificationKind::RecipeRejected { name, .. } => {
            editor().no_recipe.fill([name.as_deref().unwrap_or(editor().the_link)])
        }
    }
}

/// Why, and what now, in the current language.
pub fn text(kind: &NotificationKind) -> String {
    match kind {
        NotificationKind::NotOpened { reason: why, .. }
        | NotificationKind::NotExported { reason: why, .. }
        | NotificationKind::NotCopied { reason: Some(why), .. }
        | NotificationKind::NotRendered { reason: why, .. }
        | NotificationKind::LutRejected { reason: why, .. } => reason(why),
        NotificationKind::SampleMissing => page().sample_missing.to_owned(),
        NotificationKind::NotCopied { reason: None, .. } => editor().not_copied_text.to_owned(),
        NotificationKind::PhotoRemoved { .. } | NotificationKind::PhotoClosed { .. } => {
            page().taken_out_text.to_owned()
        }
        NotificationKind::WorkerRestarted(loss) => page().all_is_back.fill([worker_loss(*loss)]),
        NotificationKind::FilterDisabled { loss, filter, .. } => {
            page().switched_off.fill([worker_loss(*loss), filter_name(filter)])
        }
        NotificationKind::WorkerMissing => page().worker_missing_text.to_owned(),
        NotificationKind::OutOfDate => page().updated_text.to_owned(),
        NotificationKind::PhotosNotStored(names) => match &names[..] {
            [_] => editor().not_kept_text.to_owned(),
            _ => editor().not_kept_several_text.fill([&names.join(", ")]),
        },
        NotificationKind::PhotoFilesMissing(names) => match &names[..] {
            [_] => editor().photo_not_kept_text.to_owned(),
            _ => editor().photos_not_kept_text.to_owned(),
        },
        NotificationKind::BatchFinished { failed: 0, .. } => editor().batch.finished_text.to_owned(),
        NotificationKind::BatchFinished { failed, .. } => {
            editor().batch.finished_failed.fill([&failed.to_string()])
        }
        NotificationKind::PresetNotStored(_) => editor().look_not_kept_text.to_owned(),
        NotificationKind::RecipeOffered { filters, was_clamped } => {
            let names: Vec<_> = filters.iter().map(|filter| filter_name(filter)).collect();
            let names = names.join(", ");
            if *was_clamped { editor().recipe_clamped.fill([&names]) } else { format!("{names}.") }
        }
        NotificationKind::RecipeRejected { reason, .. } => recipe_import_error(reason),
    }
}

/// Title and text in one line, for a place that is no notification.
pub fn single_line(kind: &NotificationKind) -> String {
    format!("{} {}", title(kind), text(kind))
}

fn recipe_import_error(reason: &RecipeImportError) -> String {
    // People count from 1.
    let position = |step: &usize| (step + 1).to_string();
    match reason {
        RecipeImportError::Unread => page().file_gone.to_owned(),
        RecipeImportError::Recipe(RecipeError::Version(_)) => editor().recipe_version.to_owned(),
        RecipeImportError::Recipe(RecipeError::TooManySteps(_)) => editor().recipe_long.to_owned(),
        RecipeImportError::Recipe(RecipeError::UnknownFilter { step, filter }) => {
            editor().recipe_filter.fill([&position(step), filter])
        }
        RecipeImportError::Recipe(RecipeError::UnknownValue { step, value, .. }) => {
            editor().recipe_setting.fill([&position(step), value])
        }
        _ => editor().recipe_none.to_owned(),
    }
}
