//! Files that are dropped, pasted, chosen or built in, on their way to the worker.

use js_sys::{Array, ArrayBuffer};
use leptos::{ev, prelude::*, task::spawn_local};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{DataTransfer, File, FilePropertyBag, HtmlInputElement, Response};

use crate::{
    i18n::page, model::status::message::StatusMessage, model::status::notification::NotificationKind,
    store::Store,
};

/// Files beyond this are not read at all: no photo is that large, and the page would hold it twice.
const MAX_FILE_BYTES: f64 = 512e6;
/// The built-in sample, relative to the document's base.
const SAMPLE: &str = "./sample.jpg";

/// Listens for drops and pastes on the whole page.
pub fn listen(store: Store) {
    // Enters and leaves come in pairs for every element that the pointer crosses.
    let inside = StoredValue::new(0_i32);
    let _ = window_event_listener(ev::dragenter, move |event| {
        let Some(transfer) = event.data_transfer().filter(has_files) else { return };
        event.prevent_default();
        inside.update_value(|inside| *inside += 1);
        store.set_dragged_files(Some(transfer.items().length()));
    });
    let _ = window_event_listener(ev::dragover, move |event| {
        if let Some(transfer) = event.data_transfer().filter(has_files) {
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
        let Some(transfer) = event.data_transfer().filter(has_files) else { return };
        event.prevent_default();
        store.open(files_of(&transfer));
    });
    let _ = window_event_listener(ev::paste, move |event| {
        let Some(transfer) = event.clipboard_data() else { return };
        let files = files_of(&transfer);
        if !files.is_empty() {
            event.prevent_default();
            store.open(files);
        }
    });
}

/// The files chosen in a file input, which is emptied so that the same file can be chosen again.
pub fn on_chosen(input: &HtmlInputElement) -> Vec<File> {
    let list = input.files();
    let files = (0..list.as_ref().map_or(0, web_sys::FileList::length))
        .filter_map(|index| list.as_ref()?.get(index))
        .collect();
    input.set_value("");
    files
}

/// Opens the built-in sample as if it were a file of the user's.
pub fn open_sample(store: Store) {
    let before = store.documents.open_requests();
    store.status.set_message(StatusMessage::FetchingSample);
    spawn_local(async move {
        let sample = sample().await;
        if store.documents.open_requests() != before {
            // A file of the user's own came first.
            return;
        }
        match sample {
            Ok(file) => store.open(vec![file]),
            Err(_) => store.status.notify(NotificationKind::NotOpened {
                name: page().sample.to_owned(),
                reason: crate::model::status::failure::FailureReason::SampleMissing,
            }),
        }
    });
}

/// Why the bytes of a file could not be read.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum ReadError {
    /// The browser cannot read the file any more: it was moved, changed or deleted.
    Gone,
    /// The file is larger than any photo. Holds its size in bytes.
    TooLarge(f64),
}

/// Reads a file's bytes.
///
/// # Errors
/// [`ReadError::TooLarge`] without reading it, and [`ReadError::Gone`].
pub async fn read(file: &File) -> Result<ArrayBuffer, ReadError> {
    if is_too_large(file) {
        return Err(ReadError::TooLarge(file.size()));
    }
    let bytes = JsFuture::from(file.array_buffer()).await.map_err(|_| ReadError::Gone)?;
    Ok(bytes.unchecked_into())
}

/// Whether a file is not read at all.
pub fn is_too_large(file: &File) -> bool {
    file.size() > MAX_FILE_BYTES
}

/// Whether a file is a table of colours, by its name.
pub fn is_table(file: &File) -> bool {
    file.name().to_ascii_lowercase().ends_with(".cube")
}

/// Reads a file as text.
///
/// # Errors
/// When the browser can't.
pub async fn read_text(file: &File) -> Result<String, JsValue> {
    Ok(JsFuture::from(file.text()).await?.as_string().unwrap_or_default())
}

async fn sample() -> Result<File, JsValue> {
    let response: Response = JsFuture::from(window().fetch_with_str(SAMPLE)).await?.dyn_into()?;
    if !response.ok() {
        return Err(response.status_text().into());
    }
    let blob = JsFuture::from(response.blob()?).await?;
    let options = FilePropertyBag::new();
    options.set_type("image/jpeg");
    File::new_with_blob_sequence_and_options(&Array::of1(&blob), "sample.jpg", &options)
}

fn files_of(transfer: &DataTransfer) -> Vec<File> {
    let list = transfer.files();
    (0..list.as_ref().map_or(0, web_sys::FileList::length))
        .filter_map(|index| list.as_ref()?.get(index))
        .collect()
}

/// Text dragged within the page is none of ours.
fn has_files(transfer: &DataTransfer) -> bool {
    transfer.types().includes(&JsValue::from_str("Files"), 0)
}
