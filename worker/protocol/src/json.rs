//! Plain data as JSON, for files and `localStorage`, and as JavaScript values, for `IndexedDB`.

use js_sys::JSON;
use serde::{Serialize, de::DeserializeOwned};
use wasm_bindgen::JsValue;

/// Writes JSON. Numbers look as JavaScript writes them: `1`, not `1.0`.
pub fn to_string(data: &impl Serialize) -> Option<String> {
    let value = data.serialize(&serde_wasm_bindgen::Serializer::json_compatible()).ok()?;
    JSON::stringify(&value).ok().map(String::from)
}

/// Reads JSON. Returns `None` for text that is no JSON, or whose fields are not those of `T`.
///
/// This is `serde_json` and not `JSON.parse`, because `serde_wasm_bindgen` ignores unknown fields, which a recipe must
/// not have.
pub fn from_str<T: DeserializeOwned>(text: &str) -> Option<T> {
    serde_json::from_str(text).ok()
}

/// Converts to a JavaScript value that `IndexedDB` can store.
pub fn to_js_value(data: &impl Serialize) -> Option<JsValue> {
    serde_wasm_bindgen::to_value(data).ok()
}

/// Converts from such a value. Returns `None` if it does not have the fields of `T`.
pub fn from_js_value<T: DeserializeOwned>(value: JsValue) -> Option<T> {
    serde_wasm_bindgen::from_value(value).ok()
}
