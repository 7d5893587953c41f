//! Copies between `ArrayBuffer`s and linear memory, which cannot be transferred itself.

use std::collections::TryReserveError;

use js_sys::{Array, ArrayBuffer, Function, Reflect, Uint8Array, Uint8ClampedArray, Uint32Array};
use wasm_bindgen::{JsCast, JsValue};

/// Copies a buffer into linear memory.
///
/// # Errors
/// When linear memory cannot grow by that much.
pub fn copy_to_vec(buffer: &ArrayBuffer) -> Result<Vec<u8>, TryReserveError> {
    let view = Uint8Array::new(buffer);
    let len = view.length() as usize;
    let mut bytes = Vec::new();
    bytes.try_reserve_exact(len)?;
    bytes.resize(len, 0);
    view.copy_to(&mut bytes);
    Ok(bytes)
}

/// Copies bytes to the start of `recycled` if it is long enough, else of a new buffer, and returns that buffer. It may
/// be longer than `bytes`.
///
/// # Errors
/// The browser's `RangeError` when a new buffer cannot be allocated.
pub fn fill_recycled_buffer(bytes: &[u8], recycled: Option<ArrayBuffer>) -> Result<ArrayBuffer, JsValue> {
    let recycled = recycled.filter(|recycled| recycled.byte_length() as usize >= bytes.len());
    #[cfg(feature = "hooks")]
    crate::test_hooks::report_property("filled", &if recycled.is_some() { "spent" } else { "fresh" }.into());
    let buffer = match recycled {
        Some(recycled) => recycled,
        None => allocate(bytes.len())?,
    };
    Uint8Array::new_with_byte_offset_and_length(&buffer, 0, bytes.len() as u32).copy_from(bytes);
    Ok(buffer)
}

/// Copies bytes to a new buffer of their length.
///
/// # Errors
/// The browser's `RangeError` when it cannot be allocated.
pub fn copy_to_buffer(bytes: &[u8]) -> Result<ArrayBuffer, JsValue> {
    let buffer = allocate(bytes.len())?;
    Uint8Array::new(&buffer).copy_from(bytes);
    Ok(buffer)
}

/// A view of `len` bytes from byte `start` on, as `ImageData` takes it. Copies nothing.
pub fn clamped_view(buffer: &ArrayBuffer, start: u32, len: u32) -> Uint8ClampedArray {
    Uint8ClampedArray::new_with_byte_offset_and_length(buffer, start, len)
}

/// A short list of numbers for a message.
pub fn to_uint32_array(numbers: &[u32]) -> Uint32Array {
    Uint32Array::from(numbers)
}

/// The RGBA pixel from byte `start` on, if the buffer reaches that far.
pub fn pixel_at(buffer: &ArrayBuffer, start: u32) -> Option<[u8; 4]> {
    let end = start.checked_add(4).filter(|end| *end <= buffer.byte_length())?;
    let mut rgba = [0; 4];
    Uint8Array::new_with_byte_offset_and_length(buffer, end - 4, 4).copy_to(&mut rgba);
    Some(rgba)
}

/// Calls `new ArrayBuffer(len)` and catches its `RangeError`, which js-sys' constructor does not.
fn allocate(len: usize) -> Result<ArrayBuffer, JsValue> {
    let constructor: Function = Reflect::get(&js_sys::global(), &"ArrayBuffer".into())?.dyn_into()?;
    Ok(Reflect::construct(&constructor, &Array::of1(&(len as f64).into()))?.unchecked_into())
}
