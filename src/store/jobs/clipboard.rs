//! The photo on its way to the clipboard. A browser lets a page write there only during a key press or click, and the
//! export takes longer: so `clipboard.write` is called at once with a promise of the file, which is resolved when the
//! worker has made it.

use js_sys::{Array, Function, Object, Promise, Reflect};
use leptos::prelude::*;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Blob, Clipboard, ClipboardItem};

use crate::model::status::failure::FailureReason;

/// The pending write, if there is one. A handle: copy it freely.
#[derive(Clone, Copy)]
pub struct ClipboardWrite {
    pending: StoredValue<Option<PendingBlob>, LocalStorage>,
}

struct PendingBlob {
    resolve: Function,
    reject: Function,
    result: Option<WriteResult>,
}

/// How a write ended.
#[derive(Debug, Clone, PartialEq)]
pub enum WriteResult {
    /// The photo was exported, to a file of this many bytes.
    Exported(f64),
    /// It was cancelled.
    Cancelled,
    /// The photo could not be exported.
    Failed(FailureReason),
}

impl Default for ClipboardWrite {
    fn default() -> Self {
        Self { pending: StoredValue::new_local(None) }
    }
}

impl ClipboardWrite {
    /// Whether a write is pending.
    pub fn is_pending(&self) -> bool {
        self.pending.with_value(Option::is_some)
    }

    /// Writes a PNG that comes later. Call it during a key press or click.
    ///
    /// # Errors
    /// When there is no clipboard: on pages that came without encryption.
    pub fn begin(&self) -> Result<Promise, JsValue> {
        let mut pending = None;
        let blob = Promise::new(&mut |resolve, reject| {
            pending = Some(PendingBlob { resolve, reject, result: None });
        });
        let parts = Object::new();
        Reflect::set(&parts, &"image/png".into(), &blob)?;
        let item = ClipboardItem::new_with_record_from_str_to_blob_promise(&parts)?;
        let clipboard: Clipboard = Reflect::get(&window().navigator(), &"clipboard".into())?.dyn_into()?;
        self.pending.set_value(pending);
        Ok(clipboard.write(&Array::of1(&item)))
    }

    /// Resolves the pending write with this file.
    pub fn resolve(&self, file: &Blob) {
        self.end(WriteResult::Exported(file.size()), |pending| {
            drop(pending.resolve.call1(&JsValue::NULL, file));
        });
    }

    /// Rejects the pending write: it was cancelled, or the export failed.
    pub fn reject(&self, result: WriteResult) {
        self.end(result, |pending| drop(pending.reject.call0(&JsValue::NULL)));
    }

    /// Takes the result of the pending write, once the browser has settled it; none if nothing was resolved or rejected.
    pub fn take_result(&self) -> Option<WriteResult> {
        self.pending.try_update_value(Option::take).flatten()?.result
    }

    fn end(&self, result: WriteResult, then: impl FnOnce(&PendingBlob)) {
        self.pending.update_value(|pending| {
            if let Some(pending) = pending.as_mut().filter(|pending| pending.result.is_none()) {
                pending.result = Some(result);
                then(pending);
            }
        });
    }
}
