//! The engine as plain WebAssembly (`worker/bare`), as JavaScript calls it.

use js_sys::{ArrayBuffer, Promise, Reflect, Uint8Array, WebAssembly};
use safelight_benchmark::FilterCall;
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::JsFuture;

/// One instance, with its own linear memory.
pub struct StandaloneWasm {
    exports: Exports,
}

/// The image does not fit into its linear memory.
pub struct NoMemory;

#[wasm_bindgen]
extern "C" {
    type Exports;
    #[wasm_bindgen(method, getter)]
    fn memory(this: &Exports) -> WebAssembly::Memory;
    #[wasm_bindgen(method, getter, js_name = invert_pixel)]
    fn invert_pixel(this: &Exports) -> JsValue;
    #[wasm_bindgen(method)]
    fn prepare(this: &Exports, width: u32, height: u32) -> u32;
    #[wasm_bindgen(method)]
    fn source(this: &Exports) -> u32;
    #[wasm_bindgen(method)]
    fn output(this: &Exports) -> u32;
    #[wasm_bindgen(method)]
    fn output_len(this: &Exports) -> u32;
    #[wasm_bindgen(method)]
    fn clear(this: &Exports);
    #[wasm_bindgen(method)]
    fn push(this: &Exports, filter: u32) -> u32;
    #[wasm_bindgen(method)]
    fn set(this: &Exports, param: u32, value: f64);
    #[wasm_bindgen(method, catch)]
    fn apply(this: &Exports) -> Result<u32, JsValue>;
}

impl StandaloneWasm {
    /// Loads it from the benchmark's folder.
    pub async fn load(folder: &str, with_simd: bool) -> Result<Self, JsValue> {
        let name = if with_simd { "bare-simd.wasm" } else { "bare.wasm" };
        let response = super::fetch::fetch(&format!("{folder}{name}"), false).await?;
        let loading = Promise::resolve(&response);
        let imports = js_sys::Object::new();
        let loaded = JsFuture::from(WebAssembly::instantiate_streaming(&loading, &imports)).await?;
        let exports = Reflect::get(&Reflect::get(&loaded, &"instance".into())?, &"exports".into())?;
        Ok(Self { exports: exports.unchecked_into() })
    }

    /// Creates the test image of this size.
    pub fn prepare(&self, (width, height): (u32, u32)) -> Result<(), NoMemory> {
        if self.exports.prepare(width, height) == 1 { Ok(()) } else { Err(NoMemory) }
    }

    /// Sets the filters.
    pub fn stack(&self, steps: &[FilterCall]) {
        self.exports.clear();
        for step in steps {
            self.exports.push(step.index);
            for (param, value) in (0..).zip(&step.values) {
                self.exports.set(param, *value);
            }
        }
    }

    /// Applies the filters to the test image.
    pub fn apply(&self) -> Result<(), JsValue> {
        match self.exports.apply()? {
            1 => Ok(()),
            _ => Err("the engine refused".into()),
        }
    }

    /// A view of the test image. A view is detached when memory grows, so each use takes a new one.
    pub fn source(&self, (width, height): (u32, u32)) -> Uint8Array {
        self.view(self.exports.source(), width * height * 4)
    }

    /// A view of the output.
    pub fn output(&self) -> Uint8Array {
        self.view(self.exports.output(), self.exports.output_len())
    }

    /// The length of the output in bytes.
    pub fn output_len(&self) -> u32 {
        self.exports.output_len()
    }

    /// Grows the linear memory by one page.
    pub fn grow(&self) {
        self.exports.memory().grow(1);
    }

    /// The exported function that inverts one pixel.
    pub fn invert_pixel(&self) -> JsValue {
        self.exports.invert_pixel()
    }

    fn view(&self, at: u32, len: u32) -> Uint8Array {
        let memory: ArrayBuffer = self.exports.memory().buffer().unchecked_into();
        Uint8Array::new_with_byte_offset_and_length(&memory, at, len)
    }
}
