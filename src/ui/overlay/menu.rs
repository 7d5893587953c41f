//! A button with a menu under it.

use leptos::{
    ev::{FocusEvent, KeyboardEvent},
    html::{Button, Div},
    prelude::*,
};
use wasm_bindgen::JsCast;
use web_sys::{HtmlElement, Node};

use crate::{i18n::number::fixed, ui::controls::after_render::settled, ui::controls::icon::Icon};

/// From the button to its menu, in CSS pixels.
const GAP_CSS: f64 = 2.0;

/// One thing that a menu offers.
pub struct Item {
    /// Its icon.
    pub icon: &'static str,
    /// Its words.
    pub words: Signal<&'static str>,
    /// `aria-disabled`: it can be reached all the same.
    pub disabled: Signal<bool>,
    /// Does it. Not called while it is disabled.
    pub then: Box<dyn FnMut()>,
}

/// The button, and the menu that it opens: arrow keys go through it, Esc leaves it, choosing closes it.
pub fn menu(label: &'static str, icon: &'static str, items: Vec<Item>) -> AnyView {
    let open = RwSignal::new(false);
    // Where it hangs from the window's edges: top or bottom, and right. What scrolls would cut a menu inside it.
    let hung = RwSignal::new((None, None, 0.0));
    let (button, list) = (NodeRef::<Button>::new(), NodeRef::<Div>::new());
    let focus_on = move |which: fn(usize, usize) -> usize| {
        let entries = entries(list.get_untracked());
        let active = document().active_element();
        let at = entries.iter().position(|entry| active.as_ref() == Some(entry));
        if let Some(entry) = entries.get(which(at.unwrap_or(0), entries.len().max(1))) {
            let _ = entry.focus();
        }
    };
    let toggle = move |_| {
        if let Some(place) = button.get_untracked().map(|button| button.get_bounding_client_rect()) {
            let page = document().document_element();
            let (width, height) = page.map_or((0, 0), |page| (page.client_width(), page.client_height()));
            let (width, height) = (f64::from(width), f64::from(height));
            let right = width - place.right();
            hung.set(if place.top() < height / 2.0 {
                (Some(place.bottom() + GAP_CSS), None, right)
            } else {
                (None, Some(height - place.top() + GAP_CSS), right)
            });
        }
        open.update(|open| *open = !*open);
        if open.get_untracked() {
            settled(move || focus_on(|_, _| 0));
        }
    };
    let close = move || {
        open.set(false);
        if let Some(button) = button.get_untracked() {
            let _ = button.focus();
        }
    };
    let key = move |event: KeyboardEvent| {
        if !open.get_untracked() {
            return;
        }
        match event.key().as_str() {
            "ArrowDown" => focus_on(|at, count| (at + 1) % count),
            "ArrowUp" => focus_on(|at, count| (at + count - 1) % count),
            "Home" => focus_on(|_, _| 0),
            "End" => focus_on(|_, count| count - 1),
            "Escape" => close(),
            _ => return,
        }
        event.prevent_default();
    };
    // The focus goes elsewhere, or to nothing at all.
    let left = move |event: FocusEvent| {
        let to = event.related_target().and_then(|to| to.dyn_into::<Node>().ok());
        let stays = [button.get_untracked().map(Into::<Node>::into), list.get_untracked().map(Into::into)]
            .into_iter()
            .flatten()
            .any(|part| part.contains(to.as_ref()));
        if !stays {
            open.set(false);
        }
    };
    let entry = move |item: Item| {
        let Item { icon, words, disabled, mut then } = item;
        let chosen = move |event: leptos::ev::MouseEvent| {
            let entry: HtmlElement = event_target::<HtmlElement>(&event);
            if entry.closest("[aria-disabled=true]").ok().flatten().is_none() {
                close();
                then();
            }
        };
        view! {
            <button class="menu-item" role="menuitem" tabindex="-1" aria-disabled=move || disabled.get().to_string() on:click=chosen>
                <Icon name=icon/>
                {words}
            </button>
        }
        .into_any()
    };
    view! {
        <div on:keydown=key on:focusout=left>
            <button
                class="btn icon-only"
                aria-haspopup="menu"
                aria-expanded=move || open.get().to_string()
                aria-label=label
                title=label
                node_ref=button
                on:click=toggle
            >
                <Icon name=icon/>
            </button>
            <div
                class="menu"
                role="menu"
                aria-label=label
                hidden=move || !open.get()
                style:top=move || px(hung.get().0)
                style:bottom=move || px(hung.get().1)
                style:right=move || px(Some(hung.get().2))
                node_ref=list
            >
                {items.into_iter().map(entry).collect_view()}
            </div>
        </div>
    }
    .into_any()
}

fn px(length_css: Option<f64>) -> String {
    length_css.map_or_else(|| "auto".to_owned(), |length| format!("{}px", fixed(length, 1)))
}

fn entries(list: Option<web_sys::HtmlDivElement>) -> Vec<HtmlElement> {
    // The selector is a valid one.
    let Some(Ok(found)) = list.map(|list| list.query_selector_all("[role=menuitem]")) else {
        return Vec::new();
    };
    (0..found.length()).filter_map(|index| found.get(index)?.dyn_into().ok()).collect()
}
