//! What a component can do to the page itself: choose files, open the picker, change theme and language, load the
//! editor.

use leptos::{
    html::{Dialog, Input},
    prelude::*,
};
use wasm_bindgen::JsCast;
use web_sys::{HtmlDialogElement, HtmlElement};

use crate::{
    app::lazy_editor::LazyEditor, i18n::language::Language, model::theme::Theme, platform::local_storage,
    store::Store,
};

/// Whether single signs are shortcuts, among what is kept.
const SHORTCUTS_STYLE: &str = "signs";
/// Whether the film strip is folded, among what is kept.
const STRIP: &str = "strip";
/// The theme, among what is kept.
const THEME: &str = "theme";

/// Handles to the parts of the page that others open. Copy it freely.
#[derive(Clone, Copy)]
pub struct UiState {
    /// The file input behind every "Open".
    pub files: NodeRef<Input>,
    /// The dialog that adds a filter.
    pub picker: NodeRef<Dialog>,
    /// Whether it is open.
    pub picking: RwSignal<bool>,
    /// The sheet of keys.
    pub keys: NodeRef<Dialog>,
    /// The panel that is open.
    pub popup: RwSignal<Option<Popup>>,
    /// The dialog that gives the stack to other photos, or exports several.
    pub apply: NodeRef<Dialog>,
    /// Whether it exports.
    pub exports: RwSignal<bool>,
    /// The dialog of an export of several.
    pub batch: NodeRef<Dialog>,
    /// The dialog of looks of one's own.
    pub user_presets_dialog: NodeRef<Dialog>,
    /// Whether the film strip is folded to its marks.
    pub strip_folded: RwSignal<bool>,
    /// Whether a narrow window shows the film strip.
    pub strip_open: RwSignal<bool>,
    /// Whether single signs are shortcuts.
    pub signs: RwSignal<bool>,
    /// Whether what had the keyboard is gone, and nothing has it yet.
    pub homeless: RwSignal<bool>,
    /// Dark, light, or as the system.
    pub theme: RwSignal<Theme>,
    /// What the page speaks.
    pub language: RwSignal<Language>,
    /// The editor's code.
    pub chunk: LazyEditor,
}

impl Default for UiState {
    fn default() -> Self {
        Self {
            files: NodeRef::new(),
            picker: NodeRef::new(),
            picking: RwSignal::new(false),
            keys: NodeRef::new(),
            popup: RwSignal::new(None),
            apply: NodeRef::new(),
            exports: RwSignal::new(false),
            batch: NodeRef::new(),
            user_presets_dialog: NodeRef::new(),
            strip_folded: RwSignal::new(local_storage::read(STRIP).as_deref() == Some("folded")),
            strip_open: RwSignal::new(false),
            signs: RwSignal::new(local_storage::read(SHORTCUTS_STYLE).as_deref() != Some("off")),
            homeless: RwSignal::new(false),
            theme: RwSignal::new(Theme::from_name(local_storage::read(THEME).as_deref())),
            language: RwSignal::new(Language::request()),
            chunk: LazyEditor::default(),
        }
    }
}

impl UiState {
    /// Asks for a file.
    pub fn choose_files(&self) {
        if let Some(input) = self.files.get_untracked() {
            input.click();
        }
    }

    /// Opens the picker, while there is room for another filter.
    pub fn open_picker(&self, store: Store) {
        if let Some(dialog) = self.picker.get_untracked()
            && !dialog.open()
            && !store.edit.is_full()
        {
            // It fails only for a dialog that is open or not in the page.
            let _ = dialog.show_modal();
            self.picking.set(true);
            // It is closed with whatever was in sight then, and opens anew.
            if let Ok(Some(list)) = dialog.query_selector(".filter-list") {
                list.set_scroll_top(0);
            }
        }
    }

    /// Opens the dialog that asks for photos: to give the stack to, or to export.
    pub fn choose_photos(&self, exports: bool) {
        self.exports.set(exports);
        show(self.apply);
    }

    /// Opens the dialog of the export of several that goes on; or else asks for photos to export.
    pub fn export_batch(&self, store: Store) {
        if store.jobs.batch.with_untracked(Option::is_some) {
            self.show_batch();
        } else {
            self.choose_photos(true);
        }
    }

