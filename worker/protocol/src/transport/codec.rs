//! gloo's codec: messages are plain JavaScript objects, so that their buffers can be transferred.

use gloo_worker::Codec;
use serde::{Deserialize, Serialize};
use wasm_bindgen::{JsValue, UnwrapThrowExt};

/// Messages as JavaScript objects. Page and worker are of one build, which `Hello` proves, so a message that cannot be
/// read is a bug: it throws, and the page replaces the worker.
pub(crate) struct JsObjects;

impl Codec for JsObjects {
    fn encode<I: Serialize>(message: I) -> JsValue {
        serde_wasm_bindgen::to_value(&message).expect_throw("every message can be serialised")
    }

    fn decode<O: for<'de> Deserialize<'de>>(message: JsValue) -> O {
        serde_wasm_bindgen::from_value(message).expect_throw("a message of this build can be read")
    }
}
