//! How large the photo is seen.

use leptos::prelude::*;

use crate::{
    commands::Id,
    commands::shortcut_labels::aria_keyshortcuts,
    i18n::editor::editor,
    i18n::number::fixed,
    i18n::{format, number},
    model::viewport::Zoom,
    store::Store,
    ui::controls::button::Button,
    ui::controls::erased::{flag, on, text, yes_no},
    ui::controls::toolbar::Toolbar,
};

/// What the list of scales offers.
const CHOICES: [f64; 7] = [0.25, 0.5, 1.0, 2.0, 4.0, 8.0, 16.0];

/// The crop tool, the divider; zoom out and in, a list of scales, Fit, 100 %.
#[component]
pub fn ZoomToolbar() -> impl IntoView {
    let store = expect_context::<Store>();
    let size = move || store.edit.size.get();
    let is_zoom = move |zoom: Zoom| store.view.viewport.with(|viewport| viewport.zoom == zoom);
    let is_last = move |larger: bool| {
        size().and_then(|size| store.view.viewport.read().next_zoom(size, larger)).is_none()
    };
    let percent = move || {
        size().map(|size| format::percent(store.view.viewport.read().scale(size))).unwrap_or_default()
    };
    let zoom = move |zoom: Zoom, words: &'static str, id: Id| {
        let pressed = Some(yes_no(move || is_zoom(zoom)));
        Button { pressed, shortcut: Some(aria_keyshortcuts(id)), ..Button::words("btn", words) }
            .view(on(move |_| store.view.zoom(zoom)))
    };
    let choose = move |event: leptos::ev::Event| {
        if let Some(scale) = number::parse(&event_target_value(&event)) {
            store.view.zoom(Zoom::Scale(scale));
        }
        event_target::<web_sys::HtmlSelectElement>(&event).set_value("");
    };
    // Closed, the list steps as the buttons do; with Alt or Space it opens.
    let key = move |event: leptos::ev::KeyboardEvent| {
        let larger = match event.key().as_str() {
            "ArrowDown" => true,
            "ArrowUp" => false,
            _ => return,
        };
        let is_open = event_target::<web_sys::Element>(&event).matches(":open").unwrap_or(false);
        if !is_open && !event.alt_key() {
            event.prevent_default();
            store.view.zoom_step(larger);
        }
    };
    view! {
        <Toolbar label=editor().view class="zoom-toolbar" inert=flag(move || store.documents.opening.read().is_some())>
            {Button { id: Some("open-crop"), pressed: Some(yes_no(move || store.edit.crop_tool.is_open.get())), shortcut: Some(aria_keyshortcuts(Id::Crop)), ..Button::icon("btn icon-only", "crop", editor().crop.tool) }.view(on(move |_| store.toggle_crop_tool()))}
            {Button { pressed: Some(yes_no(move || store.view.inspection.split.read().is_some())), shortcut: Some(aria_keyshortcuts(Id::Divide)), ..Button::icon("btn icon-only", "compare", editor().divider) }.view(on(move |_| store.view.inspection.toggle_split()))}
            <span class="separator"></span>
            {Button { disabled: Some(yes_no(move || is_last(false))), shortcut: Some(aria_keyshortcuts(Id::ZoomOut)), ..Button::icon("btn icon-only", "minus", editor().zoom_out) }.view(on(move |_| store.view.zoom_step(false)))}
            // The first entry stands for whatever the scale is now; it can't be chosen again.
            <select class="btn zoom-select" aria-label=text(move || editor().zoom.fill([&percent()])) prop:value="" on:change=on(choose) on:keydown=on(key)>
                <option value="" hidden>{text(percent)}</option>
                {CHOICES.map(|scale| view! { <option value=fixed(scale, 2)>{format::percent(scale)}</option> }).into_iter().collect_view()}
            </select>
            {Button { disabled: Some(yes_no(move || is_last(true))), shortcut: Some(aria_keyshortcuts(Id::ZoomIn)), ..Button::icon("btn icon-only", "plus", editor().zoom_in) }.view(on(move |_| store.view.zoom_step(true)))}
            <span class="separator"></span>
            {zoom(Zoom::Fit, editor().fit, Id::Fit)}
            {zoom(Zoom::Scale(1.0), editor().full_size, Id::FullSize)}
        </Toolbar>
    }
}
