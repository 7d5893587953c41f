//! `#[serde(with = "transfer")]` for an `ArrayBuffer` field: the message holds the buffer itself, and the buffer is
//! noted for the transfer list of the `postMessage` call that follows.

use std::cell::RefCell;

use js_sys::{Array, ArrayBuffer};
use serde::{Deserializer, Serializer};
use serde_wasm_bindgen::preserve;

thread_local! {
    /// The buffers of the message that is being serialised. gloo posts it in the same call, right after encoding.
    static TRANSFER_LIST: RefCell<Array> = RefCell::new(Array::new());
}

/// The buffers that have been noted since the last call.
pub(crate) fn take_transfer_list() -> Array {
    TRANSFER_LIST.replace(Array::new())
}

pub(crate) fn serialize<S: Serializer>(buffer: &ArrayBuffer, serializer: S) -> Result<S::Ok, S::Error> {
    TRANSFER_LIST.with_borrow(|list| list.push(buffer));
    preserve::serialize(buffer, serializer)
}

pub(crate) fn deserialize<'de, D: Deserializer<'de>>(deserializer: D) -> Result<ArrayBuffer, D::Error> {
    preserve::deserialize(deserializer)
}

/// The same for an optional buffer.
pub(crate) mod option {
    use js_sys::ArrayBuffer;
    use serde::{Deserialize, Deserializer, Serialize, Serializer};

    #[derive(Serialize, Deserialize)]
    struct Transferred(#[serde(with = "super")] ArrayBuffer);

    #[expect(clippy::ref_option, reason = "serde hands the field itself over")]
    pub(crate) fn serialize<S: Serializer>(
        buffer: &Option<ArrayBuffer>,
        serializer: S,
    ) -> Result<S::Ok, S::Error> {
        buffer.clone().map(Transferred).serialize(serializer)
    }

    pub(crate) fn deserialize<'de, D: Deserializer<'de>>(
        deserializer: D,
    ) -> Result<Option<ArrayBuffer>, D::Error> {
        Ok(Option::<Transferred>::deserialize(deserializer)?.map(|transferred| transferred.0))
    }
}
