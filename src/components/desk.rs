//! What a component can do to the page itself: choose files, open the picker, change theme and language, load the
//! editor.

use leptos::{
    html::{Dialog, Input},
    prelude::*,
};

use super::theme_button::Theme;
use crate::{chunk::Chunk, session::Session, texts::Language};

/// Handles to the parts of the page that others open. Copy it freely.
#[derive(Clone, Copy)]
pub struct Desk {
    /// The file input behind every "Open".
    pub files: NodeRef<Input>,
    /// The dialog that adds a filter.
    pub picker: NodeRef<Dialog>,
    /// Dark, light, or as the system.
    pub theme: RwSignal<Theme>,
    /// What the page speaks.
    pub language: RwSignal<Language>,
    /// The editor's code.
    pub chunk: Chunk,
}

impl Default for Desk {
    fn default() -> Self {
        Self {
            files: NodeRef::new(),
            picker: NodeRef::new(),
            theme: RwSignal::new(Theme::default()),
            language: RwSignal::new(Language::wanted()),
            chunk: Chunk::default(),
        }
    }
}

impl Desk {
    /// Asks for a file.
    pub fn choose_files(&self) {
        if let Some(input) = self.files.get_untracked() {
            input.click();
        }
    }

    /// Opens the picker.
    pub fn open_picker(&self) {
        if let Some(dialog) = self.picker.get_untracked()
            && !dialog.open()
        {
            // It fails only for a dialog that is open or not in the page.
            let _ = dialog.show_modal();
            // It is closed with whatever was in sight then, and opens anew.
            if let Ok(Some(list)) = dialog.query_selector(".list") {
                list.set_scroll_top(0);
            }
        }
    }

    /// Whether the picker is open, and keys are its own.
    pub fn picker_is_open(&self) -> bool {
        self.picker.get_untracked().is_some_and(|dialog| dialog.open())
    }

    /// Changes the language, and remembers it.
    pub fn choose_language(&self, language: Language) {
        language.keep();
        language.speak();
        self.language.set(language);
    }

    /// Speaks the language that is wanted, from now on.
    pub fn speak(&self, session: Session) {
        let language = self.language;
        language.get_untracked().speak();
        // The canvas is a new one then.
        Effect::watch(move || language.get(), move |_, _, _| session.show_again(), false);
    }

    /// Keeps the page in the theme that is chosen.
    pub fn wear_theme(&self) {
        let theme = self.theme;
        Effect::new(move || {
            let Some(root) = document().document_element() else { return };
            // Neither fails: the name is a valid one.
            let _ = match theme.get().forced() {
                Some(name) => root.set_attribute("data-theme", name),
                None => root.remove_attribute("data-theme"),
            };
        });
    }
}
