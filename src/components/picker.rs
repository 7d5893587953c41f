//! The dialog that adds a filter: a search box over a list.

use leptos::{ev::KeyboardEvent, html::Div, prelude::*};
use safelight_kernels::{SPECS, Spec};
use wasm_bindgen::JsCast;

use super::{
    button::Button,
    desk::Desk,
    erased::{flag, on, text, when, yes_no},
    icon::Icon,
};
use crate::{
    session::Session,
    texts::{editor, filter_name, group_name, summary},
};

mod search;

/// Arrow keys choose, Enter or a click adds, Esc leaves. The search box keeps the focus.
#[component]
pub fn Picker() -> impl IntoView {
    let session = expect_context::<Session>();
    let dialog = expect_context::<Desk>().picker;
    let list = NodeRef::<Div>::new();
    let query = RwSignal::new(String::new());
    let at = RwSignal::new(0_usize);
    let found = Memo::new(move |_| query.with(|query| search::found(SPECS, query)));
    let chosen = Memo::new(move |_| search::nth(&found.read(), at.get()));
    let option_id = |filter: &Spec| format!("option-{}", filter.id);

    let leave = move || {
        if let Some(dialog) = dialog.get_untracked() {
            dialog.close();
        }
    };
    let add = move |filter: &'static Spec| {
        leave();
        let _ = session.add(filter);
    };
    let typed = move |event| {
        query.set(event_target_value(&event));
        at.set(query.with_untracked(|query| search::best(&found.read_untracked(), query)));
    };
    let key = move |event: KeyboardEvent| {
        let last = search::count(&found.read_untracked()).saturating_sub(1);
        let to = match event.key().as_str() {
            "ArrowDown" => {
                if at.get_untracked() == last {
                    0
                } else {
                    at.get_untracked() + 1
                }
            }
            "ArrowUp" => at.get_untracked().checked_sub(1).unwrap_or(last),
            "Enter" => {
                event.prevent_default();
                return chosen.get_untracked().map_or((), add);
            }
            _ => return,
        };
        event.prevent_default();
        at.set(to);
    };
    // Keeps the chosen one in sight.
    Effect::new(move || {
        let Some((filter, list)) = chosen.get().zip(list.get()) else { return };
        if let Ok(Some(option)) = list.query_selector(&format!("#{}", option_id(filter))) {
            let nearest = web_sys::ScrollIntoViewOptions::new();
            nearest.set_block(web_sys::ScrollLogicalPosition::Nearest);
            option.scroll_into_view_with_scroll_into_view_options(&nearest);
        }
    });
    let closed = move |_| {
        query.set(String::new());
        at.set(0);
    };
    // Only the backdrop is the dialog itself; all else in it is a child.
    let words = editor();
    let tips = format!(
        "<span><kbd>↑</kbd> <kbd>↓</kbd> {}</span><span><kbd>{}</kbd> {}</span><span><kbd>{}</kbd> {}</span>",
        words.tip_choose, words.enter, words.tip_add, words.escape, words.tip_leave
    );
    let clicked = move |event: leptos::ev::MouseEvent| {
        let target = event.target().and_then(|target| target.dyn_into::<web_sys::Node>().ok());
        if dialog.get_untracked().is_some_and(|dialog| dialog.is_same_node(target.as_ref())) {
            leave();
        }
    };
    view! {
        <dialog class="picker" aria-label=words.picker style=("--n", SPECS.len().to_string()) node_ref=dialog on:close=on(closed) on:click=on(clicked)>
            <div class="find">
                <label>
                    <Icon name="search"/>
                    <input
                        type="text"
                        enterkeyhint="done"
                        role="combobox"
                        aria-label=words.search
                        aria-expanded="true"
                        aria-controls="filters"
                        aria-autocomplete="list"
                        aria-activedescendant=text(move || chosen.get().map(option_id).unwrap_or_default())
                        placeholder=words.search_all.fill([&SPECS.len().to_string()])
                        autocomplete="off"
                        spellcheck="false"
                        autofocus
                        prop:value=text(move || query.get())
                        on:input=on(typed)
                        on:keydown=on(key)
                    />
                </label>
                {Button::icon("btn icon", "close", words.close).view(on(move |_| leave()))}
            </div>
            <Show when=when(move || found.read().is_empty())>
                <p class="none" role="status">
                    {text(move || words.none_found.fill([query.read().trim()]))}
                </p>
            </Show>
            <div class="list" id="filters" role="listbox" aria-label=words.all_filters node_ref=list hidden=flag(move || found.read().is_empty())>
                {move || {
                    found
                        .get()
                        .into_iter()
                        .map(|(group, filters)| {
                            let options = filters
                                .into_iter()
                                .map(|filter| view! {
                                    <div
                                        class="option"
                                        role="option"
                                        id=option_id(filter)
                                        aria-selected=yes_no(move || chosen.get() == Some(filter))
                                        on:click=on(move |_| add(filter))
                                    >
                                        <b>{filter_name(filter)}</b>
                                        <span class="hint">{summary(filter)}</span>
                                    </div>
                                })
                                .collect_view();
                            view! {
                                <div role="group" aria-label=group_name(group)>
                                    <span class="gh" aria-hidden="true">{group_name(group)}</span>
                                    {options}
                                </div>
                            }
                        })
                        .collect_view()
                }}
            </div>
            <p class="tips hint" inner_html=tips></p>
        </dialog>
    }
}
