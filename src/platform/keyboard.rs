//! Keys as they are struck, and as commands want them.

use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlInputElement, KeyboardEvent};

/// Opens photos. The empty room has no other key, and no table of commands yet.
pub const OPEN: Keys = Keys::ctrl("o");

/// One key, with what is held beside it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Keys {
    /// What is held.
    pub clamp: Modifiers,
    /// The key's value as the browser names it, lower case.
    pub key: &'static str,
}

/// What is held beside a key.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Modifiers {
    /// Nothing; or Shift, where a keyboard needs it for the sign.
    #[default]
    Nothing,
    /// Shift. Controls hear it by themselves; no command has it.
    Shift,
    /// Ctrl, or the Apple key.
    Ctrl,
    /// The same with Shift.
    CtrlShift,
    /// Alt.
    Alt,
}

/// A key that went down.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct KeyPress {
    /// The key's value.
    pub key: String,
    /// What is held.
    pub clamp: Modifiers,
    /// Whether the key goes into a text or number.
    pub typing: bool,
    /// Whether the key was down already.
    pub repeated: bool,
}

impl Keys {
    /// A key by itself.
    pub const fn plain(key: &'static str) -> Self {
        Self { clamp: Modifiers::Nothing, key }
    }

    /// A key with Ctrl, or the Apple key.
    pub const fn ctrl(key: &'static str) -> Self {
        Self { clamp: Modifiers::Ctrl, key }
    }

    /// Whether these went down.
    pub fn are(self, press: &KeyPress) -> bool {
        self.clamp == press.clamp && self.key.eq_ignore_ascii_case(&press.key)
    }

    /// Whether it is one sign by itself, which somebody who speaks or trembles may strike unawares.
    pub fn is_printable(self) -> bool {
        self.clamp == Modifiers::Nothing && self.key.len() == 1
    }
}

impl KeyPress {
    /// The key of this event.
    pub fn of(event: &KeyboardEvent) -> Self {
        let (ctrl, alt) = (event.ctrl_key() || event.meta_key(), event.alt_key());
        let clamp = match (ctrl, alt) {
            // Together they are how some keyboards reach a sign.
            (true, true) | (false, false) => Modifiers::Nothing,
            (true, false) if event.shift_key() => Modifiers::CtrlShift,
            (true, false) => Modifiers::Ctrl,
            (false, true) => Modifiers::Alt,
        };
        Self { key: event.key(), clamp, typing: is_typing(event), repeated: event.repeat() }
    }
}

/// Whether the key goes into a text or number. A slider takes no letters, and a list only while it is open.
fn is_typing(event: &KeyboardEvent) -> bool {
    let Some(target) = event.target().and_then(|target| target.dyn_into::<Element>().ok()) else {
        return false;
    };
    match target.dyn_ref::<HtmlInputElement>() {
        Some(input) => !matches!(input.type_().as_str(), "range" | "radio" | "checkbox"),
        // Browsers that do not know the selector let no key out of an open list.
        None => target.tag_name() == "TEXTAREA" || target.matches("select:open").unwrap_or(false),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn keys_are_found_in_either_case_and_with_what_is_held() {
        let press = |key: &str, clamp| KeyPress { key: key.to_owned(), clamp, ..KeyPress::default() };
        assert!(Keys::plain("a").are(&press("A", Modifiers::Nothing)));
        assert!(OPEN.are(&press("o", Modifiers::Ctrl)));
        assert!(!OPEN.are(&press("o", Modifiers::Nothing)) && !OPEN.are(&press("o", Modifiers::CtrlShift)));
        assert!(!Keys::plain("a").are(&press("a", Modifiers::Ctrl)), "the browser's own keys stay its own");
    }

    #[test]
    fn signs_are_told_from_named_keys() {
        assert!(Keys::plain("a").is_printable() && Keys::plain("?").is_printable());
        assert!(!Keys::plain("escape").is_printable() && !OPEN.is_printable());
    }
}
