//! Data as plain JavaScript values or JSON, for what the page keeps and shares: written and read as messages are.

use js_sys::JSON;
use serde::{Serialize, de::DeserializeOwned};
use wasm_bindgen::JsValue;

use crate::deserializer::Value;

/// As a value that the browser's database takes.
pub fn write(data: &impl Serialize) -> Option<JsValue> {
    serde_wasm_bindgen::to_value(data).ok()
}

/// As JSON.
pub fn json(data: &impl Serialize) -> Option<String> {
    let value = data.serialize(&serde_wasm_bindgen::Serializer::json_compatible()).ok()?;
    JSON::stringify(&value).ok().map(String::from)
}

/// From JSON; nothing if it is none, or of another shape.
pub fn parse<T: DeserializeOwned>(text: &str) -> Option<T> {
    read(JSON::parse(text).ok()?)
}

/// From such a value; nothing if it is of another shape.
pub fn read<T: DeserializeOwned>(value: JsValue) -> Option<T> {
    T::deserialize(Value(value)).ok()
}
