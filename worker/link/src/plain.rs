//! Data as plain JavaScript values, for what the page keeps: written and read as messages are.

use serde::{Serialize, de::DeserializeOwned};
use wasm_bindgen::JsValue;

use crate::read::Value;

/// As a value that the browser's database takes.
pub fn write(data: &impl Serialize) -> Option<JsValue> {
    serde_wasm_bindgen::to_value(data).ok()
}

/// From such a value; nothing if it is of another shape.
pub fn read<T: DeserializeOwned>(value: JsValue) -> Option<T> {
    T::deserialize(Value(value)).ok()
}
