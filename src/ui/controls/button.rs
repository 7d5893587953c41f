//! The button. One plain function for nearly all of them, so that the page pays for it once.

use leptos::prelude::*;
use web_sys::MouseEvent;

use crate::{ui::controls::erased::Text, ui::controls::icon::Icon};

/// A name that may be none.
type Name = Box<dyn FnMut() -> Option<String> + Send>;

/// What a button looks like and says.
#[derive(Default)]
pub struct Button {
    /// Its kind, as the stylesheet knows it.
    pub class: &'static str,
    /// Its id, where others have to find it.
    pub id: Option<&'static str>,
    /// Its accessible name, where its words do not say enough or there are none.
    pub label: Option<String>,
    /// The same, where it follows something.
    pub follows: Option<Memo<String>>,
    /// Its icon.
    pub icon: Option<&'static str>,
    /// Its words.
    pub words: Option<String>,
    /// Whether its words are for a wide window only.
    pub wide: bool,
    /// The key that does the same, as it is printed.
    pub key: Option<&'static str>,
    /// The keys that do the same, for screen readers.
    pub shortcut: Option<String>,
    /// `aria-pressed`.
    pub pressed: Option<Text>,
    /// `aria-expanded`.
    pub expanded: Option<Text>,
    /// `aria-disabled`: it can be reached all the same.
    pub disabled: Option<Text>,
}

impl Button {
    /// A button of this kind with words.
    pub fn words(class: &'static str, words: impl Into<String>) -> Self {
        Self { class, words: Some(words.into()), ..Self::default() }
    }

    /// A button of this kind with an icon; its name also shows when a pointer rests on it.
    pub fn icon(class: &'static str, icon: &'static str, label: impl Into<String>) -> Self {
        Self { class, icon: Some(icon), label: Some(label.into()), ..Self::default() }
    }

    /// The button, and what it does.
    pub fn view(self, then: Box<dyn FnMut(MouseEvent)>) -> impl IntoView + use<> {
        let Self { class, id, label, follows, icon, words, wide, key, shortcut, pressed, expanded, disabled } =
            self;
        let name = move || follows.map_or_else(|| label.clone(), |follows| Some(follows.get()));
        let has_words = words.is_some();
        let label: Name = Box::new(name.clone());
        let title: Name = Box::new(move || name().filter(|_| !has_words));
        view! {
            <button
                class=class
                id=id
                aria-label=label
                title=title
                aria-pressed=pressed
                aria-expanded=expanded
                aria-disabled=disabled
                aria-keyshortcuts=shortcut
                on:click=then
            >
                {icon.map(|name| view! { <Icon name/> })}
                {words.map(|words| view! { <span class:collapsible-label=wide>{words}</span> })}
                {key.map(|key| view! { <kbd>{key}</kbd> })}
            </button>
        }
    }
}
