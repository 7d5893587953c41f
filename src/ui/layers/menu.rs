//! What can be done to the whole stack.

use leptos::prelude::*;

use crate::{
    i18n::editor::editor,
    store::Session,
    ui::controls::erased::{text, yes_no},
    ui::overlay::menu::{Item, menu},
};

/// All off or on, copy, paste, clear.
pub fn stack_menu(session: Session) -> AnyView {
    let is_empty = move || session.stack.with(|stack| stack.rows().is_empty());
    let any_on = Memo::new(move |_| session.stack.with(|stack| stack.rows().iter().any(|row| row.on)));
    let items = vec![
        Item {
            icon: "theme",
            words: text(move || if any_on.get() || is_empty() { editor().all_off } else { editor().all_on }),
            disabled: Some(yes_no(is_empty)),
            then: Box::new(move || session.switch_all(!any_on.get_untracked())),
        },
        Item {
            icon: "copy",
            words: text(|| editor().copy_stack),
            disabled: Some(yes_no(is_empty)),
            then: Box::new(move || session.copy_stack()),
        },
        Item {
            icon: "paste",
            words: text(|| editor().paste_stack),
            disabled: Some(yes_no(move || session.copied_stack.read().is_none())),
            then: Box::new(move || session.paste_stack()),
        },
        Item {
            icon: "trash",
            words: text(|| editor().remove_all),
            disabled: Some(yes_no(is_empty)),
            then: Box::new(move || session.clear()),
        },
    ];
    menu(editor().whole_stack, "more", items)
}
