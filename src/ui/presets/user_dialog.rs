//! The dialog of looks of one's own: save the stack as one, name them, take them along as files, remove them.

use leptos::{
    html::{Dialog, Input},
    prelude::*,
};
use wasm_bindgen::JsCast;
use web_sys::{HtmlElement, HtmlInputElement};

use crate::{
    i18n::editor::editor,
    i18n::page,
    model::user_presets::{Deed, OwnLook},
    platform::files,
    store::Session,
    store::ui_state::Desk,
    ui::controls::after_render::settled,
    ui::controls::button::Button,
    ui::controls::erased::{flag, on, text},
    ui::controls::keyed_list::each,
    ui::overlay::dialog::on_backdrop,
    ui::presets::user_row,
};

/// They stand beside the looks that come with the page; here they are looked after.
#[component]
pub fn OwnLooks() -> impl IntoView {
    let session = expect_context::<Session>();
    let desk = expect_context::<Desk>();
    let texts = editor();
    let (own, dialog, name) = (session.own, desk.own_looks, NodeRef::<Input>::new());
    let removed = RwSignal::new(None::<OwnLook>);
    let leave = move || {
        if let Some(dialog) = dialog.get_untracked() {
            dialog.close();
        }
    };
    let save = move || {
        let Some(name) = name.get_untracked() else { return };
        if session.stack.with_untracked(|stack| stack.recipe().steps.is_empty()) {
            own.trouble.set(texts.no_stack.to_owned());
        } else if name.value().trim().is_empty() {
            let _ = name.focus();
        } else {
            session.save_look(name.value(), move |_| leave());
        }
    };
    let closed = move |_| {
        own.trouble.set(String::new());
        removed.set(None);
        let _ = name.get_untracked().map(|name| name.set_value(""));
    };
    let entered = move |event: leptos::ev::KeyboardEvent| {
        if event.key() == "Enter" {
            save();
        }
    };
    let chosen = move |event: leptos::ev::Event| {
        own.trouble.set(String::new());
        for file in files::chosen(&event_target::<HtmlInputElement>(&event)) {
            session.import_look(file);
        }
    };
    let remove = Callback::new(move |key| {
        removed.set(untrack(|| own.get(key)));
        session.with_looks(Deed::Remove(key), |_| {});
        settled(move || focus(dialog, ".undo-bar button"));
    });
    let put_back = move |_| {
        if let Some(look) = removed.try_update(Option::take).flatten() {
            session.with_looks(Deed::PutBack(look), |_| {});
        }
        focus(dialog, "h2");
    };
    let said_removed = move || {
        removed
            .with(|look| look.as_ref().map_or_else(String::new, |look| texts.look_removed.fill([&look.name])))
    };
    view! {
        <dialog
            class="list-dialog user-presets-dialog"
            aria-labelledby="user-presets-heading"
            node_ref=dialog
            on:click=on(move |event: leptos::ev::MouseEvent| if on_backdrop(&event) { leave() })
            on:close=on(closed)
        >
            <header class="dialog-header">
                <h2 id="user-presets-heading" tabindex="-1" autofocus>{texts.own_looks}</h2>
                {Button::icon("btn icon-only", "close", texts.close).view(on(move |_| leave()))}
            </header>
            <div class="dialog-body">
                <div class="preset-name-form">
                    <input class="text-input" maxlength="60" autocomplete="off" aria-label=texts.look_name placeholder=texts.look_name node_ref=name on:keydown=on(entered)/>
                    {Button::words("btn primary", texts.save_look).view(on(move |_| save()))}
                </div>
                <p class="error-message" role="alert" hidden=flag(move || own.trouble.read().is_empty())>{text(move || own.trouble.get())}</p>
                <p class="undo-bar" role="status" hidden=flag(move || removed.read().is_none())>
                    <span>{text(said_removed)}</span>
                    {Button::words("btn link", page().put_back).view(on(put_back))}
                </p>
                <ul class="option-list">{each(move || own.keys(), move |key| user_row::row(session, key, remove))}</ul>
                <p class="hint" hidden=flag(move || !own.looks.read().all().is_empty())>{texts.no_own_looks}</p>
            </div>
            <footer class="dialog-footer">
                <label class="btn outlined">
                    <input type="file" class="visually-hidden" accept=".json" multiple on:change=on(chosen)/>
                    {texts.import_looks}
                </label>
                <span class="hint">{texts.recipe_hint}</span>
            </footer>
        </dialog>
    }
}

fn focus(dialog: NodeRef<Dialog>, selector: &str) {
    let found = dialog.get_untracked().and_then(|dialog| dialog.query_selector(selector).ok().flatten());
    if let Some(found) = found.and_then(|found| found.dyn_into::<HtmlElement>().ok()) {
        let _ = found.focus();
    }
}
