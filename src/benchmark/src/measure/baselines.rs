//! The implementations that Safelight is compared with: JavaScript, and the browser's `ctx.filter`.

use js_sys::{ArrayBuffer, Function, Object, Reflect, Uint8ClampedArray};
use safelight_benchmark::BenchmarkCase;
use wasm_bindgen::prelude::*;
use web_sys::{ImageData, OffscreenCanvas, OffscreenCanvasRenderingContext2d};

#[wasm_bindgen(module = "/baselines.js")]
extern "C" {
    fn baseline(tuned: bool, work: &str, from: &ArrayBuffer, to: &ArrayBuffer, width: u32) -> Function;
    /// One call into WASM for each pixel.
    #[wasm_bindgen(js_name = callForEachPixel)]
    pub fn call_for_each_pixel(invert_pixel: &JsValue, from: &ArrayBuffer, to: &ArrayBuffer);
    /// How many levels two pictures are apart, where they are farthest apart.
    pub fn difference(one: &ArrayBuffer, other: &ArrayBuffer) -> u32;
    /// The same WASM, as no browser has seen it before.
    pub fn unseen(wasm: &ArrayBuffer) -> ArrayBuffer;
    /// The same while it is being downloaded.
    #[wasm_bindgen(js_name = unseenStream)]
    pub fn unseen_stream(response: &web_sys::Response) -> web_sys::Response;
}

/// The work in JavaScript, from one buffer into another.
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

/// Two canvases, of which the second draws the first through a filter.
pub struct Canvases {
    picture: ImageData,
    first: OffscreenCanvasRenderingContext2d,
    second: OffscreenCanvasRenderingContext2d,
    size: (f64, f64),
}

impl Canvases {
    /// For the picture in this buffer. Nothing where the browser has no filters for canvases.
    pub fn new(
        work: BenchmarkCase,
        from: &ArrayBuffer,
        (width, height): (u32, u32),
    ) -> Result<Option<Self>, JsValue> {
        let context = || -> Result<Option<OffscreenCanvasRenderingContext2d>, JsValue> {
            let canvas = OffscreenCanvas::new(width, height)?;
            let options = Object::new();
            // The pixels are wanted back; without this word they would have to come from the graphics card.
            Reflect::set(&options, &"willReadFrequently".into(), &true.into())?;
            let context = canvas.get_context_with_context_options("2d", &options)?;
            Ok(context.map(JsCast::unchecked_into))
        };
        let (Some(first), Some(second)) = (context()?, context()?) else { return Ok(None) };
        if !Reflect::get(&second, &"filter".into())?.is_string() {
            return Ok(None);
        }
        Reflect::set(&second, &"filter".into(), &work.ctx_filter().into())?;
        // Each picture takes the place of the one before, and alpha stays as it is.
        second.set_global_composite_operation("copy")?;
        let picture =
            ImageData::new_with_js_u8_clamped_array_and_sh(&Uint8ClampedArray::new(from), width, height)?;
        Ok(Some(Self { picture, first, second, size: (width.into(), height.into()) }))
    }

    /// The picture through the filter.
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
