//! The bar's button for photos: it opens more, and once there are several, the film strip.

use leptos::prelude::*;

use crate::{
    i18n::editor::editor,
    store::Session,
    store::ui_state::Desk,
    ui::controls::erased::{on, text},
    ui::controls::icon::Icon,
};

/// An attribute that may be missing.
type Maybe = Box<dyn FnMut() -> Option<String> + Send>;

/// A narrow window shows the strip only when it is asked for; in a wide one it is folded.
#[component]
pub fn PhotosButton() -> impl IntoView {
    let session = expect_context::<Session>();
    let desk = expect_context::<Desk>();
    let count = Memo::new(move |_| session.strip.with(|strip| strip.shots().len()));
    let narrow = Memo::new(move |_| session.viewport.with(|viewport| viewport.narrow));
    let shown = move || if narrow.get() { desk.strip_open.get() } else { !desk.strip_folded.get() };
    let name = Memo::new(move |_| {
        let place = session.strip.with(|strip| strip.in_hand().and_then(|key| strip.place(key)));
        match count.get() {
            0 | 1 => editor().open_another.to_owned(),
            count => {
                let place = place.map_or_else(|| "–".to_owned(), |place| (place + 1).to_string());
                editor().photo_of.fill([&place, &count.to_string()])
            }
        }
    });
    let expanded: Maybe = Box::new(move || (count.get() > 1).then(|| shown().to_string()));
    let act = move |_| {
        if count.get_untracked() < 2 {
            desk.choose_files();
        } else if narrow.get_untracked() {
            desk.strip_open.update(|open| *open = !*open);
        } else {
            desk.fold_strip();
        }
    };
    view! {
        <button class="btn icon-only" aria-label=text(move || name.get()) title=text(move || name.get()) aria-expanded=expanded on:click=on(act)>
            <Icon name="photos"/>
        </button>
    }
}
