//! What commands do, and when they can.

use leptos::prelude::*;
use web_sys::Element;

use crate::{
    model::viewport::Zoom, store::Store, store::ui_state::Popup, store::ui_state::UiState,
    ui::layers::layer_row::focus_settings,
};

/// Whether there is a photo, and none on its way.
pub fn is_idle(store: Store) -> bool {
    store.documents.photo.with_untracked(Option::is_some)
        && store.documents.opening.with_untracked(Option::is_none)
}

/// Whether there is another photo to take up.
pub fn has_several(store: Store) -> bool {
    store.documents.list.with_untracked(|documents| documents.documents().len() > 1)
}

/// Whether one filter is meant: the one that has the focus, or else the one that is open.
pub fn has_row(store: Store) -> bool {
    is_idle(store) && active_layer(store).is_some()
}

/// Whether pixels can be read.
pub fn can_sample(store: Store) -> bool {
    is_idle(store) && !store.edit.crop_tool.is_open.get_untracked()
}

/// Whether a frame is set, and Enter means nothing else where the focus is.
pub fn is_framing(store: Store) -> bool {
    let focus = document().active_element().map(|element| element.tag_name());
    store.edit.crop_tool.is_open.get_untracked() && matches!(focus.as_deref(), None | Some("BODY" | "CANVAS"))
}

/// Whether anything runs that can be given up.
pub fn is_busy(store: Store) -> bool {
    store.documents.opening.with_untracked(Option::is_some)
        || store.view.inspection.eyedropper.with_untracked(Option::is_some)
        || store.edit.crop_tool.is_open.get_untracked()
        || store.jobs.exporting.with_untracked(Option::is_some)
        || store.jobs.rendering.with_untracked(Option::is_some)
}

pub fn open(_: Store, ui_state: UiState) {
    ui_state.choose_files();
}

pub fn next_photo(store: Store, _: UiState) {
    store.select_adjacent(true);
}

pub fn previous_photo(store: Store, _: UiState) {
    store.select_adjacent(false);
}

pub fn export(store: Store, _: UiState) {
    store.export();
}

pub fn export_batch(store: Store, ui_state: UiState) {
    ui_state.export_batch(store);
}

pub fn fit(store: Store, _: UiState) {
    store.view.zoom(Zoom::Fit);
}

pub fn full_size(store: Store, _: UiState) {
    store.view.zoom(Zoom::Scale(1.0));
}

pub fn double_size(store: Store, _: UiState) {
    store.view.zoom(Zoom::Scale(2.0));
}

pub fn zoom_in(store: Store) {
    store.view.zoom_step(true);
}

pub fn zoom_out(store: Store) {
    store.view.zoom_step(false);
}

pub fn compare(store: Store, on: bool) {
    store.set_comparing(on);
}

pub fn set_split(store: Store, _: UiState) {
    store.view.inspection.toggle_split();
}

pub fn crop(store: Store, _: UiState) {
    store.toggle_crop_tool();
}

pub fn add_filter(store: Store, ui_state: UiState) {
    ui_state.open_picker(store);
}

pub fn save_look(_: Store, ui_state: UiState) {
    ui_state.open_user_presets(true);
}

pub fn undo(store: Store) {
    store.edit.undo();
}

pub fn redo(store: Store) {
    store.edit.redo();
}

pub fn show_history(_: Store, ui_state: UiState) {
    ui_state.popup.update(|popup| *popup = if popup.is_some() { None } else { Some(Popup::History) });
}

/// The newest first.
pub fn cancel(store: Store, _: UiState) {
    if store.documents.opening.with_untracked(Option::is_some) {
        store.cancel_opening();
    } else if store.jobs.exporting.with_untracked(Option::is_some) {
        store.cancel_export();
    } else if store.jobs.rendering.with_untracked(Option::is_some) {
        store.cancel_rendering();
    } else if store.view.inspection.eyedropper.with_untracked(Option::is_some) {
        store.view.close_eyedropper();
    } else {
        store.cancel_crop();
    }
}

pub fn copy_result(store: Store, _: UiState) {
    store.copy_to_clipboard();
}

pub fn probe(store: Store, _: UiState) {
    store.toggle_eyedropper();
}

pub fn clipping(store: Store, _: UiState) {
    store.view.inspection.toggle_clipping();
}

pub fn switch(store: Store, _: UiState) {
    if let Some(layer) = active_layer(store) {
        let is_on = store.edit.stack.with_untracked(|stack| stack.layer(layer).is_some_and(|layer| layer.on));
        store.edit.set_enabled(layer, !is_on);
    }
}

pub fn duplicate(store: Store, _: UiState) {
    let has_focus = focused_row().is_some();
    let copy = active_layer(store).and_then(|layer| store.edit.duplicate(layer));
    if let Some(copy) = copy.filter(|_| has_focus) {
        // The settings that had it are closed now.
        focus_settings(copy);
    }
}

pub fn show_keys(_: Store, ui_state: UiState) {
    ui_state.show_keys();
}

/// The row that keys mean.
fn active_layer(store: Store) -> Option<u32> {
    let focused = focused_row().and_then(|place| {
        store.edit.stack.with_untracked(|stack| stack.layers().get(place).map(|layer| layer.key))
    });
    focused.or_else(|| store.edit.open_layer.get_untracked())
}

/// The place of the row that has the focus.
fn focused_row() -> Option<usize> {
    let layer = document().active_element()?.closest(".layer-list .layer-row").ok().flatten()?;
    let layers = layer.parent_element()?.children();
    (0..layers.length()).position(|place| layers.item(place).as_ref() == Some::<&Element>(&layer))
}
