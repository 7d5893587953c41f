//! What only the editor says. Reached from the editor's code alone, so that a first visit does not load it.

use crate::{
    i18n::commands::{CommandTexts, KeyGroupTexts, KeyTexts},
    i18n::crop::CropTexts,
    i18n::language::{Language, now},
    i18n::template::{Plural, Template},
    i18n::{de, en},
};

/// The editor's texts, in the language of now.
pub fn editor() -> &'static EditorTexts {
    match now() {
        Language::English => &en::editor::EDITOR,
        Language::German => &de::editor::EDITOR,
    }
}

/// What only the editor says: names of its parts, and what was done.
pub struct EditorTexts {
    pub skip: &'static str,
    /// The region and the toolbar of the photo as a whole.
    pub photo: &'static str,
    /// The film strip.
    pub photos: &'static str,
    /// Filled with the place of the photo in hand, and how many there are.
    pub photo_of: Template<2>,
    pub open_another: &'static str,
    pub documents: &'static str,
    /// Filled with the number, the name, and how it stands.
    pub document: Template<3>,
    pub status: StatusTexts,
    pub drop_to_add: Template<1>,
    pub open_ones_stay: &'static str,
    pub apply_to_others: &'static str,
    pub apply: &'static str,
    pub apply_to: Plural,
    pub choose_all: &'static str,
    pub choose_none: &'static str,
    pub export: &'static str,
    pub compare: &'static str,
    pub compare_hold: &'static str,
    /// Filled with the size.
    pub with_transparency: Template<1>,
    pub worker_time: Template<1>,
    pub hardly_in_the_worker: &'static str,
    pub no_filters: &'static str,
    pub filters: Plural,

    pub cancel: &'static str,
    pub escape: &'static str,
    pub exporting: &'static str,
    pub exporting_photo: &'static str,
    pub clipboard_write: &'static str,
    pub copying_photo: &'static str,
    /// Filled with the photo that waits, and the one that is exported or copied.
    pub opens_after: Template<2>,
    pub developing: &'static str,
    pub developing_photo: &'static str,

    pub view: &'static str,
    pub zoom_out: &'static str,
    pub zoom_in: &'static str,
    /// Filled with the scale.
    pub zoom: Template<1>,
    pub fit: &'static str,
    pub full_size: &'static str,
    /// Filled with the file's name, and what it is shown with.
    pub photo_with: Template<2>,
    pub photo_original: Template<1>,
    pub original: &'static str,

    pub crop: CropTexts,

    pub divider: &'static str,
    pub divider_between: &'static str,
    /// Filled with the part before, and the part after.
    pub divided: Template<2>,
    pub before: &'static str,
    pub after: &'static str,
    pub reading: &'static str,
    /// What the colours under the pointer mean below 100 %, filled with the scale; and from there on.
    pub reading_mean: Template<1>,
    pub reading_exact: &'static str,
    pub probe: &'static str,
    /// Filled with the place, and the colours before and after.
    pub probe_said: Template<4>,

