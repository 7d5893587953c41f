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
    ui::controls::erased::{Text, flag, on, text, yes_no},
    ui::controls::keyed_list::each,
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
        <section class="presets" aria-labelledby="presets-heading" data-expanded=flag(move || all.get())>
            <div class="section-header">
                <h2 id="presets-heading">{editor().looks}</h2>
                <span class="button-group">
                    {Button::icon("btn icon-only", "plus", editor().user_presets_dialog).view(on(move |_| ui_state.open_user_presets(false)))}
                    <button class="btn" aria-pressed=yes_no(move || all.get()) on:click=on(move |_| all.update(|all| *all = !*all))>
                        {text(count)}
                    </button>
                </span>
            </div>
            <Toolbar label=editor().looks class="preset-list">
                {print_of(store, 0, None)}
                {each(move || store.presets.keys(), move |key| own_print(store, key))}
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
    let then = Box::new(move || store.edit.apply_preset(look));
    button(
        print(store, ThumbnailKind::PresetList, index),
        text(move || name),
        text(move || summary),
        worn,
        then,
    )
}

/// The same of a person's own.
fn own_print(store: Store, key: u32) -> AnyView {
    let name = look_name(store, key, None);
    let worn = Memo::new(move |_| {
        let user_presets = store.presets.get(key);
        user_presets.is_some_and(|user_presets| {
            store.edit.stack.with(|stack| stack.matches_preset(&user_presets.recipe))
        })
    });
    let (shown, title) = (text(move || name.get()), text(move || name.get()));
    button(
        print(store, ThumbnailKind::UserPresetStore, key),
        shown,
        title,
        worn,
        Box::new(move || store.apply_user_preset(key)),
    )
}

fn button(
    picture: AnyView,
    name: Text,
    title: Text,
    worn: Memo<bool>,
    mut then: Box<dyn FnMut()>,
) -> AnyView {
    view! {
        <button class="preset" title=title aria-pressed=yes_no(move || worn.get()) on:click=on(move |_| then())>
            {picture}
            <b>{name}</b>
        </button>
    }
    .into_any()
}
