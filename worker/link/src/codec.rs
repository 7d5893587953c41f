//! gloo's codec over plain JavaScript values, so that buffers stay objects that can be moved.

use gloo_worker::Codec;
use serde::{Deserialize, Serialize};
use wasm_bindgen::{JsValue, UnwrapThrowExt};

use crate::read::Value;

/// Messages as JavaScript objects. Both ends are of one build, which the worker's hello proves, so a
/// message that can't be read is a bug: it throws, and the page replaces the worker.
pub(crate) struct Objects;

impl Codec for Objects {
    fn encode<I: Serialize>(message: I) -> JsValue {
        serde_wasm_bindgen::to_value(&message).expect_throw("a message of ours can be written")
    }

    fn decode<O: for<'de> Deserialize<'de>>(message: JsValue) -> O {
        O::deserialize(Value(message)).expect_throw("a message of ours can be read")
    }
}
