//! What can be asked for, as one table: shortcuts, the hints on buttons and the sheet of keys are made from it.

use leptos::prelude::*;

use crate::{
    components::{Desk, Popup},
    keys::{Held, Keys, OPEN, Press},
    session::Session,
    texts::CommandTexts,
    viewport::Zoom,
};

mod labels;
#[cfg(test)]
mod tests;

pub use labels::{aria, labels};

type Name = fn(&'static CommandTexts) -> &'static str;

/// One line of the table.
pub struct Command {
    /// Which one; what a control does by itself has none.
    pub id: Option<Id>,
    /// Where the sheet lists it.
    pub group: Group,
    /// Its name on the sheet.
    pub name: Name,
    /// Its keys; each of them does it.
    pub keys: &'static [Keys],
    /// When it can be done.
    pub when: fn(Session) -> bool,
    /// What it does.
    pub act: Act,
}

/// Names a command for buttons.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Id {
    /// Choose photos.
    Open,
    /// Take up the next photo.
    NextPhoto,
    /// Take up the one before.
    PreviousPhoto,
    /// Save the photo.
    Export,
    /// Save several.
    ExportSeveral,
    /// All of the photo.
    Fit,
    /// A pixel for a pixel.
    FullSize,
    /// Four pixels for a pixel.
    DoubleSize,
    /// The next larger stop.
    ZoomIn,
    /// The next smaller stop.
    ZoomOut,
    /// See the original.
    Compare,
    /// The original beside the photo.
    Divide,
    /// Crop, turn, straighten, resize.
    Crop,
    /// The frame is as it should be.
    CropDone,
    /// Choose a filter.
    AddFilter,
    /// Keep the stack as a look.
    SaveLook,
    /// Take back the last change.
    Undo,
    /// Bring it back.
    Redo,
    /// The steps so far.
    History,
    /// Give up what runs.
    Cancel,
    /// The sheet of keys.
    Keys,
}

/// Parts of the sheet.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Group {
    /// Files.
    Photos,
    /// How the photo is seen.
    View,
    /// The stack.
    Filters,
    /// One slider.
    Slider,
    /// The page.
    Everywhere,
}

/// What a command does.
#[derive(Clone, Copy)]
pub enum Act {
    /// Once for each time a key goes down.
    Once(fn(Session, Desk)),
    /// The same, also while a text or number is being typed.
    Always(fn(Session, Desk)),
    /// Again and again while the key is held.
    Again(fn(Session)),
    /// For as long as the key is held.
    Hold(fn(Session, bool)),
    /// A control does it, where it has the focus.
    Control,
}

