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
        view! {
            <Button class="btn" shortcut=aria_keyshortcuts(id) pressed=move || is_zoom(zoom) on:click=move |_| store.view.zoom(zoom)>{words}</Button>
        }
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
        <Toolbar label=editor().view class="zoom-toolbar" inert=move || store.documents.opening.read().is_some()>
            <Button id="open-crop" class="btn icon-only" icon="crop" label=editor().crop.tool shortcut=aria_keyshortcuts(Id::Crop) pressed=move || store.edit.crop_tool.is_open.get() on:click=move |_| store.toggle_crop_tool()/>
            <Button class="btn icon-only" icon="compare" label=editor().divider shortcut=aria_keyshortcuts(Id::Divide) pressed=move || store.view.inspection.split.read().is_some() on:click=move |_| store.view.inspection.toggle_split()/>
            <span class="separator"></span>
            <Button class="btn icon-only" icon="minus" label=editor().zoom_out shortcut=aria_keyshortcuts(Id::ZoomOut) disabled=move || is_last(false) on:click=move |_| store.view.zoom_step(false)/>
            // The first entry stands for whatever the scale is now; it can't be chosen again.
            <select class="btn zoom-select" aria-label=move || editor().zoom.fill([&percent()]) prop:value="" on:change=choose on:keydown=key>
                <option value="" hidden>{percent}</option>
                {CHOICES.map(|scale| view! { <option value=fixed(scale, 2)>{format::percent(scale)}</option> }).into_iter().collect_view()}
            </select>
            <Button class="btn icon-only" icon="plus" label=editor().zoom_in shortcut=aria_keyshortcuts(Id::ZoomIn) disabled=move || is_last(true) on:click=move |_| store.view.zoom_step(true)/>
            <span class="separator"></span>
            {zoom(Zoom::Fit, editor().fit, Id::Fit)}
            {zoom(Zoom::Scale(1.0), editor().full_size, Id::FullSize)}
        </Toolbar>
    }
}
