//! The implementations that Safelight is compared with: JavaScript, and the browser's `ctx.filter`.

use js_sys::{ArrayBuffer, Function, Object, Reflect, Uint8ClampedArray};
use safelight_benchmark::BenchmarkCase;
use wasm_bindgen::prelude::*;
use web_sys::{ImageData, OffscreenCanvas, OffscreenCanvasRenderingContext2d};

#[wasm_bindgen(module = "/baselines.js")]
extern "C" {
    fn baseline(tuned: bool, work: &str, from: &ArrayBuffer, to: &ArrayBuffer, width: u32) -> Function;
    /// Calls into WASM once for each pixel.
    #[wasm_bindgen(js_name = callForEachPixel)]
    pub fn call_for_each_pixel(invert_pixel: &JsValue, from: &ArrayBuffer, to: &ArrayBuffer);
    /// The largest difference between two images, in levels.
    pub fn difference(one: &ArrayBuffer, other: &ArrayBuffer) -> u32;
    /// A copy of the WASM with other bytes, so that no browser has it compiled in its cache.
    pub fn unseen(wasm: &ArrayBuffer) -> ArrayBuffer;
    /// The same for a response that is still being downloaded.
    #[wasm_bindgen(js_name = unseenStream)]
    pub fn unseen_stream(response: &web_sys::Response) -> web_sys::Response;
}

/// The case in JavaScript, from one buffer to another.
pub fn javascript(
    tuned: bool,
    work: BenchmarkCase,
    from: &ArrayBuffer,
    to: &ArrayBuffer,
    width: u32,
) -> impl FnMut() -> Result<(), JsValue> {
    let work = match work {
        BenchmarkCase::Grayscale => "grayscale",
        BenchmarkCase::Invert => "invert",
        BenchmarkCase::Sepia => "sepia",
        BenchmarkCase::Blur => "blur",
        BenchmarkCase::Eight => "eight",
    };
    let run = baseline(tuned, work, from, to, width);
    move || run.call0(&JsValue::NULL).map(drop)
}

/// Two canvases. The second draws the first through `ctx.filter`.
pub struct Canvases {
    picture: ImageData,
    first: OffscreenCanvasRenderingContext2d,
    second: OffscreenCanvasRenderingContext2d,
    size: (f64, f64),
}

impl Canvases {
    /// The canvases for the image in this buffer. `None` where the browser has no `ctx.filter`.
    pub fn new(
        work: BenchmarkCase,
        from: &ArrayBuffer,
        (width, height): (u32, u32),
    ) -> Result<Option<Self>, JsValue> {
        let context = || -> Result<Option<OffscreenCanvasRenderingContext2d>, JsValue> {
            let canvas = OffscreenCanvas::new(width, height)?;
            let options = Object::new();
            // The pixels are read back. Without this option the browser would keep them on the graphics card.
            Reflect::set(&options, &"willReadFrequently".into(), &true.into())?;
            let context = canvas.get_context_with_context_options("2d", &options)?;
            Ok(context.map(JsCast::unchecked_into))
        };
        let (Some(first), Some(second)) = (context()?, context()?) else { return Ok(None) };
        if !Reflect::get(&second, &"filter".into())?.is_string() {
            return Ok(None);
        }
        Reflect::set(&second, &"filter".into(), &work.ctx_filter().into())?;
        // Each image replaces the one before, including alpha.
        second.set_global_composite_operation("copy")?;
        let picture =
            ImageData::new_with_js_u8_clamped_array_and_sh(&Uint8ClampedArray::new(from), width, height)?;
        Ok(Some(Self { picture, first, second, size: (width.into(), height.into()) }))
    }

    /// Applies the filter. Returns the pixels.
    pub fn apply(&self) -> Result<ArrayBuffer, JsValue> {
        let (width, height) = self.size;
        self.first.put_image_data(&self.picture, 0.0, 0.0)?;
        let canvas = self.first.canvas();
        self.second.draw_image_with_offscreen_canvas(&canvas, 0.0, 0.0)?;
        let found = self.second.get_image_data(0.0, 0.0, width, height)?;
        let data = Reflect::get(&found, &"data".into())?;
        Ok(data.unchecked_into::<Uint8ClampedArray>().buffer())
    }
}