/// Every command, in the order of the sheet.
pub const COMMANDS: &[Command] = &[
    command(Id::Open, Group::Photos, |t| t.open, &[OPEN], |_| true, Act::Always(open)),
    hint(Group::Photos, |t| t.paste, &[Keys::ctrl("v")]),
    command(
        Id::NextPhoto,
        Group::Photos,
        |t| t.next_photo,
        &[Keys::plain("]")],
        has_several,
        Act::Once(next_photo),
    ),
    command(
        Id::PreviousPhoto,
        Group::Photos,
        |t| t.previous_photo,
        &[Keys::plain("[")],
        has_several,
        Act::Once(previous_photo),
    ),
    hint(Group::Photos, |t| t.take_out, &[Keys::plain("delete")]),
    command(Id::Export, Group::Photos, |t| t.export, &[Keys::ctrl("s")], is_idle, Act::Always(export)),
    command(
        Id::ExportSeveral,
        Group::Photos,
        |t| t.export_several,
        &[EXPORT_SEVERAL],
        has_several,
        Act::Always(export_several),
    ),
    command(Id::Fit, Group::View, |t| t.fit, &[Keys::plain("0")], is_idle, Act::Once(fit)),
    command(Id::FullSize, Group::View, |t| t.full_size, &[Keys::plain("1")], is_idle, Act::Once(full_size)),
    command(
        Id::DoubleSize,
        Group::View,
        |t| t.double_size,
        &[Keys::plain("2")],
        is_idle,
        Act::Once(double_size),
    ),
    // The second is the same key without Shift.
    command(Id::ZoomIn, Group::View, |t| t.zoom_in, PLUS, is_idle, Act::Again(zoom_in)),
    command(Id::ZoomOut, Group::View, |t| t.zoom_out, &[Keys::plain("-")], is_idle, Act::Again(zoom_out)),
    hint(Group::View, |t| t.move_around, ARROWS),
    command(Id::Compare, Group::View, |t| t.compare, &[Keys::plain("\\")], is_idle, Act::Hold(compare)),
    command(Id::Divide, Group::View, |t| t.divide, &[Keys::plain("d")], is_idle, Act::Once(divide)),
    command(Id::Crop, Group::Filters, |t| t.crop, &[Keys::plain("c")], is_idle, Act::Once(crop)),
    command(Id::CropDone, Group::Filters, |t| t.crop_done, ENTER, is_framing, Act::Once(crop)),
    command(
        Id::AddFilter,
        Group::Filters,
        |t| t.add_filter,
        &[Keys::plain("a")],
        is_idle,
        Act::Once(add_filter),
    ),
    hint(Group::Filters, |t| t.move_filter, UP_DOWN),
    hint(Group::Filters, |t| t.remove, &[Keys::plain("delete")]),
    command(Id::SaveLook, Group::Filters, |t| t.save_look, &[SAVE_LOOK], is_idle, Act::Always(save_look)),
    hint(Group::Slider, |t| t.step, LEFT_RIGHT),
    hint(Group::Slider, |t| t.ends, &[Keys::plain("home"), Keys::plain("end")]),
    hint(Group::Slider, |t| t.default, &[Keys::plain("backspace")]),
    command(Id::Undo, Group::Everywhere, |t| t.undo, &[Keys::ctrl("z")], is_idle, Act::Again(undo)),
    command(Id::Redo, Group::Everywhere, |t| t.redo, REDO, is_idle, Act::Again(redo)),
    command(
        Id::History,
        Group::Everywhere,
        |t| t.history,
        &[Keys::plain("h")],
        is_idle,
        Act::Once(show_history),
    ),
    command(
        Id::Cancel,
        Group::Everywhere,
        |t| t.cancel,
        &[Keys::plain("escape")],
        is_busy,
        Act::Always(cancel),
    ),
    command(Id::Keys, Group::Everywhere, |t| t.keys, &[Keys::plain("?")], |_| true, Act::Once(show_keys)),
];

const EXPORT_SEVERAL: Keys = Keys { held: Held::CtrlShift, key: "e" };
const SAVE_LOOK: Keys = Keys { held: Held::CtrlShift, key: "s" };
const PLUS: &[Keys] = &[Keys::plain("+"), Keys::plain("=")];
const ENTER: &[Keys] = &[Keys::plain("enter")];
const REDO: &[Keys] = &[Keys { held: Held::CtrlShift, key: "z" }, Keys::ctrl("y")];
const LEFT_RIGHT: &[Keys] = &[Keys::plain("arrowleft"), Keys::plain("arrowright")];
const UP_DOWN: &[Keys] = &[Keys::plain("arrowup"), Keys::plain("arrowdown")];
const ARROWS: &[Keys] = &[LEFT_RIGHT[0], LEFT_RIGHT[1], UP_DOWN[0], UP_DOWN[1]];

/// Does what a key asks for; whether the key is ours.
pub fn down(press: &Press, session: Session, desk: Desk) -> bool {
    let Some(command) = asked(press, desk.signs.get_untracked()) else { return false };
    if !(command.when)(session) {
        // With Ctrl the browser would do something of its own, as saving the page, which nobody means here.
        return press.held != Held::Nothing;
    }
    match command.act {
        Act::Once(act) | Act::Always(act) => act(session, desk),
        Act::Again(act) => act(session),
        Act::Hold(act) => act(session, true),
        Act::Control => {}
    }
    true
}

/// Ends what is done for as long as a key is held.
pub fn up(press: &Press, session: Session) {
    for command in COMMANDS {
        if let Act::Hold(act) = command.act
            // What was held beside it may have been let go first.
            && command.keys.iter().any(|keys| keys.key.eq_ignore_ascii_case(&press.key))
        {
            act(session, false);
        }
    }
}

