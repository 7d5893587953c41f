//! The panel beside the photo, or the sheet below it.

use leptos::prelude::*;

use crate::{
    commands::Id,
    commands::shortcut_labels::aria_keyshortcuts,
    i18n::editor::editor,
    model::stack::Stack,
    store::Store,
    store::ui_state::UiState,
    ui::controls::icon::Icon,
    ui::crop::done::done,
    ui::crop::panel::CropSettings,
    ui::layers::layer_row,
    ui::layers::list::LayerList,
    ui::layers::menu::stack_menu,
    ui::plot::histogram::Histogram,
    ui::presets::list::PresetList,
    ui::shell::tabs::{Tab, Tabs},
};

/// "Develop": looks, the stack, and the button that adds a filter.
#[component]
pub fn Panel() -> impl IntoView {
    let store = expect_context::<Store>();
    let ui_state = expect_context::<UiState>();
    let (tab, with_merged_turns) = (RwSignal::new(Tab::default()), RwSignal::new(false));
    let crop_tool = Memo::new(move |_| store.edit.crop_tool.is_open.get());
    Effect::new(move || {
        if crop_tool.get() {
            tab.set(Tab::Stack);
            with_merged_turns.set(false);
        }
    });
    // What nobody sees is not counted.
    let counted = Memo::new(move |_| {
        let seen = match tab.get() {
            Tab::Histogram => true,
            Tab::Stack => layer_row::has_graph(store),
            Tab::PresetList => false,
        };
        !store.view.viewport.read().narrow || (seen && !with_merged_turns.get())
    });
    Effect::new(move || store.view.inspection.set_shows_histogram(counted.get()));
    let is_full = Memo::new(move |_| store.edit.stack.with(Stack::is_full));
    view! {
        <aside
            class="panel"
            aria-label=editor().develop
            data-tab=move || tab.get().id()
            data-collapsed=move || with_merged_turns.get()
            inert=move || store.documents.opening.read().is_some()
        >
            <Tabs tab with_merged_turns/>
            <Histogram/>
            <div class="panel-scroll">
                <Show when=move || crop_tool.get()>
                    <CropSettings/>
                </Show>
                <PresetList/>
                <LayerList/>
            </div>
            <div class="panel-footer" hidden=move || !crop_tool.get()>{done(store)}</div>
            <div class="panel-footer" hidden=move || crop_tool.get()>
                <button
                    class="btn outlined"
                    id="add-filter"
                    aria-haspopup="dialog"
                    aria-keyshortcuts=aria_keyshortcuts(Id::AddFilter)
                    aria-disabled=move || is_full.get().to_string()
                    title=move || if is_full.get() { editor().status_message.stack_full } else { "" }
                    on:click=move |_| ui_state.open_picker(store)
                >
                    <Icon name="plus"/>
                    {move || if is_full.get() { editor().stack_full } else { editor().add_filter }}
                    <kbd>"A"</kbd>
                </button>
                // The stack's own head is no part of the sheet: its tab says the same.
                <span class="narrow-only">{stack_menu(store)}</span>
            </div>
        </aside>
    }
}
