//! The table itself.

use crate::{
    commands::run::{
        add_filter, can_sample, cancel, clipping, compare, copy_result, crop, double_size, duplicate, export,
        export_batch, fit, full_size, has_row, has_several, is_busy, is_framing, is_idle, next_photo, open,
        previous_photo, probe, redo, save_look, set_split, show_history, show_keys, switch, undo, zoom_in,
        zoom_out,
    },
    commands::{Act, Command, Group, Id, Name},
    platform::keyboard::{Keys, Modifiers, OPEN},
    store::Store,
};

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
    command(Id::CopyResult, Group::Photos, |t| t.copy_result, &[COPY], is_idle, Act::Always(copy_result)),
    command(
        Id::ExportSeveral,
        Group::Photos,
        |t| t.export_batch,
        &[EXPORT_SEVERAL],
        has_several,
        Act::Always(export_batch),
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
    hint(Group::View, |t| t.wheel_zoom, &[Keys::ctrl("wheel")]),
    hint(Group::View, |t| t.wheel, &[Keys::plain("wheel")]),
    hint(Group::View, |t| t.move_around, ARROWS),
    hint(Group::View, |t| t.drag_around, &[Keys::plain(" ")]),
    command(Id::Compare, Group::View, |t| t.compare, &[Keys::plain("\\")], is_idle, Act::CropHandle(compare)),
    command(Id::Divide, Group::View, |t| t.set_split, &[Keys::plain("d")], is_idle, Act::Once(set_split)),
    command(Id::PixelSampler, Group::View, |t| t.probe, &[Keys::plain("i")], can_sample, Act::Once(probe)),
    command(Id::Clipping, Group::View, |t| t.clipping, &[Keys::plain("j")], is_idle, Act::Once(clipping)),
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
    command(Id::Switch, Group::Filters, |t| t.switch, &[Keys::plain("x")], has_row, Act::Once(switch)),
    hint(Group::Filters, |t| t.move_filter, UP_DOWN),
    command(
        Id::Duplicate,
        Group::Filters,
        |t| t.duplicate,
        &[Keys::ctrl("d")],
        has_row,
        Act::Once(duplicate),
    ),
    hint(Group::Filters, |t| t.remove, &[Keys::plain("delete")]),
    command(Id::SaveLook, Group::Filters, |t| t.save_look, &[SAVE_LOOK], is_idle, Act::Always(save_look)),
    hint(Group::Slider, |t| t.step, LEFT_RIGHT),
    hint(Group::Slider, |t| t.fine_step, FINE),
    hint(Group::Slider, |t| t.ends, &[Keys::plain("home"), Keys::plain("end")]),
    hint(Group::Slider, |t| t.default, &[Keys::plain("backspace")]),
    hint(Group::Curve, |t| t.next_point, &[Keys::plain("tab")]),
    hint(Group::Curve, |t| t.move_point, ARROWS),
    hint(Group::Curve, |t| t.remove_point, &[Keys::plain("delete")]),
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

const EXPORT_SEVERAL: Keys = Keys { clamp: Modifiers::CtrlShift, key: "e" };
const COPY: Keys = Keys { clamp: Modifiers::CtrlShift, key: "c" };
const SAVE_LOOK: Keys = Keys { clamp: Modifiers::CtrlShift, key: "s" };
const PLUS: &[Keys] = &[Keys::plain("+"), Keys::plain("=")];
const ENTER: &[Keys] = &[Keys::plain("enter")];
const REDO: &[Keys] = &[Keys { clamp: Modifiers::CtrlShift, key: "z" }, Keys::ctrl("y")];
const LEFT_RIGHT: &[Keys] = &[Keys::plain("arrowleft"), Keys::plain("arrowright")];
const FINE: &[Keys] = &[
    Keys { clamp: Modifiers::Shift, key: "arrowleft" },
    Keys { clamp: Modifiers::Shift, key: "arrowright" },
];
const UP_DOWN: &[Keys] = &[Keys::plain("arrowup"), Keys::plain("arrowdown")];
const ARROWS: &[Keys] = &[LEFT_RIGHT[0], LEFT_RIGHT[1], UP_DOWN[0], UP_DOWN[1]];

const fn command(
    id: Id,
    group: Group,
    name: Name,
    keys: &'static [Keys],
    when: fn(Store) -> bool,
    act: Act,
) -> Command {
    Command { id: Some(id), group, name, keys, when, act }
}

const fn hint(group: Group, name: Name, keys: &'static [Keys]) -> Command {
    Command { id: None, group, name, keys, when: |_| false, act: Act::Control }
}
