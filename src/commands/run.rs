//! What commands do, and when they can.

use leptos::prelude::*;
use web_sys::Element;

use crate::{
    model::viewport::Zoom, store::Session, store::ui_state::Desk, ui::layers::row::go_to_settings,
    ui::overlay::popup::Popup,
};

/// Whether there is a photo, and none on its way.
pub fn is_idle(session: Session) -> bool {
    session.photo.with_untracked(Option::is_some) && session.opening.with_untracked(Option::is_none)
}

/// Whether there is another photo to take up.
pub fn has_several(session: Session) -> bool {
    session.strip.with_untracked(|strip| strip.shots().len() > 1)
}

/// Whether one filter is meant: the one that has the focus, or else the one that is open.
pub fn has_row(session: Session) -> bool {
    is_idle(session) && row_in_hand(session).is_some()
}

/// Whether pixels can be read.
pub fn can_probe(session: Session) -> bool {
    is_idle(session) && session.framing.uncut.with_untracked(Option::is_none)
}

/// Whether a frame is set, and Enter means nothing else where the focus is.
pub fn is_framing(session: Session) -> bool {
    let focus = document().active_element().map(|element| element.tag_name());
    session.framing.uncut.with_untracked(Option::is_some)
        && matches!(focus.as_deref(), None | Some("BODY" | "CANVAS"))
}

/// Whether anything runs that can be given up.
pub fn is_busy(session: Session) -> bool {
    session.opening.with_untracked(Option::is_some)
        || session.sight.probe.with_untracked(Option::is_some)
        || session.framing.uncut.with_untracked(Option::is_some)
        || [session.exporting, session.rendering].iter().any(|done| done.with_untracked(Option::is_some))
}

pub fn open(_: Session, desk: Desk) {
    desk.choose_files();
}

pub fn next_photo(session: Session, _: Desk) {
    session.turn_beside(true);
}

pub fn previous_photo(session: Session, _: Desk) {
    session.turn_beside(false);
}

pub fn export(session: Session, _: Desk) {
    session.export();
}

pub fn export_several(session: Session, desk: Desk) {
    desk.export_several(session);
}

pub fn fit(session: Session, _: Desk) {
    session.zoom(Zoom::Fit);
}

pub fn full_size(session: Session, _: Desk) {
    session.zoom(Zoom::Scale(1.0));
}

pub fn double_size(session: Session, _: Desk) {
    session.zoom(Zoom::Scale(2.0));
}

pub fn zoom_in(session: Session) {
    session.zoom_step(true);
}

pub fn zoom_out(session: Session) {
    session.zoom_step(false);
}

pub fn compare(session: Session, on: bool) {
    session.compare(on);
}

pub fn divide(session: Session, _: Desk) {
    session.sight.divide();
}

pub fn crop(session: Session, _: Desk) {
    session.toggle_framing();
}

pub fn add_filter(session: Session, desk: Desk) {
    desk.open_picker(session);
}

pub fn save_look(_: Session, desk: Desk) {
    desk.show_own_looks(true);
}

pub fn undo(session: Session) {
    session.undo();
}

pub fn redo(session: Session) {
    session.redo();
}

pub fn show_history(_: Session, desk: Desk) {
    desk.popup.update(|popup| *popup = if popup.is_some() { None } else { Some(Popup::History) });
}

/// The newest first.
pub fn cancel(session: Session, _: Desk) {
    if session.opening.with_untracked(Option::is_some) {
        session.cancel_opening();
    } else if session.exporting.with_untracked(Option::is_some) {
        session.cancel_export();
    } else if session.rendering.with_untracked(Option::is_some) {
        session.cancel_rendering();
    } else if session.sight.probe.with_untracked(Option::is_some) {
        session.end_probe();
    } else {
        session.cancel_framing();
    }
}

pub fn copy_result(session: Session, _: Desk) {
    session.copy_result();
}

pub fn probe(session: Session, _: Desk) {
    session.toggle_probe();
}

pub fn clipping(session: Session, _: Desk) {
    session.sight.toggle_clipping();
}

pub fn switch(session: Session, _: Desk) {
    if let Some(row) = row_in_hand(session) {
        let is_on = session.stack.with_untracked(|stack| stack.row(row).is_some_and(|row| row.on));
        session.switch(row, !is_on);
    }
}

pub fn duplicate(session: Session, _: Desk) {
    let has_focus = focused_row().is_some();
    let copy = row_in_hand(session).and_then(|row| session.duplicate(row));
    if let Some(copy) = copy.filter(|_| has_focus) {
        // The settings that had it are closed now.
        go_to_settings(copy);
    }
}

pub fn show_keys(_: Session, desk: Desk) {
    desk.show_keys();
}

/// The row that keys mean.
fn row_in_hand(session: Session) -> Option<u32> {
    let focused = focused_row()
        .and_then(|place| session.stack.with_untracked(|stack| stack.rows().get(place).map(|row| row.key)));
    focused.or_else(|| session.open_row.get_untracked())
}

/// The place of the row that has the focus.
fn focused_row() -> Option<usize> {
    let row = document().active_element()?.closest(".layer-list .layer-row").ok().flatten()?;
    let rows = row.parent_element()?.children();
    (0..rows.length()).position(|place| rows.item(place).as_ref() == Some::<&Element>(&row))
}
