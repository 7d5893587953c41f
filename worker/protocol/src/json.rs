//! Plain data as JSON, for files and `localStorage`, and as JavaScript values, for `IndexedDB`.

use js_sys::{Array, JSON, Object, Reflect};
use safelight_recipe::{FilterStep, Recipe};
use serde::{Serialize, de::DeserializeOwned};
use wasm_bindgen::{JsCast, JsValue};

/// Writes JSON. Numbers look as JavaScript writes them: `1`, not `1.0`.
pub fn to_string(data: &impl Serialize) -> Option<String> {
    let value = data.serialize(&serde_wasm_bindgen::Serializer::json_compatible()).ok()?;
    JSON::stringify(&value).ok().map(String::from)
}

/// Reads a recipe from JSON. Returns `None` for text that is no JSON, or whose fields are not those of a recipe.
///
/// Read by `JSON.parse`: a parser of our own would be a tenth of the page. `serde_wasm_bindgen` ignores unknown fields,
/// which a recipe must not have, so they are looked for here.
pub fn recipe_from_str(text: &str) -> Option<Recipe> {
    let value = JSON::parse(text).ok()?;
    let has_only = |value: &JsValue, fields: &[&str]| {
        let keys = value.dyn_ref::<Object>().map(Object::keys).unwrap_or_default();
        keys.iter().all(|key| key.as_string().is_some_and(|key| fields.contains(&key.as_str())))
    };
    let steps = Reflect::get(&value, &"steps".into()).ok()?.dyn_into::<Array>().ok()?;
    let is_known =
        has_only(&value, Recipe::FIELDS) && steps.iter().all(|step| has_only(&step, FilterStep::FIELDS));
    if is_known { from_js_value(value) } else { None }
}

/// Converts to a JavaScript value that `IndexedDB` can store.
pub fn to_js_value(data: &impl Serialize) -> Option<JsValue> {
    serde_wasm_bindgen::to_value(data).ok()
}

/// Converts from such a value. Returns `None` if it does not have the fields of `T`.
pub fn from_js_value<T: DeserializeOwned>(value: JsValue) -> Option<T> {
    serde_wasm_bindgen::from_value(value).ok()
}
