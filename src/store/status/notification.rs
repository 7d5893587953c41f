//! What people are told, and what they can do about it.

use safelight_recipe::RecipeError;

use crate::{i18n::editor::editor, i18n::page, model::recipe::json::RecipeImportError};

/// A piece of news or an error. It says what happened, to which file, and what now.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Notification {
    /// Names this notice; given when it is shown.
    pub key: u32,
    /// How bad it is.
    pub weight: Severity,
    /// What happened, in one sentence.
    pub title: String,
    /// Why, and what now.
    pub text: String,
    /// What can be done with a button.
    pub action: Option<Action>,
}

/// How bad it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Severity {
    /// Good to know.
    WorkerEvent,
    /// Something asked for could not be done.
    Error,
}

/// What a notice offers.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Action {
    /// Choose another file.
    Choose,
    /// Load the worker again.
    Restart,
    /// Fetch the editor again.
    Fetch,
    /// Switch a filter on again, by its key in the stack.
    SwitchOn(u32),
    /// Put a photo back into the strip, by its key.
    PutBack(u32),
    /// Load the page again.
    Reload,
    /// Apply the recipe on offer.
    ApplyDialog,
    /// Save the photos that were exported.
    SaveZip,
    /// Show the export of several photos.
    ShowExport,
}

impl Notification {
    /// Whether it takes the place of an older one: the same words again. Photos of one name are put back one by one.
    pub fn replaces(&self, old: &Self) -> bool {
        let is_other_photo = matches!(old.action, Some(Action::PutBack(_))) && old.action != self.action;
        old.title == self.title && !is_other_photo
    }

    /// A file that could not be opened. `reason` is a whole sentence.
    pub fn not_opened(name: &str, reason: String) -> Self {
        Self::error(page().not_opened.fill([name]), reason, Some(Action::Choose))
    }

    /// A photo that could not be developed or encoded. `reason` is a whole sentence.
    pub fn not_exported(name: &str, reason: String) -> Self {
        Self::error(page().not_exported.fill([name]), reason, None)
    }

    /// A photo that did not come to the clipboard. `reason` is a whole sentence; without one, the browser refused.
    pub fn not_copied(name: &str, reason: Option<String>) -> Self {
        let reason = reason.unwrap_or_else(|| editor().not_copied_text.to_owned());
        Self::error(editor().not_copied.fill([name]), reason, None)
    }

    /// The screen could not be brought up to date. `reason` is a whole sentence.
    pub fn not_rendered(name: &str, reason: String) -> Self {
        Self::error(page().not_shown.fill([name]), reason, None)
    }

    /// A table of colours that could not be read. `reason` is a whole sentence.
    pub fn no_table(name: &str, reason: String) -> Self {
        Self::error(page().no_table.fill([name]), reason, Some(Action::Choose))
    }

    /// A photo was taken out of the strip.
    pub fn taken_out(name: &str, key: u32) -> Self {
        Self::event(
            page().taken_out.fill([name]),
            page().taken_out_text.to_owned(),
            Some(Action::PutBack(key)),
        )
    }

    /// The worker was replaced, and everything is as it was.
    pub fn restarted(why: &str) -> Self {
        Self::event(page().restarted.to_owned(), page().all_is_back.fill([why]), None)
    }

    /// The worker was replaced twice at the same work, so a filter was switched off.
    pub fn switched_off(why: &str, filter: &str, key: u32) -> Self {
        let text = page().switched_off.fill([why, filter]);
        Self::event(page().restarted.to_owned(), text, Some(Action::SwitchOn(key)))
    }

    /// The worker's files can't be had.
    pub fn worker_missing() -> Self {
        let (title, text) = (page().worker_missing, page().worker_missing_text);
        Self::error(title.to_owned(), text.to_owned(), Some(Action::Restart))
    }

    /// The editor's code can't be had.
    pub fn editor_missing() -> Self {
        let (title, text) = (page().editor_missing, page().editor_missing_text);
        Self::error(title.to_owned(), text.to_owned(), Some(Action::Fetch))
    }

    /// The page and a part that it loads later are of different builds.
    pub fn out_of_date() -> Self {
        let (title, text) = (page().updated, page().updated_text);
        Self::error(title.to_owned(), text.to_owned(), Some(Action::Reload))
    }

    /// The last photo was closed.
    pub fn closed(name: &str, key: u32) -> Self {
        let text = page().taken_out_text.to_owned();
        Self::event(editor().closed.fill([name]), text, Some(Action::PutBack(key)))
    }

    /// The browser does not keep these photos for the next visit.
    pub fn not_kept(names: &[String]) -> Self {
        let texts = editor();
        let (title, text) = if let [name] = names {
            (texts.not_kept.fill([name]), texts.not_kept_text.to_owned())
        } else {
            let text = texts.not_kept_several_text.fill([&names.join(", ")]);
            (texts.not_kept_several.fill([&names.len().to_string()]), text)
        };
        Self::event(title, text, None)
    }

    /// What was made of these photos is back, but the photos are not.
    pub fn photos_not_kept(names: &[String]) -> Self {
        let texts = editor();
        let (title, text) = if let [_] = names {
            (&texts.photo_not_kept, texts.photo_not_kept_text)
        } else {
            (&texts.photos_not_kept, texts.photos_not_kept_text)
        };
        Self::event(title.fill([&names.join(", ")]), text.to_owned(), Some(Action::Choose))
    }

    /// Several photos were exported, so many of so many.
    pub fn exported_several(made: usize, all: usize, failed: usize) -> Self {
        let texts = &editor().batch;
        let title = texts.finished.fill([&made.to_string(), &all.to_string()]);
        let (text, action) = match failed {
            0 => (texts.finished_text.to_owned(), Action::SaveZip),
            _ => (texts.finished_failed.fill([&failed.to_string()]), Action::ShowExport),
        };
        Self::event(title, text, Some(action))
    }

    /// The browser does not keep a look.
    pub fn look_not_kept(name: &str) -> Self {
        Self::error(editor().look_not_kept.fill([name]), editor().look_not_kept_text.to_owned(), None)
    }

    /// A recipe came.
    pub fn recipe_offered(title: String, text: String) -> Self {
        Self::event(title, text, Some(Action::ApplyDialog))
    }

    /// What came is no recipe that can be followed.
    pub fn no_recipe(name: Option<String>, reason: &RecipeImportError) -> Self {
        let texts = editor();
        let name = name.unwrap_or_else(|| texts.the_link.to_owned());
        let place = |step: &usize| (step + 1).to_string();
        let text = match reason {
            RecipeImportError::Unread => page().file_gone.to_owned(),
            RecipeImportError::Recipe(RecipeError::Version(_)) => texts.recipe_version.to_owned(),
            RecipeImportError::Recipe(RecipeError::TooManySteps(_)) => texts.recipe_long.to_owned(),
            RecipeImportError::Recipe(RecipeError::UnknownFilter { step, filter }) => {
                texts.recipe_filter.fill([&place(step), filter])
            }
            RecipeImportError::Recipe(RecipeError::UnknownValue { step, value, .. }) => {
                texts.recipe_setting.fill([&place(step), value])
            }
            _ => texts.recipe_none.to_owned(),
        };
        Self::error(texts.no_recipe.fill([&name]), text, None)
    }

    fn event(title: String, text: String, action: Option<Action>) -> Self {
        Self { key: 0, weight: Severity::WorkerEvent, title, text, action }
    }

    fn error(title: String, text: String, action: Option<Action>) -> Self {
        Self { key: 0, weight: Severity::Error, title, text, action }
    }
}
