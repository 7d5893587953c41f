//! The bar's button for photos: it opens more, and once there are several, the film strip.

use leptos::prelude::*;

use crate::{i18n::editor::editor, store::Store, store::ui_state::UiState, ui::controls::icon::Icon};

/// A narrow window shows the strip only when it is asked for; in a wide one it is folded.
#[component]
pub fn OpenButton() -> impl IntoView {
    let store = expect_context::<Store>();
    let ui_state = expect_context::<UiState>();
    let count = Memo::new(move |_| store.documents.list.with(|documents| documents.documents().len()));
    let narrow = Memo::new(move |_| store.view.viewport.with(|viewport| viewport.narrow));
    let shown = move || if narrow.get() { ui_state.strip_open.get() } else { !ui_state.strip_folded.get() };
    let name = Memo::new(move |_| {
        let place =
            store.documents.list.with(|documents| documents.active().and_then(|key| documents.index_of(key)));
        match count.get() {
            0 | 1 => editor().open_another.to_owned(),
            count => {
                let place = place.map_or_else(|| "–".to_owned(), |place| (place + 1).to_string());
                editor().photo_of.fill([&place, &count.to_string()])
            }
        }
    });
    let expanded = move || (count.get() > 1).then(|| shown().to_string());
    let act = move |_| {
        if count.get_untracked() < 2 {
            ui_state.choose_files();
        } else if narrow.get_untracked() {
            ui_state.strip_open.update(|open| *open = !*open);
        } else {
            ui_state.collapse_filmstrip();
        }
    };
    view! {
        <button class="btn icon-only" aria-label=move || name.get() title=move || name.get() aria-expanded=expanded on:click=act>
            <Icon name="photos"/>
        </button>
    }
}
