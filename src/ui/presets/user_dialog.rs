//! The dialog of looks of one's own: save the stack as one, name them, take them along as files, remove them.

use leptos::{
    html::{Dialog, Input},
    prelude::*,
};
use wasm_bindgen::JsCast;
use web_sys::{HtmlElement, HtmlInputElement};

use crate::{
    i18n::editor::editor,
    i18n::notifications::single_line,
    i18n::page,
    model::user_presets::{PresetCommand, UserPreset},
    platform::files,
    store::Store,
    store::ui_state::UiState,
    ui::controls::after_render::settled,
    ui::controls::button::Button,
    ui::overlay::dialog::on_backdrop,
    ui::presets::user_row,
};

/// They stand beside the looks that come with the page; here they are looked after.
#[component]
pub fn UserPresets() -> impl IntoView {
    let store = expect_context::<Store>();
    let ui_state = expect_context::<UiState>();
    let texts = editor();
    let (user_presets, dialog, name) = (store.presets, ui_state.user_presets_dialog, NodeRef::<Input>::new());
    let removed = RwSignal::new(None::<UserPreset>);
    let leave = move || {
        if let Some(dialog) = dialog.get_untracked() {
            dialog.close();
        }
    };
    // Nothing can be saved of a photo without filters.
    let is_empty = RwSignal::new(false);
    let clear_error = move || {
        is_empty.set(false);
        user_presets.clear_error();
    };
    let error = move || {
        if is_empty.get() {
            return texts.no_stack.to_owned();
        }
        user_presets.error.with(|error| error.as_ref().map_or_else(String::new, single_line))
    };
    let save = move || {
        let Some(name) = name.get_untracked() else { return };
        if store.edit.stack.with_untracked(|stack| stack.recipe().steps.is_empty()) {
            is_empty.set(true);
        } else if name.value().trim().is_empty() {
            let _ = name.focus();
        } else {
            store.save_preset(name.value(), move |_| leave());
        }
    };
    let closed = move |_| {
        clear_error();
        removed.set(None);
        let _ = name.get_untracked().map(|name| name.set_value(""));
    };
    let entered = move |event: leptos::ev::KeyboardEvent| {
        if event.key() == "Enter" {
            save();
        }
    };
    let on_chosen = move |event: leptos::ev::Event| {
        clear_error();
        for file in files::on_chosen(&event_target::<HtmlInputElement>(&event)) {
            store.presets.import(file);
        }
    };
    let remove = Callback::new(move |key| {
        removed.set(untrack(|| user_presets.get(key)));
        store.presets.run(PresetCommand::Remove(key), |_| {});
        settled(move || focus(dialog, ".undo-bar button"));
    });
    let put_back = move |_| {
        if let Some(look) = removed.try_update(Option::take).flatten() {
            store.presets.run(PresetCommand::PutBack(look), |_| {});
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
            on:click=move |event: leptos::ev::MouseEvent| if on_backdrop(&event) { leave() }
            on:close=closed
        >
            <header class="dialog-header">
                <h2 id="user-presets-heading" tabindex="-1" autofocus>{texts.user_presets_dialog}</h2>
                <Button class="btn icon-only" icon="close" label=texts.close on:click=move |_| leave()/>
            </header>
            <div class="dialog-body">
                <div class="preset-name-form">
                    <input class="text-input" maxlength="60" autocomplete="off" aria-label=texts.look_name placeholder=texts.look_name node_ref=name on:keydown=entered/>
                    <Button class="btn primary" on:click=move |_| save()>{texts.save_look}</Button>
                </div>
                <p class="error-message" role="alert" hidden=move || error().is_empty()>{error}</p>
                <p class="undo-bar" role="status" hidden=move || removed.read().is_none()>
                    <span>{said_removed}</span>
                    <Button class="btn link" on:click=put_back>{page().put_back}</Button>
                </p>
                <ul class="option-list"><For each=move || user_presets.keys() key=|key| *key children=move |key| user_row::layer(store, key, remove)/></ul>
                <p class="hint" hidden=move || !user_presets.list.read().all().is_empty()>{texts.no_own_looks}</p>
            </div>
            <footer class="dialog-footer">
                <label class="btn outlined">
                    <input type="file" class="visually-hidden" accept=".json" multiple on:change=on_chosen/>
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
