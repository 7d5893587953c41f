//! The dialog that adds a filter: a search box over small pictures of the photo, one for each filter.

use leptos::{
    ev::{KeyboardEvent, MouseEvent},
    html::Div,
    prelude::*,
};
use safelight_kernels::{Group, Kind, SPECS, Spec};
use wasm_bindgen::JsCast;
use web_sys::{Element, Node, ScrollLogicalPosition};

use crate::{
    i18n::editor::editor,
    i18n::filters::{filter_name, group_name},
    store::Store,
    store::ui_state::UiState,
    ui::controls::after_render::scroll_to,
    ui::controls::button::Button,
    ui::controls::icon::Icon,
    ui::layers::layer_row::focus_settings,
    ui::picker::{grid, search, tile},
};

/// What is looked for, found, and chosen. Copy it freely.
#[derive(Clone, Copy)]
pub struct SearchState {
    pub query: RwSignal<String>,
    pub found: Memo<search::SearchResults>,
    /// The place of the chosen one among what was found.
    pub at: RwSignal<usize>,
    pub chosen: Memo<Option<&'static Spec>>,
}

/// Arrow keys choose, Enter or a click adds, Esc leaves. The search box keeps the focus, and the photo shows what is
/// chosen.
#[component]
pub fn Picker() -> impl IntoView {
    let store = expect_context::<Store>();
    let ui_state = expect_context::<UiState>();
    let dialog = ui_state.picker;
    let list = NodeRef::<Div>::new();
    let finder = SearchState::new();
    let SearchState { query, found, at, chosen } = finder;

    let opened = RwSignal::new(false);

    let leave = move || {
        ui_state.picking.set(false);
        if let Some(dialog) = dialog.get_untracked() {
            dialog.close();
        }
    };
    let add = move |filter: &'static Spec| {
        leave();
        let _ = store.edit.add(filter).map(focus_settings);
    };
    let typed = move |event| {
        query.set(event_target_value(&event));
        at.set(query.with_untracked(|query| search::best(&found.read_untracked(), query)));
    };
    let key = move |event: KeyboardEvent| {
        let last = search::count(&found.read_untracked()).saturating_sub(1);
        let here = at.get_untracked();
        let to = match event.key().as_str() {
            "ArrowDown" => grid::beside(&boxes(list), here, true),
            "ArrowUp" => grid::beside(&boxes(list), here, false),
            // In words, they move the caret.
            "ArrowRight" if query.read_untracked().is_empty() => here + 1,
            "ArrowLeft" if query.read_untracked().is_empty() => here.saturating_sub(1),
            "Enter" => {
                event.prevent_default();
                return chosen.get_untracked().map_or((), add);
            }
            _ => return,
        };
        event.prevent_default();
        at.set(to.min(last));
    };
    // What is chosen is in sight, and on the photo.
    Effect::new(move || {
        let picking = ui_state.picking.get();
        let chosen = chosen.get();
        store.preview_filter(chosen.filter(|_| picking));
        if let Some(option) = chosen.and_then(|filter| document().get_element_by_id(&tile::id(filter))) {
            scroll_to(&option, ScrollLogicalPosition::Nearest);
        }
    });
    Effect::new(move || {
        if ui_state.picking.get() {
            opened.set(true);
            store.request_filter_thumbnails();
        } else {
            store.cancel_filter_thumbnails();
        }
    });
    let closed = move |_| {
        ui_state.picking.set(false);
        query.set(String::new());
        at.set(0);
    };
    // Only the backdrop is the dialog itself; all else in it is a child.
    let clicked = move |event: MouseEvent| {
        let target = event.target().and_then(|target| target.dyn_into::<Node>().ok());
        if dialog.get_untracked().is_some_and(|dialog| dialog.is_same_node(target.as_ref())) {
            leave();
        }
    };
    let words = editor();
    let tips = format!(
        "<span><kbd>↑</kbd> <kbd>↓</kbd> {}</span><span><kbd>{}</kbd> {}</span><span><kbd>{}</kbd> {}</span>",
        words.tip_choose, words.enter, words.tip_add, words.escape, words.tip_leave
    );
    let shown = move || {
        let status_message = |filter: &'static Spec| match filter.kind {
            // It does nothing without one.
            Kind::Lut => format!("{}: {}", filter_name(filter), words.no_table_yet),
            _ if filter.is_identity_by_default() => words.tried_neutral.fill([filter_name(filter)]),
            _ => words.tried.fill([filter_name(filter)]),
        };
        chosen.get().map_or_else(String::new, status_message)
    };
    view! {
        <dialog class="picker" aria-label=words.picker node_ref=dialog on:close=closed on:click=clicked>
            <div class="search-bar">
                <label>
                    <Icon name="search"/>
                    <input
                        type="text"
                        enterkeyhint="done"
                        role="combobox"
                        aria-label=words.search
                        aria-expanded="true"
                        aria-controls="filter-list"
                        aria-autocomplete="list"
                        aria-activedescendant=move || chosen.get().map(tile::id).unwrap_or_default()
                        placeholder=words.search_all.fill([&SPECS.len().to_string()])
                        autocomplete="off"
                        spellcheck="false"
                        autofocus
                        prop:value=move || query.get()
                        on:input=typed
                        on:keydown=key
                    />
                </label>
                <Button class="btn icon-only" icon="close" label=words.close on:click=move |_| leave()/>
            </div>
            {groups(finder)}
            <Show when=move || found.read().is_empty()>
                <p class="empty-message" role="status">
                    {move || {
                        let query = query.read();
                        let words = if search::is_missing_tool(&query) { &words.not_yet } else { &words.none_found };
                        words.fill([query.trim()])
                    }}
                </p>
            </Show>
            <div class="filter-list" id="filter-list" role="listbox" aria-label=words.all_filters node_ref=list hidden=move || found.read().is_empty()>
                // A page that opens a photo has enough to draw.
                <Show when=move || opened.get()>{tiles(store, finder, Callback::new(add))}</Show>
            </div>
            <p class="picker-footer hint">
                <span inner_html=tips></span>
                <span class="preview-note" role="status">{shown}</span>
            </p>
        </dialog>
    }
}

