use super::*;

fn press(key: &str, clamp: Modifiers) -> KeyPress {
    KeyPress { key: key.to_owned(), clamp, ..KeyPress::default() }
}

fn id(press: &KeyPress) -> Option<Id> {
    asked(press, true).and_then(|command| command.id)
}

#[test]
fn no_keys_mean_two_things() {
    let all = || COMMANDS.iter().filter(|command| command.id.is_some()).flat_map(|command| command.keys);
    for (index, keys) in all().enumerate() {
        assert!(all().skip(index + 1).all(|other| other != keys), "{keys:?}");
        assert_eq!(keys.key, keys.key.to_lowercase());
    }
}

#[test]
fn every_command_is_there_once_and_has_keys() {
    for (index, command) in COMMANDS.iter().enumerate() {
        assert!(!command.keys.is_empty());
        let again = |other: &Command| command.id.is_some() && other.id == command.id;
        assert!(!COMMANDS[index + 1..].iter().any(again), "{:?}", command.id);
    }
}

#[test]
fn typing_is_left_alone_but_for_what_no_text_means() {
    let typed = |key, clamp| KeyPress { typing: true, ..press(key, clamp) };
    assert_eq!(id(&press("a", Modifiers::Nothing)), Some(Id::AddFilter));
    assert_eq!(id(&typed("a", Modifiers::Nothing)), None);
    assert_eq!(id(&typed("Escape", Modifiers::Nothing)), Some(Id::Cancel));
    assert_eq!(id(&typed("s", Modifiers::Ctrl)), Some(Id::Export));
    assert_eq!(id(&typed("c", Modifiers::CtrlShift)), Some(Id::CopyResult));
    // On a Mac it deletes the letter behind, and the row with the number would fold away.
    assert_eq!(id(&typed("d", Modifiers::Ctrl)), None);
    assert_eq!(id(&typed("x", Modifiers::Nothing)), None);
}

#[test]
fn a_held_key_asks_once_except_for_zoom() {
    let clamp = |key| KeyPress { repeated: true, ..press(key, Modifiers::Nothing) };
    assert_eq!(id(&clamp("a")), None);
    assert_eq!(id(&clamp("\\")), None);
    assert_eq!(id(&clamp("+")), Some(Id::ZoomIn));
}

#[test]
fn without_single_signs_only_named_keys_and_ctrl_are_heard() {
    assert!(asked(&press("a", Modifiers::Nothing), false).is_none());
    assert!(asked(&press("?", Modifiers::Nothing), false).is_none());
    assert!(asked(&press("Escape", Modifiers::Nothing), false).is_some());
    assert!(asked(&press("o", Modifiers::Ctrl), false).is_some());
}
