//! Files from a file input, a drop, the clipboard or the host.

use js_sys::{Array, ArrayBuffer};
use leptos::prelude::window;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{DataTransfer, File, FilePropertyBag, HtmlInputElement, Response};

/// Files beyond this are not read at all: no photo is that large, and the page would hold it twice.
const MAX_FILE_BYTES: f64 = 512e6;
/// The built-in sample, relative to the document's base.
const SAMPLE: &str = "./sample.jpg";

/// The files chosen in a file input, which is emptied so that the same file can be chosen again.
pub fn on_chosen(input: &HtmlInputElement) -> Vec<File> {
    let list = input.files();
    let files = (0..list.as_ref().map_or(0, web_sys::FileList::length))
        .filter_map(|index| list.as_ref()?.get(index))
        .collect();
    input.set_value("");
    files
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

/// Fetches the sample photo.
///
/// # Errors
/// When the host does not have it.
pub async fn fetch_sample() -> Result<File, JsValue> {
    let response: Response = JsFuture::from(window().fetch_with_str(SAMPLE)).await?.dyn_into()?;
    if !response.ok() {
        return Err(response.status_text().into());
    }
    let blob = JsFuture::from(response.blob()?).await?;
    let options = FilePropertyBag::new();
    options.set_type("image/jpeg");
    File::new_with_blob_sequence_and_options(&Array::of1(&blob), "sample.jpg", &options)
}

/// The files of a drop or of the clipboard.
pub fn files_of(transfer: &DataTransfer) -> Vec<File> {
    let list = transfer.files();
    (0..list.as_ref().map_or(0, web_sys::FileList::length))
        .filter_map(|index| list.as_ref()?.get(index))
        .collect()
}

/// Whether files are dragged; text dragged within the page is none.
pub fn has_files(transfer: &DataTransfer) -> bool {
    transfer.types().includes(&JsValue::from_str("Files"), 0)
}
