//! Every text of the page, as one table for each language: the compiler demands each text in each of them. What a
//! first visit can say stands here; what only the editor says stands in [`editor`], which comes with it.

pub mod change_labels;
pub mod commands;
pub mod crop;
pub mod de;
pub mod editor;
pub mod en;
pub mod failures;
pub mod filters;
pub mod format;
pub mod language;
pub mod notifications;
pub mod number;
pub mod status_message;
pub mod template;

use crate::{
    i18n::language::{Language, now},
    i18n::template::{Plural, Template},
};

/// The texts of a first visit, in the language of now.
pub fn page() -> &'static PageTexts {
    match now() {
        Language::English => &en::page::PAGE,
        Language::German => &de::page::PAGE,
    }
}

/// What a first visit can say. Notices have a title, which says what happened to which file, and a text: why, and
/// what now.
pub struct PageTexts {
    /// Between the whole and its decimals.
    pub decimal_mark: &'static str,
    pub bytes: Template<1>,
    pub photos: Plural,

    pub drop_anywhere: &'static str,
    pub choose_to_begin: &'static str,
    pub open_photos: &'static str,
    /// Filled with the keys.
    pub or_paste: Template<1>,
    pub ctrl: &'static str,
    pub sample_offer: &'static str,
    pub pledge: &'static str,
    pub drop_here: Template<1>,
    pub formats: &'static str,
    pub opening_now: Template<1>,
    pub editor_comes: &'static str,
    pub benchmark: &'static str,
    pub theme_system: &'static str,
    pub theme_light: &'static str,
    pub theme_dark: &'static str,
    /// What a screen reader calls the file input.
    pub photos_input: &'static str,

    pub dismiss: &'static str,
    pub more: Template<1>,
    pub choose_another: &'static str,
    pub try_again: &'static str,
    pub load_again: &'static str,
    pub apply: &'static str,
    /// Where there is no photo to apply a recipe to.
    pub choose_for_it: &'static str,
    pub switch_on: Template<1>,

    pub not_opened: Template<1>,
    pub not_exported: Template<1>,
    pub not_shown: Template<1>,
    pub no_table: Template<1>,
    pub taken_out: Template<1>,
    pub taken_out_text: &'static str,
    pub put_back: &'static str,
    pub save_zip: &'static str,
    pub show_export: &'static str,
    pub file_gone: &'static str,
    /// Filled with the megabytes.
    pub file_too_large: Template<1>,
    pub sample: &'static str,
    pub sample_missing: &'static str,

    pub stopped: WorkerCrashTexts,
    pub silent: WorkerCrashTexts,
    pub restarted: &'static str,
    /// Filled with how the worker was lost, as the two that follow.
    pub all_is_back: Template<1>,
    /// Filled with the filter as well.
    pub switched_off: Template<2>,
    pub not_tried_again: Template<1>,
    pub worker_missing: &'static str,
    pub worker_missing_text: &'static str,
    pub updated: &'static str,
    pub updated_text: &'static str,
}

/// How a worker was lost, by what it was doing.
pub struct WorkerCrashTexts {
    pub idle: &'static str,
    pub decoding: &'static str,
    pub developing: &'static str,
    pub encoding: &'static str,
}
