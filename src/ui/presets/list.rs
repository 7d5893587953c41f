//! Looks: ready-made stacks, one click each. A person's own come first.

use leptos::prelude::*;
use safelight_recipe::{PRESETS, Preset, Recipe};

use crate::{
    i18n::editor::editor,
    i18n::filters::look_summary,
    services::worker::scheduler::thumbnail_queue::ThumbnailKind,
    store::Store,
    store::ui_state::UiState,
    ui::controls::after_render::settled,
    ui::controls::button::Button,
    ui::controls::thumbnail_canvas::print,
    ui::controls::toolbar::{Toolbar, set_roving_tabindex},
    ui::presets::user_row::look_name,
};

/// The original, and every look there is; the one that the stack is now is marked.
#[component]
pub fn PresetList() -> impl IntoView {
    let store = expect_context::<Store>();
    let ui_state = expect_context::<UiState>();
    let all = RwSignal::new(false);
    // Of each photo that is opened, and not again when it comes back with a new worker.
    Effect::new(move || {
        if store.documents.photo.read().is_some() {
            store.request_preset_thumbnails();
        }
    });
    Effect::new(move || {
        store.presets.list.track();
        if store.documents.photo.read().is_some() {
            store.request_user_preset_thumbnails();
        }
        settled(|| set_roving_tabindex(".presets .preset-list"));
    });
    let count = move || editor().all_looks.fill([&(store.presets.keys().len() + PRESETS.len()).to_string()]);
    view! {
        <section class="presets" aria-labelledby="presets-heading" data-expanded=move || all.get()>
            <div class="section-header">
                <h2 id="presets-heading">{editor().looks}</h2>
                <span class="button-group">
                    <Button class="btn icon-only" icon="plus" label=editor().user_presets_dialog on:click=move |_| ui_state.open_user_presets(false)/>
                    <button class="btn" aria-pressed=move || all.get().to_string() on:click=move |_| all.update(|all| *all = !*all)>
                        {count}
                    </button>
                </span>
            </div>
            <Toolbar label=editor().looks class="preset-list">
                {print_of(store, 0, None)}
                <For each=move || store.presets.keys() key=|key| *key children=move |key| own_print(store, key)/>
                {PRESETS.iter().zip(1..).map(|(look, index)| print_of(store, index, Some(look))).collect_view()}
            </Toolbar>
        </section>
    }
}

/// A look's picture and name; without a look, the original's.
fn print_of(store: Store, index: u32, look: Option<&'static Preset>) -> AnyView {
    let recipe = look.map_or_else(|| Recipe::new(Vec::new()), Preset::recipe);
    let summary = look.map_or(editor().as_it_came, look_summary);
    let name = look.map_or(editor().original, crate::i18n::filters::look_name);
    let worn = Memo::new(move |_| store.edit.stack.with(|stack| stack.matches_preset(&recipe)));
    let picture = print(store, ThumbnailKind::PresetList, index);
    view! {
        <PresetButton picture name title=summary pressed=worn on:click=move |_| store.edit.apply_preset(look)/>
    }
    .into_any()
}

/// The same of a person's own.
fn own_print(store: Store, key: u32) -> impl IntoView {
    let name = look_name(store, key, None);
    let worn = Memo::new(move |_| {
        let user_presets = store.presets.get(key);
        user_presets.is_some_and(|user_presets| {
            store.edit.stack.with(|stack| stack.matches_preset(&user_presets.recipe))
        })
    });
    let picture = print(store, ThumbnailKind::UserPresetStore, key);
    view! {
        <PresetButton picture name title=name pressed=worn on:click=move |_| store.apply_user_preset(key)/>
    }
}

/// A toggle button with a picture and a name under it.
#[component]
fn PresetButton(
    picture: AnyView,
    #[prop(into)] name: Signal<String>,
    #[prop(into)] title: Signal<String>,
    pressed: Memo<bool>,
) -> impl IntoView {
    view! {
        <button class="preset" title=title aria-pressed=move || pressed.get().to_string()>
            {picture}
            <b>{name}</b>
        </button>
    }
}
