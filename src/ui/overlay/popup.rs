//! Panels that open under a button of the bar, or over the bar where it lies at the bottom.

use leptos::{ev, html::Div, prelude::*};
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement, KeyboardEvent, Node};

use crate::{
    i18n::number::fixed,
    store::ui_state::{Popup, UiState},
    ui::controls::after_render::settled,
};

/// The panel, while it is open. Arrow keys go through its items; Esc, Tab and a press elsewhere close it.
#[component]
pub fn PopupPanel(
    /// Which one.
    popup: Popup,
    /// Its accessible name.
    label: &'static str,
    /// `menu`, if all its items are menu items; else `group`.
    role: &'static str,
    /// Its items, of the class `item`.
    children: ChildrenFn,
) -> impl IntoView {
    let ui_state = expect_context::<UiState>();
    let children = StoredValue::new(children);
    let panel = NodeRef::<Div>::new();
    // `on_load` would hear of the first panel only.
    Effect::new(move || {
        if let Some(panel) = panel.get() {
            place(&panel, popup);
            settled(move || focus_first(&panel));
        }
    });
    let key = move |event: KeyboardEvent| {
        let Some(panel) = panel.get_untracked() else { return };
        match event.key().as_str() {
            "Tab" => ui_state.popup.set(None),
            "Escape" => {
                event.prevent_default();
                close(ui_state, popup);
            }
            key => {
                let items = items(&panel);
                let at = items.iter().position(|item| event.target().as_ref() == Some(item.as_ref()));
                if let Some(next) = next(key, at, items.len()) {
                    event.prevent_default();
                    let _ = items[next].focus();
                }
            }
        }
    };
    let elsewhere = window_event_listener(ev::pointerdown, move |event| {
        let target = event.target().and_then(|target| target.dyn_into::<Node>().ok());
        let button = document().get_element_by_id(popup.button_id());
        let inside = panel.get_untracked().is_some_and(|panel| panel.contains(target.as_ref()))
            || button.is_some_and(|button| button.contains(target.as_ref()));
        if !inside && ui_state.popup.get_untracked() == Some(popup) {
            ui_state.popup.set(None);
        }
    });
    on_cleanup(move || elsewhere.remove());
    view! {
        <Show when=move || popup.is_open(ui_state)>
            <div class=class(popup) role=role aria-label=label node_ref=panel on:keydown=key>
                {children.with_value(|children| children())}
            </div>
        </Show>
    }
}

/// Closes a panel, and brings the focus back to its button.
pub fn close(ui_state: UiState, popup: Popup) {
    ui_state.popup.set(None);
    if let Some(button) = document().get_element_by_id(popup.button_id())
        && let Ok(button) = button.dyn_into::<HtmlElement>()
    {
        let _ = button.focus();
    }
}

/// Puts the panel's right edge under its button's, as far as the page reaches.
fn place(panel: &HtmlElement, popup: Popup) {
    let Some(button) = document().get_element_by_id(popup.button_id()) else { return };
    let page = document().document_element().map_or(0.0, |root| f64::from(root.client_width()));
    let (width, right) =
        (panel.get_bounding_client_rect().width(), button.get_bounding_client_rect().right());
    let from_right = (page - right).min(page - width - 8.0).max(8.0);
    let _ = panel.style().set_property("right", &format!("{}px", fixed(from_right, 0)));
}

/// Focuses the item that is current, or else the first.
fn focus_first(panel: &Element) {
    let current = panel.query_selector("[aria-current=true]").ok().flatten();
    let current = current.and_then(|item| item.dyn_into::<HtmlElement>().ok());
    if let Some(item) = current.or_else(|| items(panel).into_iter().next()) {
        let _ = item.focus();
    }
}

fn items(panel: &Element) -> Vec<HtmlElement> {
    // The selector is a valid one.
    let Ok(list) = panel.query_selector_all(".menu-item:not([aria-disabled=true])") else {
        return Vec::new();
    };
    let all = (0..list.length()).filter_map(|index| list.get(index)?.dyn_into::<HtmlElement>().ok());
    // What stands in the bar of a wide window takes no focus here.
    all.filter(|item| item.offset_width() > 0).collect()
}

/// Which of `count` items a key leads to.
fn next(key: &str, at: Option<usize>, count: usize) -> Option<usize> {
    let last = count.checked_sub(1)?;
    match (key, at) {
        ("ArrowDown", Some(at)) => Some(if at >= last { 0 } else { at + 1 }),
        ("ArrowUp", Some(at)) => Some(at.checked_sub(1).unwrap_or(last)),
        ("ArrowDown" | "Home", _) => Some(0),
        ("ArrowUp" | "End", _) => Some(last),
        _ => None,
    }
}

/// The classes of a panel.
fn class(popup: Popup) -> &'static str {
    match popup {
        Popup::History => "popup history",
        Popup::Share => "popup share",
        Popup::More => "popup more",
    }
}

#[cfg(test)]
mod tests {
    use super::next;

    #[test]
    fn arrows_go_round() {
        assert_eq!(next("ArrowDown", Some(2), 3), Some(0));
        assert_eq!(next("ArrowUp", Some(0), 3), Some(2));
        assert_eq!(next("ArrowUp", None, 3), Some(2));
        assert_eq!(next("End", Some(0), 3), Some(2));
        assert_eq!(next("Home", Some(2), 3), Some(0));
        assert_eq!(next("ArrowDown", None, 0), None);
        assert_eq!(next("Enter", Some(0), 3), None);
    }
}
