//! A toolbar: one stop of the Tab key, with arrow keys inside.

use leptos::{ev::FocusEvent, html::Div, prelude::*};
use wasm_bindgen::JsCast;
use web_sys::{HtmlElement, KeyboardEvent};

/// Buttons in a row.
#[component]
pub fn Toolbar(
    /// Its accessible name.
    label: &'static str,
    /// Its class.
    class: &'static str,
    /// Whether nothing in it can be used now.
    #[prop(optional, into)]
    inert: Signal<bool>,
    /// Its buttons.
    children: Children,
) -> impl IntoView {
    let bar = NodeRef::<Div>::new();
    bar.on_load(|bar| tab_stop(&bar, None));
    let focused = move |event: FocusEvent| {
        if let (Some(bar), Some(target)) = (bar.get_untracked(), event.target()) {
            tab_stop(&bar, target.dyn_ref());
        }
    };
    let pressed = move |event: KeyboardEvent| {
        let Some(bar) = bar.get_untracked() else { return };
        let buttons = buttons(&bar);
        let Some(at) = event
            .target()
            .and_then(|target| buttons.iter().position(|button| button.is_same_node(target.dyn_ref())))
        else {
            return;
        };
        if let Some(next) = next(&event.key(), at, buttons.len()) {
            event.prevent_default();
            // Focus fails only where there is none to give.
            let _ = buttons[next].focus();
        }
    };
    view! {
        <div
            class=class
            role="toolbar"
            aria-label=label
            inert=inert
            node_ref=bar
            on:focusin=focused
            on:keydown=pressed
        >
            {children()}
        </div>
    }
}

/// Sees to it that the Tab key stops somewhere in this bar, after buttons came or went.
pub fn set_roving_tabindex(selector: &str) {
    let Some(bar) = document().query_selector(selector).ok().flatten() else { return };
    let Ok(bar) = bar.dyn_into::<HtmlElement>() else { return };
    let all = buttons(&bar);
    let stops: Vec<_> = all.iter().filter(|button| button.tab_index() == 0).collect();
    if stops.len() != 1 {
        // One that is new stops as well, and stands before the one that had the stop.
        let keep = stops.last().copied().cloned();
        tab_stop(&bar, keep.as_ref());
    }
}

/// Lets the Tab key stop at one button only: this one, or the first that is shown; in a bar that is not, the first.
fn tab_stop(bar: &HtmlElement, button: Option<&HtmlElement>) {
    let all = all(bar);
    let stop = button.or_else(|| all.iter().find(|button| is_shown(button))).or(all.first());
    for each in &all {
        each.set_tab_index(if stop == Some(each) { 0 } else { -1 });
    }
}

fn buttons(bar: &HtmlElement) -> Vec<HtmlElement> {
    all(bar).into_iter().filter(is_shown).collect()
}

/// What a narrow window has no room for takes no focus.
fn is_shown(button: &HtmlElement) -> bool {
    button.offset_width() > 0
}

fn all(bar: &HtmlElement) -> Vec<HtmlElement> {
    // The selector is a valid one.
    let Ok(list) = bar.query_selector_all("button, select") else { return Vec::new() };
    (0..list.length()).filter_map(|index| list.get(index)?.dyn_into().ok()).collect()
}

/// Which of `count` buttons an arrow key leads to.
fn next(key: &str, at: usize, count: usize) -> Option<usize> {
    match key {
        "ArrowRight" => Some((at + 1) % count),
        "ArrowLeft" => Some((at + count - 1) % count),
        "Home" => Some(0),
        "End" => Some(count - 1),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::next;

    #[test]
    fn arrows_go_round() {
        assert_eq!(next("ArrowRight", 2, 3), Some(0));
        assert_eq!(next("ArrowLeft", 0, 3), Some(2));
        assert_eq!(next("End", 0, 3), Some(2));
        assert_eq!(next("Home", 2, 3), Some(0));
        assert_eq!(next("Enter", 0, 3), None);
    }
}