/// The tiles of all filters by group; what was not found is hidden.
fn tiles(store: Store, finder: SearchState, add: Callback<&'static Spec>) -> AnyView {
    let found = finder.found;
    let one = move |(group, filters): (Group, Vec<&'static Spec>)| {
        let is_empty = move || !found.read().iter().any(|(other, _)| *other == group);
        view! {
            <div role="group" id=group_id(group) aria-label=group_name(group) hidden=is_empty>
                <span class="group-heading" aria-hidden="true">{group_name(group)}</span>
                <div class="filter-grid" role="presentation">
                    {filters.into_iter().map(|filter| tile::tile(store, filter, finder, add)).collect_view()}
                </div>
            </div>
        }
        .into_any()
    };
    search::groups(SPECS).into_iter().map(one).collect_view().into_any()
}

/// Leads to a group: its first filter is chosen.
fn groups(finder: SearchState) -> AnyView {
    let SearchState { query, found, at, chosen } = finder;
    let one = move |(group, filters): (Group, Vec<&'static Spec>)| {
        let go = move |_| {
            query.set(String::new());
            at.set(search::first_of(&found.read_untracked(), group));
            if let Some(group) = document().get_element_by_id(group_id(group)) {
                scroll_to(&group, ScrollLogicalPosition::Start);
            }
        };
        view! {
            <button
                aria-current=move || chosen.get().is_some_and(|filter| filter.group == group).to_string()
                on:click=go
            >
                {group_name(group)}
                <span>{filters.len().to_string()}</span>
            </button>
        }
        .into_any()
    };
    view! { <div class="filter-groups" role="group" aria-label=editor().groups>{search::groups(SPECS).into_iter().map(one).collect_view()}</div> }
        .into_any()
}

impl SearchState {
    fn new() -> Self {
        let (query, at) = (RwSignal::new(String::new()), RwSignal::new(0_usize));
        let found = Memo::new(move |_| query.with(|query| search::found(SPECS, query)));
        let chosen = Memo::new(move |_| search::nth(&found.read(), at.get()));
        Self { query, found, at, chosen }
    }
}

/// Where the options lie that can be seen, in CSS pixels: left and top.
fn boxes(list: NodeRef<Div>) -> Vec<(f64, f64)> {
    // The selector is a valid one.
    let Some(Ok(tiles)) =
        list.get_untracked().map(|list| list.query_selector_all(".filter-tile:not([hidden])"))
    else {
        return Vec::new();
    };
    let place = |index| {
        let tile: Element = tiles.get(index)?.dyn_into().ok()?;
        let place = tile.get_bounding_client_rect();
        Some((place.left(), place.top()))
    };
    (0..tiles.length()).filter_map(place).collect()
}

fn group_id(group: Group) -> &'static str {
    match group {
        Group::Tone => "group-tone",
        Group::Colour => "group-colour",
        Group::Automatic => "group-automatic",
        Group::Detail => "group-detail",
        Group::Blur => "group-blur",
        Group::Effect => "group-effect",
        Group::Geometry => "group-geometry",
    }
}