/// The command that a key asks for. Without `signs`, single signs ask for nothing.
fn asked(press: &Press, signs: bool) -> Option<&'static Command> {
    let command = COMMANDS.iter().find(|command| {
        !matches!(command.act, Act::Control)
            && command.keys.iter().any(|keys| keys.are(press) && (signs || !keys.is_sign()))
    })?;
    let heard = match command.act {
        Act::Always(_) => !press.repeated,
        Act::Again(_) => !press.typing,
        _ => !press.typing && !press.repeated,
    };
    heard.then_some(command)
}

const fn command(
    id: Id,
    group: Group,
    name: Name,
    keys: &'static [Keys],
    when: fn(Session) -> bool,
    act: Act,
) -> Command {
    Command { id: Some(id), group, name, keys, when, act }
}

const fn hint(group: Group, name: Name, keys: &'static [Keys]) -> Command {
    Command { id: None, group, name, keys, when: |_| false, act: Act::Control }
}

/// Whether there is a photo, and none on its way.
fn is_idle(session: Session) -> bool {
    session.photo.with_untracked(Option::is_some) && session.opening.with_untracked(Option::is_none)
}

/// Whether there is another photo to take up.
fn has_several(session: Session) -> bool {
    session.strip.with_untracked(|strip| strip.shots().len() > 1)
}

/// Whether a frame is set, and Enter means nothing else where the focus is.
fn is_framing(session: Session) -> bool {
    let focus = document().active_element().map(|element| element.tag_name());
    session.framing.uncut.with_untracked(Option::is_some)
        && matches!(focus.as_deref(), None | Some("BODY" | "CANVAS"))
}

/// Whether anything runs that can be given up.
fn is_busy(session: Session) -> bool {
    session.opening.with_untracked(Option::is_some)
        || session.framing.uncut.with_untracked(Option::is_some)
        || [session.exporting, session.rendering].iter().any(|done| done.with_untracked(Option::is_some))
}

fn open(_: Session, desk: Desk) {
    desk.choose_files();
}

fn next_photo(session: Session, _: Desk) {
    session.turn_beside(true);
}

fn previous_photo(session: Session, _: Desk) {
    session.turn_beside(false);
}

fn export(session: Session, _: Desk) {
    session.export();
}

fn export_several(session: Session, desk: Desk) {
    desk.export_several(session);
}

fn fit(session: Session, _: Desk) {
    session.zoom(Zoom::Fit);
}

fn full_size(session: Session, _: Desk) {
    session.zoom(Zoom::Scale(1.0));
}

fn double_size(session: Session, _: Desk) {
    session.zoom(Zoom::Scale(2.0));
}

fn zoom_in(session: Session) {
    session.zoom_step(true);
}

fn zoom_out(session: Session) {
    session.zoom_step(false);
}

fn compare(session: Session, on: bool) {
    session.compare(on);
}

fn divide(session: Session, _: Desk) {
    session.sight.divide();
}

fn crop(session: Session, _: Desk) {
    session.toggle_framing();
}

fn add_filter(_: Session, desk: Desk) {
    desk.open_picker();
}

fn save_look(_: Session, desk: Desk) {
    desk.show_own_looks(true);
}

fn undo(session: Session) {
    session.undo();
}

fn redo(session: Session) {
    session.redo();
}

fn show_history(_: Session, desk: Desk) {
    desk.popup.update(|popup| *popup = if popup.is_some() { None } else { Some(Popup::History) });
}

/// The newest first.
fn cancel(session: Session, _: Desk) {
    if session.opening.with_untracked(Option::is_some) {
        session.cancel_opening();
    } else if session.exporting.with_untracked(Option::is_some) {
        session.cancel_export();
    } else if session.rendering.with_untracked(Option::is_some) {
        session.cancel_rendering();
    } else {
        session.cancel_framing();
    }
}

fn show_keys(_: Session, desk: Desk) {
    desk.show_keys();
}
