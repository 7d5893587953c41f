//! The film strip: all photos, one stop of the Tab key with arrow keys inside.

use leptos::{html::Ol, prelude::*};
use wasm_bindgen::JsCast;
use web_sys::{HtmlElement, KeyboardEvent};

use crate::{
    commands::Id, commands::shortcut_labels::aria_keyshortcuts, i18n::editor::editor, store::Store,
    store::filmstrip_thumbnails, store::ui_state::UiState, ui::controls::button::Button, ui::filmstrip::item,
};

/// From two photos on. A narrow window shows it when it is asked for.
#[component]
pub fn Filmstrip() -> impl IntoView {
    let store = expect_context::<Store>();
    filmstrip_thumbnails::watch(store);
    let batch = Memo::new(move |_| store.documents.list.with(|documents| documents.documents().len() > 1));
    view! { <Show when=move || batch.get()>{all(store)}</Show> }
}

fn all(store: Store) -> AnyView {
    let ui_state = expect_context::<UiState>();
    let list = NodeRef::<Ol>::new();
    let focused = RwSignal::new(None);
    let stop = Memo::new(move |_| {
        store.documents.list.with(|documents| {
            let focused = focused.get().filter(|key| documents.index_of(*key).is_some());
            focused.or(documents.active()).or_else(|| Some(documents.documents().first()?.key))
        })
    });
    let keys = move || {
        store
            .documents
            .list
            .with(|documents| documents.documents().iter().map(|document| document.key).collect::<Vec<_>>())
    };
    let pressed = move |event: KeyboardEvent| {
        let Some(list) = list.get_untracked() else { return };
        let Some((at, documents_list)) = shot_at(&list, &event) else { return };
        if event.key() == "Delete" {
            event.prevent_default();
            if let Some(key) =
                store.documents.list.with_untracked(|documents| Some(documents.documents().get(at)?.key))
            {
                store.remove_photo(key);
                // What had the focus may be gone; its neighbour is not.
                let next = documents_list.get(at + 1).or_else(|| documents_list.get(at.checked_sub(1)?));
                let _ = next.map(HtmlElement::focus);
            }
        } else if let Some(next) = next(&event.key(), at, documents_list.len()) {
            event.prevent_default();
            // Focus fails only where there is none to give.
            let _ = documents_list[next].focus();
        }
    };
    view! {
        <nav class="filmstrip" aria-label=editor().photos data-collapsed=move || ui_state.strip_folded.get() data-open=move || ui_state.strip_open.get()>
            <ol node_ref=list on:keydown=pressed>
                <For each=keys key=|key| *key children=move |key| item::document(store, key, stop, focused)/>
            </ol>
            <div class="filmstrip-actions">
                <Button class="btn icon-only" icon="plus" label=editor().open_another shortcut=aria_keyshortcuts(Id::Open) on:click=move |_| ui_state.choose_files()/>
                <Button class="btn icon-only wide-only" icon="sidebar" label=editor().documents expanded=move || !ui_state.strip_folded.get() on:click=move |_| ui_state.collapse_filmstrip()/>
            </div>
        </nav>
    }
    .into_any()
}

/// Which photo a key went to, and the buttons of all.
fn shot_at(list: &HtmlElement, event: &KeyboardEvent) -> Option<(usize, Vec<HtmlElement>)> {
    let found = list.query_selector_all(".filmstrip-item").ok()?;
    let documents_list: Vec<HtmlElement> =
        (0..found.length()).filter_map(|index| found.get(index)?.dyn_into().ok()).collect();
    let target = event.target()?;
    Some((
        documents_list.iter().position(|document| document.is_same_node(target.dyn_ref()))?,
        documents_list,
    ))
}

/// Which of `count` photos a key leads to. A strip has ends.
fn next(key: &str, at: usize, count: usize) -> Option<usize> {
    let last = count.checked_sub(1)?;
    match key {
        "ArrowDown" | "ArrowRight" => Some((at + 1).min(last)),
        "ArrowUp" | "ArrowLeft" => Some(at.saturating_sub(1)),
        "Home" => Some(0),
        "End" => Some(last),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::next;

    #[test]
    fn arrows_stop_at_the_ends() {
        assert_eq!(next("ArrowDown", 1, 3), Some(2));
        assert_eq!(next("ArrowRight", 2, 3), Some(2));
        assert_eq!(next("ArrowUp", 0, 3), Some(0));
        assert_eq!(next("ArrowLeft", 2, 3), Some(1));
        assert_eq!(next("End", 0, 3), Some(2));
        assert_eq!(next("Home", 2, 3), Some(0));
        assert_eq!(next("Enter", 0, 3), None);
    }
}
