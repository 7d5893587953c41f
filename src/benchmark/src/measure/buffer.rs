//! Buffers that measurements write to.

use js_sys::{Array, ArrayBuffer, Function, Reflect, Uint8Array};
use wasm_bindgen::prelude::*;

/// A new buffer of this many bytes.
///
/// # Errors
/// The browser's `RangeError` when there is not enough memory.
pub fn allocate(bytes: u32) -> Result<ArrayBuffer, JsValue> {
    let class = Reflect::get(&js_sys::global(), &"ArrayBuffer".into())?.unchecked_into::<Function>();
    let buffer = Reflect::construct(&class, &Array::of1(&bytes.into()))?;
    // The first write to fresh memory is slow. It happens here, so that no filter is charged for it.
    Uint8Array::new(&buffer).fill(1, 0, bytes);
    Ok(buffer.unchecked_into())
}
