//! The sheet of keys, made from the table of commands; and what can be chosen for good: the language.

use leptos::prelude::*;

use crate::{
    commands::Group, commands::shortcut_labels::labels, commands::table::COMMANDS, i18n::editor::editor,
    store::ui_state::UiState, ui::controls::button::Button, ui::overlay::dialog::on_backdrop,
};

/// The parts of the sheet, in its order.
const GROUPS: [Group; 6] =
    [Group::Photos, Group::Filters, Group::View, Group::Slider, Group::Curve, Group::Everywhere];

/// A dialog; Esc closes it.
#[component]
pub fn ShortcutsDialog() -> impl IntoView {
    let ui_state = expect_context::<UiState>();
    let dialog = ui_state.keys;
    let texts = editor();
    let other = ui_state.language.get_untracked().next();
    let leave = move || {
        if let Some(dialog) = dialog.get_untracked() {
            dialog.close();
        }
    };
    view! {
        <dialog
            class="shortcuts-dialog"
            aria-labelledby="shortcuts-heading"
            node_ref=dialog
            on:click=move |event: leptos::ev::MouseEvent| if on_backdrop(&event) { leave() }
        >
            <header class="dialog-header">
                <h2 id="shortcuts-heading" tabindex="-1" autofocus>{texts.keyboard}</h2>
                <Button class="btn icon-only" icon="close" label=texts.close on:click=move |_| leave()/>
            </header>
            <div class="columns" inner_html=sheet()></div>
            <footer class="dialog-footer">
                <button
                    class="switch"
                    role="switch"
                    aria-labelledby="single-key-label"
                    aria-checked=move || ui_state.signs.get().to_string()
                    on:click=move |_| ui_state.choose_shortcut_hints(!ui_state.signs.get_untracked())
                >
                    <i></i>
                </button>
                <span id="single-key-label">{texts.signs}</span>
                <span class="push-end"></span>
                <button class="btn outlined" lang=other.code() on:click=move |_| ui_state.choose_language(other)>
                    {other.name()}
                </button>
            </footer>
        </dialog>
    }
}

fn heading(group: Group) -> &'static str {
    let texts = &editor().key_group;
    match group {
        Group::Photos => texts.photos,
        Group::View => texts.view,
        Group::Filters => texts.filters,
        Group::Slider => texts.slider,
        Group::Curve => texts.curve,
        Group::Everywhere => texts.everywhere,
    }
}

/// The table as HTML: all of it is our own, none of it changes, and so it costs letters and no code.
fn sheet() -> String {
    let mut sheet = String::new();
    for group in GROUPS {
        sheet.extend(["<section><h3>", heading(group), "</h3><dl>"]);
        for command in COMMANDS.iter().filter(|command| command.group == group) {
            // What a command has besides its first keys need not be learnt.
            let shown = if command.id.is_some() { &command.keys[..1] } else { command.keys };
            // What is held for all of them is named once.
            let mut keys = labels(shown[0]);
            keys.extend(shown[1..].iter().filter_map(|keys| labels(*keys).pop()));
            let (name, keys) = ((command.name)(&editor().command), keys.join("</kbd> <kbd>"));
            sheet.extend(["<div><dt>", name, "</dt><dd><kbd>", &keys, "</kbd></dd></div>"]);
        }
        sheet += "</dl></section>";
    }
    sheet
}
