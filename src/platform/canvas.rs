//! The newest frame onto the canvas. The canvas only shows: no pixel is ever read back from it.

use js_sys::ArrayBuffer;
use safelight_protocol::{View, clamped_view};
use wasm_bindgen::JsCast;
use web_sys::{CanvasRenderingContext2d, HtmlCanvasElement, ImageData};

/// Puts the pixels of `view` on the canvas.
pub fn show(canvas: &HtmlCanvasElement, pixels: &ArrayBuffer, view: View) {
    put(canvas, pixels, 0, (view.width, view.height));
}

/// Puts a picture that begins at this byte on the canvas, which becomes as large as it is.
pub fn put(canvas: &HtmlCanvasElement, pixels: &ArrayBuffer, start: u32, (width, height): (u32, u32)) {
    if (canvas.width(), canvas.height()) != (width, height) {
        canvas.set_width(width);
        canvas.set_height(height);
    }
    let context = canvas.get_context("2d").ok().flatten();
    let Some(context) = context.and_then(|context| context.dyn_into::<CanvasRenderingContext2d>().ok())
    else {
        return;
    };
    // A view of the moved buffer: the page's own memory never holds a pixel.
    let bytes = clamped_view(pixels, start, width * height * 4);
    if let Ok(image) = ImageData::new_with_js_u8_clamped_array_and_sh(&bytes, width, height) {
        // Fails only for a detached buffer, and this one has just come.
        let _ = context.put_image_data(&image, 0.0, 0.0);
    }
}
