//! Which key does what, as a table.

/// What a key can ask for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Command {
    /// Choose a filter to add.
    AddFilter,
    /// Choose a photo to open.
    Open,
    /// Export the photo.
    Export,
    /// See the original for as long as the key is held.
    Compare,
    /// Show all of the photo.
    Fit,
    /// Show the photo at 100 %.
    FullSize,
    /// Show the photo at 200 %.
    DoubleSize,
    /// To the next larger zoom stop.
    ZoomIn,
    /// To the next smaller zoom stop.
    ZoomOut,
    /// Give up what runs.
    Cancel,
}

/// One key, as the browser names it, and what it does.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Shortcut {
    /// The key's value, lower case.
    pub key: &'static str,
    /// What it does.
    pub command: Command,
}

/// Every shortcut of the page.
pub const SHORTCUTS: &[Shortcut] = &[
    Shortcut { key: "a", command: Command::AddFilter },
    Shortcut { key: "o", command: Command::Open },
    Shortcut { key: "e", command: Command::Export },
    Shortcut { key: "\\", command: Command::Compare },
    Shortcut { key: "0", command: Command::Fit },
    Shortcut { key: "1", command: Command::FullSize },
    Shortcut { key: "2", command: Command::DoubleSize },
    Shortcut { key: "+", command: Command::ZoomIn },
    // The same key without Shift.
    Shortcut { key: "=", command: Command::ZoomIn },
    Shortcut { key: "-", command: Command::ZoomOut },
    Shortcut { key: "escape", command: Command::Cancel },
];

/// A key that went down.
#[derive(Debug, Clone, Copy, Default)]
pub struct Press<'a> {
    /// The key's value.
    pub key: &'a str,
    /// Whether Ctrl, Alt or the Apple key is held: those belong to the browser.
    pub with_modifier: bool,
    /// Whether the key goes into a text or number.
    pub typing: bool,
    /// Whether the key was down already.
    pub repeated: bool,
}

/// What a key asks for, if it asks for anything.
pub fn command(press: Press) -> Option<Command> {
    let command = SHORTCUTS.iter().find(|shortcut| press.key.eq_ignore_ascii_case(shortcut.key))?.command;
    // Zoom goes on while its key is held; nothing else is asked for twice.
    let repeats = matches!(command, Command::ZoomIn | Command::ZoomOut);
    let free =
        !press.with_modifier && (!press.typing || command == Command::Cancel) && (!press.repeated || repeats);
    free.then_some(command)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn press(key: &str) -> Press<'_> {
        Press { key, ..Press::default() }
    }

    #[test]
    fn no_key_means_two_things() {
        for (index, one) in SHORTCUTS.iter().enumerate() {
            assert!(SHORTCUTS[index + 1..].iter().all(|other| other.key != one.key), "{}", one.key);
            assert_eq!(one.key, one.key.to_lowercase());
        }
    }

    #[test]
    fn keys_are_found_with_and_without_shift() {
        assert_eq!(command(press("a")), Some(Command::AddFilter));
        assert_eq!(command(press("A")), Some(Command::AddFilter));
        assert_eq!(command(press("Escape")), Some(Command::Cancel));
        assert_eq!(command(press("q")), None);
    }

    #[test]
    fn the_browsers_own_keys_stay_its_own() {
        assert_eq!(command(Press { with_modifier: true, ..press("a") }), None);
        assert_eq!(command(Press { with_modifier: true, ..press("0") }), None);
    }

    #[test]
    fn typing_is_left_alone_but_escape_cancels() {
        assert_eq!(command(Press { typing: true, ..press("e") }), None);
        assert_eq!(command(Press { typing: true, ..press("Escape") }), Some(Command::Cancel));
    }

    #[test]
    fn a_held_key_asks_once_except_for_zoom() {
        assert_eq!(command(Press { repeated: true, ..press("e") }), None);
        assert_eq!(command(Press { repeated: true, ..press("\\") }), None);
        assert_eq!(command(Press { repeated: true, ..press("+") }), Some(Command::ZoomIn));
    }
}
