//! Files that are dropped or pasted anywhere on the page.

use leptos::{ev, prelude::*};

use crate::{platform::files, store::Store};

/// Listens for drops and pastes on the whole page.
pub fn listen(store: Store) {
    // Enters and leaves come in pairs for every element that the pointer crosses.
    let inside = StoredValue::new(0_i32);
    let _ = window_event_listener(ev::dragenter, move |event| {
        let Some(transfer) = event.data_transfer().filter(files::has_files) else { return };
        event.prevent_default();
        inside.update_value(|inside| *inside += 1);
        store.set_dragged_files(Some(transfer.items().length()));
    });
    let _ = window_event_listener(ev::dragover, move |event| {
        if let Some(transfer) = event.data_transfer().filter(files::has_files) {
            event.prevent_default();
            transfer.set_drop_effect("copy");
        }
    });
    let _ = window_event_listener(ev::dragleave, move |_| {
        let left = inside.try_update_value(|inside| {
            *inside = (*inside - 1).max(0);
            *inside == 0
        });
        if left == Some(true) {
            store.set_dragged_files(None);
        }
    });
    let _ = window_event_listener(ev::drop, move |event| {
        inside.set_value(0);
        store.set_dragged_files(None);
        let Some(transfer) = event.data_transfer().filter(files::has_files) else { return };
        event.prevent_default();
        store.open(files::files_of(&transfer));
    });
    let _ = window_event_listener(ev::paste, move |event| {
        let Some(transfer) = event.clipboard_data() else { return };
        let files = files::files_of(&transfer);
        if !files.is_empty() {
            event.prevent_default();
            store.open(files);
        }
    });
}
