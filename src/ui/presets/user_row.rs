//! One look of one's own: its picture, its name, and what can be done with it.

use leptos::prelude::*;
use web_sys::HtmlInputElement;

use crate::{
    i18n::editor::editor, i18n::template::Template, model::user_presets::PresetCommand,
    services::worker::scheduler::thumbnail_queue::ThumbnailKind, store::Store, ui::controls::button::Button,
    ui::controls::thumbnail_canvas::print, ui::export::share_menu,
};

/// The name is a field.
pub fn layer(store: Store, key: u32, remove: Callback<u32>) -> AnyView {
    let name = look_name(store, key, None);
    let renamed = move |event: leptos::ev::Event| {
        let field = event_target::<HtmlInputElement>(&event);
        let typed = field.value();
        // It may get another name than was typed, or keep the one that it has.
        field.set_value(&name.get_untracked());
        store.presets.run(PresetCommand::Rename(key, typed), move |name| field.set_value(&name));
    };
    let save = move |_| {
        if let Some(look) = untrack(|| store.presets.get(key)) {
            share_menu::save(store, &look.recipe, format!("{}.json", look.name));
        }
    };
    let label = move |words| look_name(store, key, Some(words));
    view! {
        <li class="option-row">
            {print(store, ThumbnailKind::UserPresetStore, key)}
            <input
                class="text-input"
                maxlength="60"
                autocomplete="off"
                aria-label=label(&editor().name_of)
                prop:value=move || name.get()
                on:change=renamed
            />
            <Button class="btn icon-only" icon="file" label=label(&editor().save_it) on:click=save/>
            <Button class="btn icon-only" icon="trash" label=label(&editor().remove_it) on:click=move |_| remove.run(key)/>
        </li>
    }
    .into_any()
}

/// A look's name, by itself or in a text.
pub fn look_name(store: Store, key: u32, words: Option<&'static Template<1>>) -> Memo<String> {
    Memo::new(move |_| {
        let name = store.presets.get(key).map(|user_presets| user_presets.name).unwrap_or_default();
        words.map_or(name.clone(), |words| words.fill([&name]))
    })
}
