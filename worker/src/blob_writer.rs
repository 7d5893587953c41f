//! Writes a file piece by piece into `Blob`s, outside of linear memory.

use crc32fast::Hasher;
use js_sys::{Array, Uint8Array};
use wasm_bindgen::JsValue;
use web_sys::{Blob, BlobPropertyBag};

/// A file under way. Each piece is a `Blob` of its own, which the browser may keep on disk, so neither linear memory
/// nor the JavaScript heap ever holds the whole file.
#[derive(Default)]
pub struct BlobWriter {
    pieces: Array,
    crc32: Hasher,
    failed: bool,
}

impl BlobWriter {
    /// Appends bytes.
    pub fn write(&mut self, bytes: &[u8]) {
        self.crc32.update(bytes);
        // Copied once, out of linear memory: a `Blob` cannot read from there.
        let piece = Uint8Array::from(bytes);
        match Blob::new_with_u8_array_sequence(&Array::of1(&piece)) {
            Ok(blob) => {
                self.pieces.push(&blob);
            }
            Err(_) => self.failed = true,
        }
    }

    /// The CRC-32 of the bytes so far.
    pub fn crc32(&self) -> u32 {
        self.crc32.clone().finalize()
    }

    /// The whole file.
    ///
    /// # Errors
    /// The browser's exception when it has refused a piece or the whole.
    pub fn finish(self, media_type: &str) -> Result<Blob, JsValue> {
        if self.failed {
            return Err(JsValue::from_str("a piece was refused"));
        }
        let options = BlobPropertyBag::new();
        options.set_type(media_type);
        Blob::new_with_blob_sequence_and_options(&self.pieces, &options)
    }
}
