//! Keys as people read them, and as screen readers are told them.

use leptos::prelude::window;

use crate::{
    commands::Id,
    commands::table::COMMANDS,
    i18n::editor::editor,
    i18n::page,
    platform::keyboard::{Keys, Modifiers},
};

/// What is printed on the keys, one after another.
pub fn labels(keys: Keys) -> Vec<String> {
    let texts = &editor().key;
    let (ctrl, shift, alt) =
        if is_apple() { ("⌘", "⇧", "⌥") } else { (page().ctrl, texts.shift, texts.alt) };
    let clamp: &[&str] = match keys.clamp {
        Modifiers::Nothing => &[],
        Modifiers::Shift => &[shift],
        Modifiers::Ctrl => &[ctrl],
        Modifiers::CtrlShift => &[ctrl, shift],
        Modifiers::Alt => &[alt],
    };
    let key = match keys.key {
        "arrowleft" => "←",
        "arrowright" => "→",
        "arrowup" => "↑",
        "arrowdown" => "↓",
        "-" => "−",
        " " => texts.space,
        "tab" => texts.tab,
        "wheel" => texts.wheel,
        "escape" => editor().escape,
        "enter" => editor().enter,
        "delete" => texts.delete,
        "home" => texts.home,
        "end" => texts.end,
        "backspace" => texts.backspace,
        letter => {
            return clamp.iter().map(|clamp| (*clamp).to_owned()).chain([letter.to_uppercase()]).collect();
        }
    };
    clamp.iter().copied().chain([key]).map(str::to_owned).collect()
}

/// A command's keys, as `aria-keyshortcuts` has them.
pub fn aria_keyshortcuts(id: Id) -> String {
    let command = COMMANDS.iter().find(|command| command.id == Some(id));
    let keys = command.and_then(|command| command.keys.first());
    keys.map_or_else(String::new, |keys| spoken_keys(*keys, is_apple()))
}

fn spoken_keys(keys: Keys, is_apple: bool) -> String {
    let ctrl = if is_apple { "Meta" } else { "Control" };
    let clamp = match keys.clamp {
        Modifiers::Nothing => String::new(),
        Modifiers::Shift => "Shift+".to_owned(),
        Modifiers::Ctrl => format!("{ctrl}+"),
        Modifiers::CtrlShift => format!("{ctrl}+Shift+"),
        Modifiers::Alt => "Alt+".to_owned(),
    };
    let key = match keys.key {
        "+" => "Plus".to_owned(),
        " " => "Space".to_owned(),
        "escape" => "Escape".to_owned(),
        "delete" => "Delete".to_owned(),
        letter => letter.to_uppercase(),
    };
    clamp + &key
}

fn is_apple() -> bool {
    window().navigator().platform().is_ok_and(|name| name.starts_with("Mac") || name.starts_with("iP"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn screen_readers_are_told_whole_names() {
        assert_eq!(spoken_keys(Keys::ctrl("o"), false), "Control+O");
        assert_eq!(spoken_keys(Keys::ctrl("o"), true), "Meta+O");
        assert_eq!(spoken_keys(Keys::plain("+"), false), "Plus");
    }
}
