//! `#[serde(with = "transfer")]` on an `ArrayBuffer` field: the buffer itself goes into the message, and
//! is noted for the transfer list of the `postMessage` that follows.

use std::cell::RefCell;

use js_sys::{Array, ArrayBuffer};
use serde::{Deserializer, Serializer};

use crate::js_value;

thread_local! {
    /// Buffers of the message being serialised. gloo posts right after encoding, in the same call.
    static OUTBOX: RefCell<Array> = RefCell::new(Array::new());
}

/// The buffers noted since the last call.
pub(crate) fn take_outbox() -> Array {
    OUTBOX.replace(Array::new())
}

pub(crate) fn serialize<S: Serializer>(buffer: &ArrayBuffer, serializer: S) -> Result<S::Ok, S::Error> {
    OUTBOX.with_borrow(|outbox| outbox.push(buffer));
    js_value::serialize(buffer, serializer)
}

pub(crate) fn deserialize<'de, D: Deserializer<'de>>(deserializer: D) -> Result<ArrayBuffer, D::Error> {
    js_value::deserialize(deserializer)
}

/// The same for an optional buffer.
pub(crate) mod option {
    use js_sys::ArrayBuffer;
    use serde::{Deserialize, Deserializer, Serialize, Serializer};

    #[derive(Serialize, Deserialize)]
    struct Moved(#[serde(with = "super")] ArrayBuffer);

    #[expect(clippy::ref_option, reason = "serde hands the field itself over")]
    pub(crate) fn serialize<S: Serializer>(
        buffer: &Option<ArrayBuffer>,
        serializer: S,
    ) -> Result<S::Ok, S::Error> {
        buffer.clone().map(Moved).serialize(serializer)
    }

    pub(crate) fn deserialize<'de, D: Deserializer<'de>>(
        deserializer: D,
    ) -> Result<Option<ArrayBuffer>, D::Error> {
        Ok(Option::<Moved>::deserialize(deserializer)?.map(|moved| moved.0))
    }
}
