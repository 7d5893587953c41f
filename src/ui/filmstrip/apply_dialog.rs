//! The dialog that asks for photos of the strip: to give them the stack of the one in hand, or to export them.

use std::collections::BTreeMap;

use leptos::prelude::*;
use web_sys::HtmlInputElement;

use crate::{
    i18n::editor::editor, services::worker::scheduler::thumbnail_queue::ThumbnailKind, store::Store,
    store::ui_state::UiState, ui::controls::button::Button, ui::controls::thumbnail_canvas::print,
    ui::overlay::dialog::on_backdrop,
};

/// All that can be opened, as far as is known, are chosen at first.
#[component]
pub fn ApplyDialog() -> impl IntoView {
    let store = expect_context::<Store>();
    let ui_state = expect_context::<UiState>();
    // What a person said of each.
    let decided = RwSignal::new(BTreeMap::<u32, bool>::new());
    let exports = ui_state.exports;
    let others = Memo::new(move |_| {
        store.documents.list.with(|documents| {
            let active = documents.active().filter(|_| exports.get());
            let keys = documents.documents().iter().map(|document| document.key);
            keys.filter(|key| active == Some(*key) || documents.is_inactive(*key)).collect::<Vec<_>>()
        })
    });
    let is_chosen = move |key: &u32| {
        let decided = decided.read().get(key).copied();
        decided.unwrap_or_else(|| store.documents.list.with(|documents| documents.is_readable(*key)))
    };
    let chosen = Memo::new(move |_| others.get().into_iter().filter(is_chosen).collect::<Vec<_>>());
    let leave = move || {
        if let Some(dialog) = ui_state.apply.get_untracked() {
            dialog.close();
        }
    };
    let apply = move |_| {
        let chosen = chosen.get_untracked();
        if !chosen.is_empty() {
            leave();
            if exports.get_untracked() {
                store.export_batch(&chosen);
                ui_state.show_batch();
            } else {
                store.apply_to(&chosen);
            }
        }
    };
    let all = move |_| {
        let none_left = chosen.with_untracked(Vec::is_empty);
        decided.set(others.get_untracked().into_iter().map(|key| (key, none_left)).collect());
    };
    let one = move |key| {
        let name = store
            .documents
            .list
            .with_untracked(|documents| documents.document(key).map(|document| document.name.clone()));
        let choose = move |event: leptos::ev::Event| {
            let is_chosen = event_target::<HtmlInputElement>(&event).checked();
            decided.update(|decided| {
                decided.insert(key, is_chosen);
            });
        };
        view! {
            <li>
                <label class="option-row">
                    <input type="checkbox" prop:checked=move || chosen.read().contains(&key) on:change=choose/>
                    {print(store, ThumbnailKind::Shots, key)}
                    <span>{name}</span>
                </label>
            </li>
        }
        .into_any()
    };
    view! {
        <dialog
            class="list-dialog"
            aria-labelledby="apply-heading"
            node_ref=ui_state.apply
            on:click=move |event: leptos::ev::MouseEvent| if on_backdrop(&event) { leave() }
            on:close=move |_| decided.set(BTreeMap::new())
        >
            <header class="dialog-header">
                <h2 id="apply-heading" tabindex="-1" autofocus>{move || if exports.get() { editor().batch.choose } else { editor().apply }}</h2>
                <Button class="btn icon-only" icon="close" label=editor().close on:click=move |_| leave()/>
            </header>
            <ul class="option-list"><For each=move || others.get() key=|key| *key children=one/></ul>
            <footer class="dialog-footer">
                <button class="btn" on:click=all>
                    {move || if chosen.read().is_empty() { editor().choose_all } else { editor().choose_none }}
                </button>
                <span class="push-end"></span>
                <button class="btn primary" aria-disabled=move || chosen.read().is_empty().to_string() on:click=apply>
                    {move || {
                        let words = if exports.get() { &editor().batch.title } else { &editor().apply_to };
                        words.fill(chosen.read().len())
                    }}
                </button>
            </footer>
        </dialog>
    }
}
