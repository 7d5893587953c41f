//! The photo on its way to the clipboard. A browser lets a page write there only in the turn of a key or click, and
//! the photo is made long after: so it is promised then, and the promise kept when the worker is done.

use js_sys::{Array, Function, Object, Promise, Reflect};
use leptos::{prelude::*, task::spawn_local};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{Blob, Clipboard, ClipboardItem};

use crate::{
    model::stack::Stack,
    model::status::message::StatusMessage,
    model::status::{failure::FailureReason, notification::NotificationKind},
    store::Store,
};

/// The promise, while there is one. A handle: copy it freely.
#[derive(Clone, Copy)]
pub struct ClipboardWrite {
    /// Whether what is exported goes to the clipboard; until the worker answers, even if the clipboard is not to be had.
    pub now: RwSignal<bool>,
    promised: StoredValue<Option<PendingBlob>, LocalStorage>,
}

struct PendingBlob {
    keep: Function,
    refuse: Function,
    end: Option<End>,
}

/// How it ended.
enum End {
    /// The photo was made, of this size.
    ExportedFile(f64),
    /// The way out was taken.
    Cancelled,
    /// It could not be made; why.
    Failed(FailureReason),
}

impl Default for ClipboardWrite {
    fn default() -> Self {
        Self { now: RwSignal::new(false), promised: StoredValue::new_local(None) }
    }
}

impl ClipboardWrite {
    /// Keeps the promise with this file; false if nothing is copied.
    pub fn made(&self, file: &Blob) -> bool {
        self.end(End::ExportedFile(file.size()), |promised| drop(promised.keep.call1(&JsValue::NULL, file)))
    }

    /// Breaks the promise, because the way out was taken; false if nothing is copied.
    pub fn cancelled(&self) -> bool {
        self.end(End::Cancelled, cancel_write)
    }

    /// Breaks the promise, for this reason; false if nothing is copied.
    pub fn failed(&self, reason: FailureReason) -> bool {
        self.end(End::Failed(reason), cancel_write)
    }

    fn end(&self, end: End, then: impl FnOnce(&PendingBlob)) -> bool {
        self.promised.update_value(|promised| {
            if let Some(promised) = promised.as_mut().filter(|promised| promised.end.is_none()) {
                promised.end = Some(end);
                then(promised);
            }
        });
        let is_ours = self.now.get_untracked();
        self.now.set(false);
        is_ours
    }
}

fn cancel_write(promised: &PendingBlob) {
    drop(promised.refuse.call0(&JsValue::NULL));
}

impl Store {
    /// Develops the photo at full size and puts it on the clipboard as a PNG. Call in the turn of a key or click.
    pub fn copy_result(&self) {
        let is_busy = self.exporting.get_untracked().is_some()
            || self.clipboard_write.promised.with_value(Option::is_some);
        if is_busy || self.photo.with_untracked(Option::is_none) {
            return;
        }
        let name = self.photo_name();
        let Ok(format_exact) = self.promise() else {
            return self.status.notify(NotificationKind::NotCopied { name, reason: None });
        };
        self.clipboard_write.now.set(true);
        self.exporting.set(Some(0.0));
        self.status.set_message(StatusMessage::CopyingResult);
        let recipe = self.stack.with_untracked(Stack::recipe);
        self.worker.with_value(|worker| worker.export(recipe));
        let store = *self;
        spawn_local(async move {
            let format_exact = JsFuture::from(format_exact).await;
            let promised = store.clipboard_write.promised.try_update_value(Option::take).flatten();
            match (format_exact, promised.and_then(|promised| promised.end)) {
                (Ok(_), Some(End::ExportedFile(bytes))) => {
                    store.status.set_message(StatusMessage::CopiedResult(bytes))
                }
                (_, Some(End::Cancelled)) => store.status.set_message(StatusMessage::CopyCancelled),
                (_, Some(End::Failed(reason))) => {
                    store.status.notify(NotificationKind::NotCopied { name, reason: Some(reason) })
                }
                (_, end) => {
                    // It did not even wait for the photo.
                    if end.is_none() {
                        store.cancel_export();
                    }
                    store.status.set_message(StatusMessage::NotCopied);
                    store.status.notify(NotificationKind::NotCopied { name, reason: None });
                }
            }
        });
    }

    /// Promises the clipboard a picture; what is told when that is written.
    fn promise(&self) -> Result<Promise, JsValue> {
        let mut promised = None;
        let picture =
            Promise::new(&mut |keep, refuse| promised = Some(PendingBlob { keep, refuse, end: None }));
        let parts = Object::new();
        Reflect::set(&parts, &"image/png".into(), &picture)?;
        let item = ClipboardItem::new_with_record_from_str_to_blob_promise(&parts)?;
        // Pages that came without encryption have no clipboard.
        let clipboard: Clipboard = Reflect::get(&window().navigator(), &"clipboard".into())?.dyn_into()?;
        self.clipboard_write.promised.set_value(promised);
        Ok(clipboard.write(&Array::of1(&item)))
    }
}

#[cfg(test)]
mod tests {
    use leptos::prelude::*;

    use super::{ClipboardWrite, FailureReason};

    #[test]
    fn what_the_browser_refused_ends_without_a_file_or_a_word() {
        let clipboard_write = ClipboardWrite::default();
        assert!(!clipboard_write.cancelled(), "an export is none of its business");
        // The promise is gone, and the worker does not know yet.
        clipboard_write.now.set(true);
        assert!(clipboard_write.failed(FailureReason::FileGone));
        assert!(!clipboard_write.cancelled(), "what comes after is an export");
    }
}