    pub histogram: &'static str,
    /// Filled with the values that most tones lie between, and the shares of clipped shadows and highlights.
    pub histogram_said: Template<4>,
    pub channels: &'static str,
    /// A letter, and the whole word.
    pub red: [&'static str; 2],
    pub green: [&'static str; 2],
    pub blue: [&'static str; 2],
    pub luma: [&'static str; 2],
    /// Filled with the share.
    pub show_shadows: Template<1>,
    pub show_highlights: Template<1>,
    /// What counts as clipped.
    pub shadows_mean: &'static str,
    pub highlights_mean: &'static str,

    pub develop: &'static str,
    pub sheet: &'static str,
    pub add_filter: &'static str,
    pub stack_full: &'static str,
    pub stack: &'static str,
    pub no_stack: &'static str,
    pub settings_of: Template<1>,
    /// What a row's switch is for.
    pub switch_it: &'static str,
    pub remove: &'static str,
    pub remove_it: Template<1>,
    pub reset: &'static str,
    pub duplicate: &'static str,
    /// Beside what is not as it begins.
    pub changed: &'static str,
    pub whole_stack: &'static str,
    pub all_on: &'static str,
    pub all_off: &'static str,
    pub copy_stack: &'static str,
    pub paste_stack: &'static str,
    pub remove_all: &'static str,
    pub looks: &'static str,
    /// Filled with how many there are.
    pub all_looks: Template<1>,
    pub as_it_came: &'static str,

    pub channel: &'static str,
    /// All, red, green, blue.
    pub curve_channels: [&'static str; 4],
    /// Filled with its number, of how many, and its levels.
    pub point: Template<4>,
    pub point_in: &'static str,
    pub point_out: &'static str,
    /// Filled with the point's number, as the next ones.
    pub input_of: Template<1>,
    pub output_of: Template<1>,
    pub remove_point: Template<1>,
    pub add_point: &'static str,
    pub reset_curve: &'static str,
    pub weights: &'static str,
    /// Filled with the setting's name within a sentence, and its default.
    pub reset_to: Template<2>,
    /// A name as it stands within a sentence.
    pub within: fn(&str) -> String,
    pub number_of: Template<1>,
    pub move_it: Template<1>,
    pub no_table_yet: &'static str,
    pub choose_table: &'static str,

    pub picker: &'static str,
    pub search: &'static str,
    /// Filled with how many there are.
    pub search_all: Template<1>,
    pub all_filters: &'static str,
    pub close: &'static str,
    pub none_found: Template<1>,
    pub not_yet: Template<1>,
    pub groups: &'static str,
    /// Filled with the filter that is chosen, as the next.
    pub tried: Template<1>,
    pub tried_neutral: Template<1>,
    /// What keys do in the picker, behind each.
    pub tip_choose: &'static str,
    pub enter: &'static str,
    pub tip_add: &'static str,
    pub tip_leave: &'static str,

    pub worker_out: &'static str,
    pub worker_starting: &'static str,
    pub worker_decoding: &'static str,
    pub worker_at: Template<1>,
    pub status_message: StatusMessageTexts,
    pub change: ChangeTexts,

    pub share: &'static str,
    pub copy_link: &'static str,
    pub copy_line: &'static str,
    pub save_recipe: &'static str,
    pub open_recipe: &'static str,
    pub recipe_hint: &'static str,
    pub batch: BatchTexts,

    pub user_presets_dialog: &'static str,
    pub save_look: &'static str,
    pub look_name: &'static str,
    /// Filled with a look's name, as the next ones.
    pub name_of: Template<1>,
    pub save_it: Template<1>,
    pub look_removed: Template<1>,
    pub import_looks: &'static str,
    pub no_own_looks: &'static str,
    pub look_not_kept: Template<1>,
    pub look_not_kept_text: &'static str,
    /// Filled with how many filters.
    pub recipe_offered: Template<1>,
    /// Filled with the filters' names.
    pub recipe_clamped: Template<1>,
    pub the_link: &'static str,
    pub no_recipe: Template<1>,
    pub recipe_none: &'static str,
    pub recipe_version: &'static str,
    pub recipe_long: &'static str,
    /// Filled with the step and what it names, as the one that follows.
    pub recipe_filter: Template<2>,
    pub recipe_setting: Template<2>,

    pub close_photo: &'static str,
    pub not_copied: Template<1>,
    pub not_copied_text: &'static str,
    pub closed: Template<1>,
    pub not_kept: Template<1>,
    pub not_kept_text: &'static str,
    /// Filled with how many photos; and its text with their names, as the next.
    pub not_kept_several: Template<1>,
    pub not_kept_several_text: Template<1>,
    pub photo_not_kept: Template<1>,
    pub photo_not_kept_text: &'static str,
    pub photos_not_kept: Template<1>,
    pub photos_not_kept_text: &'static str,

    pub undo: &'static str,
    pub undo_it: Template<1>,
    pub redo: &'static str,
    pub redo_it: Template<1>,
    pub history: &'static str,
    /// The first step.
    pub opened: &'static str,
    /// A step that was taken back.
    pub undone: &'static str,
    pub more: &'static str,

    pub keyboard: &'static str,
    pub shortcuts: &'static str,
    /// Whether letters and signs by themselves are shortcuts.
    pub signs: &'static str,
    pub command: CommandTexts,
    pub key_group: KeyGroupTexts,
    pub key: KeyTexts,
}

/// How a photo of the strip stands.
pub struct StatusTexts {
    pub untouched: &'static str,
    pub edited: &'static str,
    pub opening: &'static str,
    pub exported: &'static str,
    pub failed: &'static str,
}

/// The export of several photos.
pub struct BatchTexts {
    pub batch: &'static str,
    pub choose: &'static str,
    pub title: Plural,
    pub close: &'static str,
    /// Filled with how many, and of how many.
    pub made: Template<2>,
    pub failed: Template<1>,
    /// Filled with the seconds.
    pub left: Template<1>,
    pub all: &'static str,
    pub waiting: &'static str,
    /// Filled with the file's size, as the next.
    pub done: Template<1>,
    pub saved: Template<1>,
    pub cancelled: &'static str,
    /// What is made.
    pub how: &'static str,
    pub pause: &'static str,
    pub go_on: &'static str,
    pub discard: &'static str,
    /// Filled with how many, and their size.
    pub save_zip: Template<2>,
    pub all_saved: &'static str,
    /// Filled with how many, and of how many.
    pub finished: Template<2>,
    pub finished_text: &'static str,
    /// Filled with how many.
    pub finished_failed: Template<1>,
}

/// The status line: what was done last.
pub struct StatusMessageTexts {
    pub opening: Template<1>,
    pub opening_cancelled: Template<1>,
    /// Filled with the milliseconds as well.
    pub opened: Template<2>,
    pub not_opened: Template<1>,
    pub photo_back: &'static str,
    pub undone: Template<1>,
    pub redone: Template<1>,
    pub fetching_sample: &'static str,
    /// Filled with the file's size as well.
    pub exported: Template<2>,
    pub not_saved: Template<1>,
    /// Filled with the file's size.
    pub copied_result: Template<1>,
    pub copy_cancelled: &'static str,
    pub copied_link: &'static str,
    pub copied_line: &'static str,
    pub not_copied: &'static str,
    pub saved_recipe: Template<1>,
    pub saved_look: Template<1>,
    pub exported_several: Plural,
    pub applied: Plural,
    pub export_cancelled: &'static str,
    pub rendering_cancelled: &'static str,
    /// Filled with the filters' count.
    pub copied: Template<1>,
    pub stack_full: &'static str,
}

/// What was changed. Most are filled with a filter.
pub struct ChangeTexts {
    pub added: Template<1>,
    pub removed: Template<1>,
    pub on: Template<1>,
    pub off: Template<1>,
    pub recipe: &'static str,
    /// Filled with the place, and of how many.
    pub place: Template<2>,
    pub strength: Template<1>,
    /// Filled with the point's number, as the next one.
    pub point: Template<1>,
    pub point_removed: Template<1>,
    /// Filled with the level in, and the level that comes out.
    pub becomes: Template<2>,
    pub curve_reset: &'static str,
    pub reset: Template<1>,
    pub duplicated: Template<1>,
    pub all_on: &'static str,
    pub all_off: &'static str,
    /// Filled with the filters' count.
    pub pasted: Template<1>,
    /// Before the look's name.
    pub look: &'static str,
}
