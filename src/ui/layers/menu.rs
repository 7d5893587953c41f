//! What can be done to the whole stack.

use leptos::prelude::*;

use crate::{
    i18n::editor::editor,
    store::Store,
    ui::overlay::menu::{Item, menu},
};

/// All off or on, copy, paste, clear.
pub fn stack_menu(store: Store) -> AnyView {
    let is_empty = move || store.edit.stack.with(|stack| stack.layers().is_empty());
    let any_on =
        Memo::new(move |_| store.edit.stack.with(|stack| stack.layers().iter().any(|layer| layer.on)));
    let items = vec![
        Item {
            icon: "theme",
            words: Signal::derive(move || {
                if any_on.get() || is_empty() { editor().all_off } else { editor().all_on }
            }),
            disabled: Signal::derive(is_empty),
            then: Box::new(move || store.edit.set_all_enabled(!any_on.get_untracked())),
        },
        Item {
            icon: "copy",
            words: editor().copy_stack.into(),
            disabled: Signal::derive(is_empty),
            then: Box::new(move || store.edit.copy_stack()),
        },
        Item {
            icon: "paste",
            words: editor().paste_stack.into(),
            disabled: Signal::derive(move || store.edit.copied_stack.read().is_none()),
            then: Box::new(move || store.edit.paste_stack()),
        },
        Item {
            icon: "trash",
            words: editor().remove_all.into(),
            disabled: Signal::derive(is_empty),
            then: Box::new(move || store.edit.clear()),
        },
    ];
    menu(editor().whole_stack, "more", items)
}
