//! The menu that takes the stack elsewhere as a recipe, and brings one.

use leptos::{prelude::*, task::spawn_local};
use safelight_recipe::Recipe;
use wasm_bindgen_futures::JsFuture;
use web_sys::{Blob, BlobPropertyBag};

use crate::{
    i18n::editor::editor,
    model::recipe::{command_line, json},
    model::status::message::StatusMessage,
    services::export::download,
    store::Store,
    store::ui_state::Popup,
    store::ui_state::UiState,
    ui::controls::icon::Icon,
    ui::overlay::popup::{PopupPanel, close},
};

/// Copy as a link or a command line, save as a file, open one.
#[component]
pub fn ShareMenu() -> impl IntoView {
    let store = expect_context::<Store>();
    let ui_state = expect_context::<UiState>();
    let is_empty = move || store.edit.stack.with(|stack| stack.recipe().steps.is_empty());
    let item = move |icon: &'static str, words: &'static str, then: fn(Store)| {
        let act = move |_| {
            if !untrack(is_empty) {
                close(ui_state, Popup::Share);
                then(store);
            }
        };
        view! {
            <button class="menu-item" role="menuitem" aria-disabled=move || is_empty().to_string() on:click=act>
                <Icon name=icon/>
                {words}
            </button>
        }
    };
    let choose = move |_| {
        close(ui_state, Popup::Share);
        ui_state.choose_files();
    };
    let others = Memo::new(move |_| store.documents.list.with(|documents| documents.inactive().count()));
    let apply = move |_| {
        if !untrack(is_empty) {
            close(ui_state, Popup::Share);
            ui_state.choose_photos(false);
        }
    };
    let user_presets_dialog = move |_| {
        close(ui_state, Popup::Share);
        ui_state.open_user_presets(!untrack(is_empty));
    };
    let texts = editor();
    view! {
        <PopupPanel popup=Popup::Share label=texts.share role="menu">
            {item("link", texts.copy_link, copy_link)}
            {item("terminal", texts.copy_line, copy_line)}
            {item("file", texts.save_recipe, save_stack)}
            <button class="menu-item" role="menuitem" on:click=user_presets_dialog>
                <Icon name="plus"/>
                {move || if is_empty() { texts.user_presets_dialog } else { texts.save_look }}
            </button>
            <hr/>
            <Show when={move || others.get() > 0}>
                <button class="menu-item" role="menuitem" aria-disabled=move || is_empty().to_string() on:click=apply>
                    <Icon name="photos"/>
                    {texts.apply_to_others}
                    <span class="menu-item-detail">{move || others.get().to_string()}</span>
                </button>
            </Show>
            <button class="menu-item" role="menuitem" on:click=choose>
                <Icon name="download"/>
                {texts.open_recipe}
            </button>
            <p class="hint">{texts.recipe_hint}</p>
        </PopupPanel>
    }
}

fn copy_link(store: Store) {
    let recipe = store.edit.stack.with_untracked(crate::model::stack::Stack::recipe);
    let location = window().location();
    if let (Some(fragment), Ok(origin), Ok(path)) =
        (json::fragment(&recipe), location.origin(), location.pathname())
    {
        copy(store, format!("{origin}{path}{fragment}"), StatusMessage::CopiedLink);
    }
}

fn copy_line(store: Store) {
    let name = store.documents.photo_name();
    let line = store.edit.stack.with_untracked(|stack| command_line::command_line(&name, stack.layers()));
    copy(store, line, StatusMessage::CopiedLine);
}

fn copy(store: Store, text: String, status_message: StatusMessage) {
    spawn_local(async move {
        let copied = JsFuture::from(window().navigator().clipboard().write_text(&text)).await;
        store.status.set_message(if copied.is_ok() { status_message } else { StatusMessage::NotCopied });
    });
}

fn save_stack(store: Store) {
    let recipe = store.edit.stack.with_untracked(crate::model::stack::Stack::recipe);
    let name = store.documents.photo_name();
    let name = format!("{}-recipe.json", name.rsplit_once('.').map_or(name.as_str(), |(stem, _)| stem));
    save(store, &recipe, name);
}

/// Hands a recipe to the browser's downloads.
pub fn save(store: Store, recipe: &Recipe, name: String) {
    let Some(text) = json::file(recipe) else { return };
    let kind = BlobPropertyBag::new();
    kind.set_type("application/json");
    let blob = Blob::new_with_str_sequence_and_options(&js_sys::Array::of1(&text.into()), &kind);
    let saved = blob.and_then(|blob| download::download(&blob, &name));
    store.status.set_message(if saved.is_ok() {
        StatusMessage::SavedRecipe(name)
    } else {
        StatusMessage::NotSaved(name)
    });
}
