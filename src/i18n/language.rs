//! Which language the page speaks: the person's choice, or else the first that the browser asks for and we have.

use std::cell::Cell;

use leptos::prelude::{document, window};

use crate::platform::local_storage;

/// The choice, among what is kept.
const STORAGE_KEY: &str = "language";

thread_local! {
    static NOW: Cell<Language> = const { Cell::new(Language::English) };
}

/// A language that every text is there in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Language {
    /// British English.
    English,
    /// German.
    German,
}

/// The language that texts are in now.
pub fn now() -> Language {
    NOW.get()
}

impl Language {
    /// What was chosen before, or what the browser asks for.
    pub fn request() -> Self {
        let asked = window().navigator().languages().into_iter().filter_map(|language| language.as_string());
        first_known(local_storage::read(STORAGE_KEY).into_iter().chain(asked))
    }

    /// Lets texts be in this language from here on, and says so to screen readers and translators.
    pub fn speak(self) {
        NOW.set(self);
        if let Some(root) = document().document_element() {
            // The name is a valid one.
            let _ = root.set_attribute("lang", self.code());
        }
    }

    /// Remembers the choice.
    pub fn keep(self) {
        local_storage::write(STORAGE_KEY, self.code());
    }

    /// The one after this one.
    pub fn next(self) -> Self {
        match self {
            Self::English => Self::German,
            Self::German => Self::English,
        }
    }

    /// Its name in itself.
    pub fn name(self) -> &'static str {
        match self {
            Self::English => "English",
            Self::German => "Deutsch",
        }
    }

    /// Its name for machines.
    pub fn code(self) -> &'static str {
        match self {
            Self::English => "en",
            Self::German => "de",
        }
    }
}

/// The first that we have; `de-AT` is German. English, if there is none.
fn first_known(mut tags: impl Iterator<Item = String>) -> Language {
    let known = tags.find_map(|tag| match tag.split('-').next() {
        Some("en") => Some(Language::English),
        Some("de") => Some(Language::German),
        _ => None,
    });
    known.unwrap_or(Language::English)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn first(tags: &[&str]) -> Language {
        first_known(tags.iter().map(|tag| (*tag).to_owned()))
    }

    #[test]
    fn the_first_language_that_we_have_is_spoken() {
        assert_eq!(first(&["fr-CH", "de-CH", "en"]), Language::German);
        assert_eq!(first(&["en-GB", "de"]), Language::English);
        assert_eq!(first(&["eo", "den"]), Language::English);
        assert_eq!(first(&[]), Language::English);
    }

    #[test]
    fn a_language_is_known_by_its_own_code() {
        for language in [Language::English, Language::German] {
            assert_eq!(first(&[language.code()]), language);
            assert_ne!(language.next(), language);
        }
    }

    /// Other tests speak English meanwhile: each has a thread of its own.
    #[test]
    fn texts_follow_the_language() {
        NOW.set(Language::German);
        assert_eq!(crate::i18n::page().ctrl, "Strg");
        assert_eq!(crate::i18n::format::size(24.2e6), "24,2 MB");
    }
}
