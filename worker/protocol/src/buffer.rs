//! Bytes across the border of linear memory: one copy in, one copy out, into a buffer used again.
//! (A wasm memory itself can't be transferred.)

use std::collections::TryReserveError;

use js_sys::{Array, ArrayBuffer, Function, Reflect, Uint8Array, Uint8ClampedArray, Uint32Array};
use wasm_bindgen::{JsCast, JsValue};

/// The bytes of `buffer`, copied into linear memory once.
///
/// # Errors
/// When linear memory can't grow by that much.
pub fn read_into(buffer: &ArrayBuffer) -> Result<Vec<u8>, TryReserveError> {
    let view = Uint8Array::new(buffer);
    let len = view.length() as usize;
    let mut bytes = Vec::new();
    bytes.try_reserve_exact(len)?;
    bytes.resize(len, 0);
    view.copy_to(&mut bytes);
    Ok(bytes)
}

/// A buffer that holds `bytes` from its first byte: `spent` where it is long enough, else a new one.
///
/// # Errors
/// With the engine's own words when a new buffer can't be had.
pub fn buffer_for(bytes: &[u8], spent: Option<ArrayBuffer>) -> Result<ArrayBuffer, JsValue> {
    let spent = spent.filter(|spent| spent.byte_length() as usize >= bytes.len());
    #[cfg(feature = "hooks")]
    crate::test_hooks::report_property("filled", &if spent.is_some() { "spent" } else { "fresh" }.into());
    let buffer = match spent {
        Some(spent) => spent,
        None => allocate(bytes.len())?,
    };
    Uint8Array::new_with_byte_offset_and_length(&buffer, 0, bytes.len() as u32).copy_from(bytes);
    Ok(buffer)
}

/// A new buffer of these bytes, for what is made once.
///
/// # Errors
/// With the engine's own words when it can't be had.
pub fn fresh_buffer(bytes: &[u8]) -> Result<ArrayBuffer, JsValue> {
    let buffer = allocate(bytes.len())?;
    Uint8Array::new(&buffer).copy_from(bytes);
    Ok(buffer)
}

/// So many bytes of a buffer, from `start` on, as `ImageData` wants them; no copy.
pub fn clamped_view(buffer: &ArrayBuffer, start: u32, len: u32) -> Uint8ClampedArray {
    Uint8ClampedArray::new_with_byte_offset_and_length(buffer, start, len)
}

/// Numbers for a message; few.
pub fn numbers(numbers: &[u32]) -> Uint32Array {
    Uint32Array::from(numbers)
}

/// The four bytes at a place in a buffer, if it reaches that far.
pub fn bytes_at(buffer: &ArrayBuffer, start: u32) -> Option<[u8; 4]> {
    let end = start.checked_add(4).filter(|end| *end <= buffer.byte_length())?;
    let mut bytes = [0; 4];
    Uint8Array::new_with_byte_offset_and_length(buffer, end - 4, 4).copy_to(&mut bytes);
    Some(bytes)
}

/// `new ArrayBuffer(len)`, whose `RangeError` is caught: js-sys' own constructor lets it fly.
fn allocate(len: usize) -> Result<ArrayBuffer, JsValue> {
    let constructor: Function = Reflect::get(&js_sys::global(), &"ArrayBuffer".into())?.dyn_into()?;
    Ok(Reflect::construct(&constructor, &Array::of1(&(len as f64).into()))?.unchecked_into())
}
