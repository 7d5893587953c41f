//! What dialogs have in common.

use leptos::ev::MouseEvent;

/// Whether a click was on a dialog's backdrop: only that is the dialog itself, all else in it is a child.
pub fn on_backdrop(event: &MouseEvent) -> bool {
    event.target() == event.current_target()
}
