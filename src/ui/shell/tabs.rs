//! The sheet's tabs and its grabber, where the panel is a sheet under the photo.

use std::{cell::Cell, rc::Rc};

use leptos::{
    ev::{KeyboardEvent, PointerEvent},
    prelude::*,
};
use wasm_bindgen::JsCast;
use web_sys::HtmlElement;

use crate::{i18n::editor::editor, store::Store};

/// How far a finger pulls the sheet before it follows, in CSS pixels.
const SWIPE_CSS: i32 = 16;

/// What the sheet shows.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Tab {
    /// Ready-made stacks.
    PresetList,
    /// The stack.
    #[default]
    Stack,
    /// The counts of what is shown.
    Histogram,
}

impl Tab {
    /// Its name in the stylesheet.
    pub fn id(self) -> &'static str {
        match self {
            Self::PresetList => "presets",
            Self::Stack => "layers",
            Self::Histogram => "histogram",
        }
    }
}

const TABS: [Tab; 3] = [Tab::PresetList, Tab::Stack, Tab::Histogram];

/// Tabs that can be pulled down and up. A tap on the grabber, or on the tab that is chosen, folds the sheet as well.
#[component]
pub fn Tabs(
    /// The tab that is chosen.
    tab: RwSignal<Tab>,
    /// Whether the sheet is folded.
    with_merged_turns: RwSignal<bool>,
) -> impl IntoView {
    let store = expect_context::<Store>();
    // Where the finger came down, and whether it pulled the sheet: the click that ends a pull does no more.
    let clamp = Rc::new(Cell::new((0, false)));
    let begin_swipe = {
        let clamp = clamp.clone();
        move |event: PointerEvent| clamp.set((event.client_y(), false))
    };
    let end_swipe = {
        let clamp = clamp.clone();
        move |event: PointerEvent| {
            let by = event.client_y() - clamp.get().0;
            if by.abs() >= SWIPE_CSS {
                clamp.set((0, true));
                with_merged_turns.set(by > 0);
            }
        }
    };
    let tapped = {
        let clamp = clamp.clone();
        move |_| {
            if !clamp.take().1 {
                with_merged_turns.update(|with_merged_turns| *with_merged_turns = !*with_merged_turns);
            }
        }
    };
    let key = move |event: KeyboardEvent| {
        let at = TABS.iter().position(|other| *other == tab.get_untracked()).unwrap_or_default();
        let to = match event.key().as_str() {
            "ArrowLeft" => Some((at + TABS.len() - 1) % TABS.len()),
            "ArrowRight" => Some((at + 1) % TABS.len()),
            _ => None,
        };
        if let Some(to) = to.map(|to| TABS[to]) {
            event.prevent_default();
            tab.set(to);
            let id = format!("tab-{}", to.id());
            let button = document().get_element_by_id(&id).and_then(|tab| tab.dyn_into::<HtmlElement>().ok());
            let _ = button.map(|button| button.focus());
        }
    };
    let one = |this: Tab, name: &'static str, count: Option<Memo<usize>>| {
        let clamp = clamp.clone();
        let chosen = move |_| {
            if clamp.take().1 {
                return;
            }
            if tab.get_untracked() == this {
                with_merged_turns.update(|with_merged_turns| *with_merged_turns = !*with_merged_turns);
            } else {
                tab.set(this);
                with_merged_turns.set(false);
            }
        };
        view! {
            <button
                role="tab"
                id=format!("tab-{}", this.id())
                aria-selected=move || (tab.get() == this).to_string()
                tabindex=move || if tab.get() == this { "0" } else { "-1" }
                on:click=chosen
            >
                {name}
                {count.map(|count| view! { " " <span>{move || count.get().to_string()}</span> })}
            </button>
        }
        .into_any()
    };
    let count = Memo::new(move |_| store.edit.stack.with(|stack| stack.layers().len()));
    view! {
        <div class="tabs" on:pointerdown=begin_swipe on:pointerup=end_swipe>
            <button
                class="sheet-handle"
                aria-label=editor().sheet
                aria-expanded=move || (!with_merged_turns.get()).to_string()
                on:click=tapped
            ></button>
            <div role="tablist" aria-label=editor().develop on:keydown=key>
                {one(Tab::PresetList, editor().looks, None)}
                {one(Tab::Stack, editor().stack, Some(count))}
                {one(Tab::Histogram, editor().histogram, None)}
            </div>
        </div>
    }
}
