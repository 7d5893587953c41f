//! One photo of the strip: its picture or its name, its number, and a mark for how it stands.

use leptos::prelude::*;

use crate::{
    i18n::editor::editor, model::documents::document::DocumentStatus,
    services::worker::scheduler::thumbnail_queue::ThumbnailKind, store::Store,
    ui::controls::thumbnail_canvas::print,
};

/// A button that takes the photo up.
pub fn document(store: Store, key: u32, stop: Memo<Option<u32>>, focused: RwSignal<Option<u32>>) -> AnyView {
    let name = store
        .documents
        .list
        .with_untracked(|documents| documents.document(key).map(|document| document.name.clone()));
    let name = name.unwrap_or_default();
    let number = Memo::new(move |_| {
        store.documents.list.with(|documents| {
            documents.index_of(key).map_or_else(String::new, |place| (place + 1).to_string())
        })
    });
    let status = Memo::new(move |_| {
        store.documents.list.with(|documents| documents.status(key, &store.edit.stack.read()))
    });
    let current = Memo::new(move |_| store.documents.list.with(|documents| documents.active() == Some(key)));
    let label = {
        let name = name.clone();
        move || editor().document.fill([&number.get(), &name, words(status.get())])
    };
    view! {
        <li>
            <button
                class="filmstrip-item"
                aria-label=label
                title=name.clone()
                aria-current=move || current.get().to_string()
                tabindex=move || if stop.get() == Some(key) { "0" } else { "-1" }
                on:click=move |_| store.select_photo(key)
                on:focus=move |_| focused.set(Some(key))
            >
                <span class="thumbnail">{name.clone()}{print(store, ThumbnailKind::Shots, key)}</span>
                <span class="item-status">{move || number.get()}<span inner_html=move || mark(status.get())></span></span>
            </button>
        </li>
    }
    .into_any()
}

/// Shape first: nobody needs to see a colour.
fn mark(status: DocumentStatus) -> &'static str {
    match status {
        DocumentStatus::Untouched => r#"<i class="status-dot"></i>"#,
        DocumentStatus::Edited => r#"<i class="status-dot is-edited"></i>"#,
        DocumentStatus::Opening => r#"<i class="status-dot is-busy"></i>"#,
        DocumentStatus::Exported => r##"<svg class="icon" aria-hidden="true"><use href="#check"/></svg>"##,
        DocumentStatus::Failed => {
            r##"<svg class="icon is-error" aria-hidden="true"><use href="#warning"/></svg>"##
        }
    }
}

fn words(status: DocumentStatus) -> &'static str {
    let texts = &editor().status;
    match status {
        DocumentStatus::Untouched => texts.untouched,
        DocumentStatus::Edited => texts.edited,
        DocumentStatus::Opening => texts.opening,
        DocumentStatus::Exported => texts.exported,
        DocumentStatus::Failed => texts.failed,
    }
}
