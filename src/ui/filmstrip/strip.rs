//! The film strip: all photos, one stop of the Tab key with arrow keys inside.

use leptos::{html::Ol, prelude::*};
use wasm_bindgen::JsCast;
use web_sys::{HtmlElement, KeyboardEvent};

use crate::{
    commands::Id,
    commands::shortcut_labels::aria,
    i18n::editor::editor,
    store::Session,
    store::documents::filmstrip_thumbnails,
    store::ui_state::Desk,
    ui::controls::button::Button,
    ui::controls::erased::{flag, on, when, yes_no},
    ui::controls::keyed_list::each,
    ui::filmstrip::item,
};

/// From two photos on. A narrow window shows it when it is asked for.
#[component]
pub fn FilmStrip() -> impl IntoView {
    let session = expect_context::<Session>();
    filmstrip_thumbnails::follow(session);
    let several = Memo::new(move |_| session.strip.with(|strip| strip.shots().len() > 1));
    view! { <Show when=when(move || several.get())>{all(session)}</Show> }
}

fn all(session: Session) -> AnyView {
    let desk = expect_context::<Desk>();
    let list = NodeRef::<Ol>::new();
    let focused = RwSignal::new(None);
    let stop = Memo::new(move |_| {
        session.strip.with(|strip| {
            let focused = focused.get().filter(|key| strip.place(*key).is_some());
            focused.or(strip.in_hand()).or_else(|| Some(strip.shots().first()?.key))
        })
    });
    let keys = move || session.strip.with(|strip| strip.shots().iter().map(|shot| shot.key).collect());
    let pressed = move |event: KeyboardEvent| {
        let Some(list) = list.get_untracked() else { return };
        let Some((at, shots)) = shot_at(&list, &event) else { return };
        if event.key() == "Delete" {
            event.prevent_default();
            if let Some(key) = session.strip.with_untracked(|strip| Some(strip.shots().get(at)?.key)) {
                session.remove_photo(key);
                // What had the focus may be gone; its neighbour is not.
                let next = shots.get(at + 1).or_else(|| shots.get(at.checked_sub(1)?));
                let _ = next.map(HtmlElement::focus);
            }
        } else if let Some(next) = next(&event.key(), at, shots.len()) {
            event.prevent_default();
            // Focus fails only where there is none to give.
            let _ = shots[next].focus();
        }
    };
    let unfolded = Some(yes_no(move || !desk.strip_folded.get()));
    view! {
        <nav class="filmstrip" aria-label=editor().photos data-collapsed=flag(move || desk.strip_folded.get()) data-open=flag(move || desk.strip_open.get())>
            <ol node_ref=list on:keydown=on(pressed)>
                {each(keys, move |key| item::shot(session, key, stop, focused))}
            </ol>
            <div class="filmstrip-actions">
                {Button { shortcut: Some(aria(Id::Open)), ..Button::icon("btn icon-only", "plus", editor().open_another) }.view(on(move |_| desk.choose_files()))}
                {Button { expanded: unfolded, ..Button::icon("btn icon-only wide-only", "sidebar", editor().strip) }.view(on(move |_| desk.fold_strip()))}
            </div>
        </nav>
    }
    .into_any()
}

/// Which photo a key went to, and the buttons of all.
fn shot_at(list: &HtmlElement, event: &KeyboardEvent) -> Option<(usize, Vec<HtmlElement>)> {
    let found = list.query_selector_all(".filmstrip-item").ok()?;
    let shots: Vec<HtmlElement> =
        (0..found.length()).filter_map(|index| found.get(index)?.dyn_into().ok()).collect();
    let target = event.target()?;
    Some((shots.iter().position(|shot| shot.is_same_node(target.dyn_ref()))?, shots))
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
