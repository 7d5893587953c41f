//! The engine as plain WebAssembly: worker/bare, as JavaScript sees it.

use js_sys::{ArrayBuffer, Promise, Reflect, Uint8Array, WebAssembly};
use safelight_benchmark::Step;
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::JsFuture;

/// One instance, with its own linear memory.
pub struct Bare {
    exports: Exports,
}

/// What it can't do.
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

impl Bare {
    /// Loads it from the benchmark's folder.
    pub async fn load(folder: &str, with_simd: bool) -> Result<Self, JsValue> {
        let name = if with_simd { "bare-simd.wasm" } else { "bare.wasm" };
        let response = super::measure::fetched(&format!("{folder}{name}"), false).await?;
        let loading = Promise::resolve(&response);
        let imports = js_sys::Object::new();
        let loaded = JsFuture::from(WebAssembly::instantiate_streaming(&loading, &imports)).await?;
        let exports = Reflect::get(&Reflect::get(&loaded, &"instance".into())?, &"exports".into())?;
        Ok(Self { exports: exports.unchecked_into() })
    }

    /// Opens a newly painted picture of this size.
    pub fn prepare(&self, (width, height): (u32, u32)) -> Result<(), NoMemory> {
        if self.exports.prepare(width, height) == 1 { Ok(()) } else { Err(NoMemory) }
    }

    /// Makes this the stack.
    pub fn stack(&self, steps: &[Step]) {
        self.exports.clear();
        for step in steps {
            self.exports.push(step.index);
            for (param, value) in (0..).zip(&step.values) {
                self.exports.set(param, *value);
            }
        }
    }

    /// Runs the stack.
    pub fn apply(&self) -> Result<(), JsValue> {
        match self.exports.apply()? {
            1 => Ok(()),
            _ => Err("the engine refused".into()),
        }
    }

    /// The picture before. Views do not outlive the next growth of memory, so they are taken anew each time.
    pub fn source(&self, (width, height): (u32, u32)) -> Uint8Array {
        self.view(self.exports.source(), width * height * 4)
    }

    /// The picture after.
    pub fn output(&self) -> Uint8Array {
        self.view(self.exports.output(), self.exports.output_len())
    }

    /// Bytes of the picture after.
    pub fn output_len(&self) -> u32 {
        self.exports.output_len()
    }

    /// Lets the linear memory grow by one page.
    pub fn grow(&self) {
        self.exports.memory().grow(1);
    }

    /// The function that takes one pixel.
    pub fn invert_pixel(&self) -> JsValue {
        self.exports.invert_pixel()
    }

    fn view(&self, at: u32, len: u32) -> Uint8Array {
        let memory: ArrayBuffer = self.exports.memory().buffer().unchecked_into();
        Uint8Array::new_with_byte_offset_and_length(&memory, at, len)
    }
}