    /// Opens the dialog of an export of several.
    pub fn show_batch(&self) {
        show(self.batch);
    }

    /// Opens the dialog of looks of one's own, ready to name another or not.
    pub fn open_user_presets(&self, naming: bool) {
        let dialog = show(self.user_presets_dialog).filter(|_| naming);
        let name = dialog.and_then(|dialog| dialog.query_selector(".preset-name-form input").ok().flatten());
        let _ = name.map(|name| name.unchecked_into::<HtmlElement>().focus());
    }

    /// Folds the film strip, or unfolds it, and remembers it.
    pub fn collapse_filmstrip(&self) {
        let with_merged_turns = !self.strip_folded.get_untracked();
        self.strip_folded.set(with_merged_turns);
        local_storage::write(STRIP, if with_merged_turns { "folded" } else { "" });
    }

    /// Opens the sheet of keys.
    pub fn show_keys(&self) {
        show(self.keys);
    }

    /// Lets single signs be shortcuts or not, and remembers it.
    pub fn choose_shortcut_hints(&self, on: bool) {
        self.signs.set(on);
        local_storage::write(SHORTCUTS_STYLE, if on { "on" } else { "off" });
    }

    /// Whether a dialog is open, and keys are its own.
    pub fn dialog_is_open(&self) -> bool {
        self.open_dialogs().next().is_some()
    }

    /// Closes whatever dialog is open.
    pub fn close_dialogs(&self) {
        self.open_dialogs().for_each(|dialog| dialog.close());
    }

    fn open_dialogs(&self) -> impl Iterator<Item = HtmlDialogElement> + use<> {
        let dialogs = [self.picker, self.keys, self.apply, self.user_presets_dialog, self.batch];
        dialogs.into_iter().filter_map(|dialog| dialog.get_untracked()).filter(HtmlDialogElement::open)
    }

    /// Changes the language, and remembers it.
    pub fn choose_language(&self, language: Language) {
        language.keep();
        language.speak();
        self.language.set(language);
    }

    /// Speaks the language that is wanted, from now on.
    pub fn speak(&self, store: Store) {
        let language = self.language;
        language.get_untracked().speak();
        // The canvas is a new one then.
        Effect::watch(move || language.get(), move |_, _, _| store.render_again(), false);
    }

    /// Chooses the theme, and remembers it.
    pub fn choose_theme(&self, theme: Theme) {
        self.theme.set(theme);
        local_storage::write(THEME, theme.override_value().unwrap_or_default());
    }

    /// Keeps the page in the theme that is chosen.
    pub fn apply_theme(&self) {
        let theme = self.theme;
        Effect::new(move || {
            let Some(root) = document().document_element() else { return };
            // Neither fails: the name is a valid one.
            let _ = match theme.get().override_value() {
                Some(name) => root.set_attribute("data-theme", name),
                None => root.remove_attribute("data-theme"),
            };
        });
    }
}

/// Opens a dialog, unless it is open.
fn show(dialog: NodeRef<Dialog>) -> Option<HtmlDialogElement> {
    let dialog = dialog.get_untracked().filter(|dialog| !dialog.open())?;
    // It fails only for a dialog that is open or not in the page.
    dialog.show_modal().ok()?;
    Some(dialog)
}

/// A panel that opens under a button of the top bar.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Popup {
    /// The steps that were taken.
    History,
    /// What can be done with the stack as a recipe.
    Share,
    /// What a narrow bar has no room for.
    More,
}

impl Popup {
    /// The id of its button.
    pub fn button_id(self) -> &'static str {
        match self {
            Self::History => "open-history",
            Self::Share => "open-share",
            Self::More => "open-more",
        }
    }

    /// Whether it is open; tracked.
    pub fn is_open(self, ui_state: UiState) -> bool {
        ui_state.popup.get() == Some(self)
    }

    /// What its button does: opens it, or closes it.
    pub fn toggle(self, ui_state: UiState) {
        ui_state.popup.set(if untrack(|| self.is_open(ui_state)) { None } else { Some(self) });
    }
}
