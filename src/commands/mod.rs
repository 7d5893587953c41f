//! What can be asked for, as one table: shortcuts, the hints on buttons and the sheet of keys are made from it.

pub mod run;
pub mod shortcut_labels;
pub mod table;
#[cfg(test)]
mod tests;

use leptos::prelude::*;

use crate::{
    commands::table::COMMANDS,
    i18n::commands::CommandTexts,
    platform::keyboard::{KeyPress, Keys, Modifiers},
    store::Store,
    store::ui_state::UiState,
};

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
    pub when: fn(Store) -> bool,
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
    /// Put the photo on the clipboard.
    CopyResult,
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
    /// Read single pixels.
    PixelSampler,
    /// Mark what is clipped.
    Clipping,
    /// Crop, turn, straighten, resize.
    Crop,
    /// The frame is as it should be.
    CropDone,
    /// Choose a filter.
    AddFilter,
    /// Switch a filter on or off.
    Switch,
    /// Put the same filter behind it.
    Duplicate,
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
    /// The points of a curve.
    Curve,
    /// The page.
    Everywhere,
}

/// What a command does.
#[derive(Clone, Copy)]
pub enum Act {
    /// Once for each time a key goes down.
    Once(fn(Store, UiState)),
    /// The same, also while a text or number is being typed.
    Always(fn(Store, UiState)),
    /// Again and again while the key is held.
    Again(fn(Store)),
    /// For as long as the key is held.
    CropHandle(fn(Store, bool)),
    /// A control does it, where it has the focus.
    Control,
}

/// Does what a key asks for; whether the key is ours.
pub fn down(press: &KeyPress, store: Store, ui_state: UiState) -> bool {
    let Some(command) = asked(press, ui_state.signs.get_untracked()) else { return false };
    if !(command.when)(store) {
        // With Ctrl the browser would do something of its own, as saving the page, which nobody means here.
        return press.clamp != Modifiers::Nothing;
    }
    match command.act {
        Act::Once(act) | Act::Always(act) => act(store, ui_state),
        Act::Again(act) => act(store),
        Act::CropHandle(act) => act(store, true),
        Act::Control => {}
    }
    true
}

/// Ends what is done for as long as a key is held.
pub fn up(press: &KeyPress, store: Store) {
    for command in COMMANDS {
        if let Act::CropHandle(act) = command.act
            // What was held beside it may have been let go first.
            && command.keys.iter().any(|keys| keys.key.eq_ignore_ascii_case(&press.key))
        {
            act(store, false);
        }
    }
}

/// The command that a key asks for. Without `signs`, single signs ask for nothing.
fn asked(press: &KeyPress, signs: bool) -> Option<&'static Command> {
    let command = COMMANDS.iter().find(|command| {
        !matches!(command.act, Act::Control)
            && command.keys.iter().any(|keys| keys.are(press) && (signs || !keys.is_printable()))
    })?;
    let heard = match command.act {
        Act::Always(_) => !press.repeated,
        Act::Again(_) => !press.typing,
        _ => !press.typing && !press.repeated,
    };
    heard.then_some(command)
}
