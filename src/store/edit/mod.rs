//! Edits of the open photo. The current stack is the top of the history; this part alone writes either.

pub mod crop;
pub mod crop_tool;
pub mod gesture;
pub mod layers;
pub mod undo;

use leptos::prelude::*;
use safelight_kernels::Spec;

use crate::{
    model::{
        change::Change,
        documents::document::EditState,
        history::{Coalescing, History},
        stack::{FilterLayer, Stack},
        status::message::StatusMessage,
    },
    store::{
        edit::{crop_tool::CropTool, gesture::Gesture},
        status::Status,
    },
};

/// The history of the active document, and what goes with editing it. A handle: copy it freely.
#[derive(Clone, Copy)]
pub struct Edit {
    /// The history of the active document; empty while there is none.
    pub history: ReadSignal<History>,
    /// The current stack: the top of the history.
    pub stack: Memo<Stack>,
    /// A filter that is shown on top of the stack without being part of it.
    pub preview: ReadSignal<Option<FilterLayer>>,
    /// The key of the layer whose settings are open.
    pub open_layer: ReadSignal<Option<u32>>,
    /// The key of the layer that was edited last.
    pub edited_layer: ReadSignal<Option<u32>>,
    /// The stack that was copied, to be pasted.
    pub copied_stack: ReadSignal<Option<Stack>>,
    /// The crop tool.
    pub crop_tool: CropTool,
    /// Width and height of the whole picture as it is shown, in pixels; none without a photo.
    pub size: Memo<Option<(u32, u32)>>,
    photo_size: Signal<Option<(u32, u32)>>,
    set_history: WriteSignal<History>,
    set_preview: WriteSignal<Option<FilterLayer>>,
    set_open_layer: WriteSignal<Option<u32>>,
    set_edited_layer: WriteSignal<Option<u32>>,
    set_copied_stack: WriteSignal<Option<Stack>>,
    /// The layer whose LUT file no rendering has confirmed yet.
    unconfirmed_lut: StoredValue<Option<u32>>,
    gesture: StoredValue<Gesture>,
    status: Status,
    /// The clock, in milliseconds.
    now_ms: fn() -> f64,
}

impl Edit {
    /// Without edits. `photo_size` is the open photo's, in pixels.
    pub fn new(photo_size: Signal<Option<(u32, u32)>>, status: Status, now_ms: fn() -> f64) -> Self {
        let (history, set_history) = signal(History::default());
        let (preview, set_preview) = signal(None::<FilterLayer>);
        let (open_layer, set_open_layer) = signal(None);
        let (edited_layer, set_edited_layer) = signal(None);
        let (copied_stack, set_copied_stack) = signal(None);
        let stack = Memo::new(move |_| history.with(|history| history.stack().clone()));
        let crop_tool = CropTool::default();
        let size = Memo::new(move |_| {
            let photo = photo_size.get()?;
            Some(crop_tool.visible(stack.read().with(preview.read().as_ref())).size_after(photo))
        });
        Self {
            history,
            stack,
            preview,
            open_layer,
            edited_layer,
            copied_stack,
            crop_tool,
            size,
            photo_size,
            set_history,
            set_preview,
            set_open_layer,
            set_edited_layer,
            set_copied_stack,
            unconfirmed_lut: StoredValue::new(None),
            gesture: StoredValue::new(Gesture::default()),
            status,
            now_ms,
        }
    }

    /// The stack as it is shown: with the filter that is previewed, and without its crop while the crop tool is open.
    pub fn visible_stack(&self) -> Stack {
        self.crop_tool.visible(self.stack.read().with(self.preview.read().as_ref()))
    }

    /// Takes over the edits of a document that becomes active.
    pub fn activate(&self, history: History, open_layer: Option<u32>) {
        self.close_crop_tool();
        self.unconfirmed_lut.set_value(None);
        self.set_history.set(history);
        self.set_open_layer.set(open_layer);
    }

    /// Begins without edits: no document is active.
    pub fn reset(&self) {
        self.activate(History::default(), None);
    }

    /// The edits of the active document, with how it is viewed.
    pub fn state(&self, zoom: crate::model::viewport::Zoom, centre: (f64, f64)) -> EditState {
        let (history, open_layer) = (self.history.get_untracked(), self.open_layer.get_untracked());
        EditState { history, open_layer, zoom, centre }
    }

    /// Shows a filter on top of the stack, or none.
    pub fn set_preview(&self, layer: Option<FilterLayer>) {
        self.set_preview.set(layer);
    }

    /// Opens the settings of a layer, or closes those that are open.
    pub fn set_open_layer(&self, key: Option<u32>) {
        self.set_open_layer.set(key);
    }

    /// Whether there is no room for another filter; the status message says so.
    pub fn is_full(&self) -> bool {
        let is_full = self.stack.with_untracked(Stack::is_full);
        if is_full {
            self.status.set_message(StatusMessage::StackFull);
        }
        is_full
    }

    /// The filter of a layer.
    pub fn filter(&self, key: u32) -> Option<&'static Spec> {
        self.stack.with_untracked(|stack| stack.layer(key).map(|layer| layer.filter))
    }

    /// Edits a copy of the stack and records it, unless `edit` says that nothing changed.
    fn edit_stack(&self, edit: impl FnOnce(&mut Stack) -> Option<Edited>) -> bool {
        let mut stack = self.history.with_untracked(History::editable_stack);
        let Some(Edited { change, layer, coalesces }) = edit(&mut stack) else { return false };
        if let Some(key) = layer {
            self.set_edited_layer.set(Some(key));
        }
        let coalesce_key =
            coalesces.then(|| Some((layer.unwrap_or_default(), change.coalesce_key()?))).flatten();
        self.record(change, coalesce_key, stack);
        true
    }

    fn record(&self, change: Change, coalesce_key: Option<(u32, &'static str)>, stack: Stack) {
        // Time stands still while a pointer is down: it may rest on a control.
        let at_ms = self.gesture.with_value(Gesture::pressed_since_ms).unwrap_or_else(self.now_ms);
        let coalescing = coalesce_key.map(|coalesce_key| Coalescing { coalesce_key, at_ms });
        self.set_history.update(|history| history.record(change.clone(), coalescing, stack));
        self.status.set_message(StatusMessage::Changed(change));
    }
}

/// What an edit of the stack was.
struct Edited {
    change: Change,
    /// The layer that was edited, if it was one.
    layer: Option<u32>,
    /// Whether edits of the same control that follow closely become one entry of the history.
    coalesces: bool,
}

impl Edited {
    /// An edit of one layer.
    fn layer(key: u32, change: Change) -> Self {
        Self { change, layer: Some(key), coalesces: true }
    }

    /// An edit of the whole stack.
    fn stack(change: Change) -> Self {
        Self { change, layer: None, coalesces: false }
    }
}

#[cfg(test)]
mod tests;
