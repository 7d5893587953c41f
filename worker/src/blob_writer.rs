//! A file that grows piece by piece outside of linear memory.

use crc32fast::Hasher;
use js_sys::{Array, Uint8Array};
use wasm_bindgen::JsValue;
use web_sys::{Blob, BlobPropertyBag};

/// The pieces so far. Each is a `Blob`, which the browser may keep on disk: neither linear memory nor
/// the JavaScript heap ever holds the whole file.
#[derive(Default)]
pub struct Pieces {
    blobs: Array,
    crc: Hasher,
    refused: bool,
}

impl Pieces {
    /// Adds bytes at the end.
    pub fn push(&mut self, bytes: &[u8]) {
        self.crc.update(bytes);
        // Copied once, from linear memory into the first array the browser offers.
        let piece = Uint8Array::from(bytes);
        match Blob::new_with_u8_array_sequence(&Array::of1(&piece)) {
            Ok(blob) => {
                self.blobs.push(&blob);
            }
            Err(_) => self.refused = true,
        }
    }

    /// The CRC-32 of the bytes so far.
    pub fn crc(&self) -> u32 {
        self.crc.clone().finalize()
    }

    /// The whole file.
    ///
    /// # Errors
    /// When the browser refused a piece, or the whole.
    pub fn into_file(self, media_type: &str) -> Result<Blob, JsValue> {
        if self.refused {
            return Err(JsValue::from_str("a piece was refused"));
        }
        let options = BlobPropertyBag::new();
        options.set_type(media_type);
        Blob::new_with_blob_sequence_and_options(&self.blobs, &options)
    }
}
