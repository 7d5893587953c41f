//! The engine as plain WebAssembly, for the benchmark. Its functions take and return only numbers and addresses, so that
//! nothing but the filters is timed. It is built twice, with SIMD and without (`cargo xtask post-build`).

mod test_image;

use std::sync::{Mutex, MutexGuard, PoisonError};

use safelight_engine::{OpenImage, Progress, View};
use safelight_kernels::{Kind, SPECS};
use safelight_recipe::{FilterStep, Recipe};

/// Creates the test image, width × height pixels. Returns 1, or 0 when it does not fit into memory.
#[unsafe(no_mangle)]
pub extern "C" fn prepare(width: u32, height: u32) -> u32 {
    let state = &mut *lock();
    // The old image goes first: both might not fit.
    state.image = None;
    state.image = OpenImage::from_pixels(width, height, |rgba| test_image::paint(width, rgba)).ok();
    state.image.is_some().into()
}

/// The address of the test image: width × height × 4 bytes, RGBA.
#[unsafe(no_mangle)]
pub extern "C" fn source() -> usize {
    lock().image.as_ref().map_or(0, |image| image.pixels().as_ptr() as usize)
}

/// The address of the last output.
#[unsafe(no_mangle)]
pub extern "C" fn output() -> usize {
    lock().output.0
}

/// The length of the last output in bytes.
#[unsafe(no_mangle)]
pub extern "C" fn output_len() -> usize {
    lock().output.1
}

/// Removes all filters.
#[unsafe(no_mangle)]
pub extern "C" fn clear() {
    lock().steps.clear();
}

/// Appends the filter with this index in the registry, with default values. Returns 1, or 0 when there is none.
#[unsafe(no_mangle)]
pub extern "C" fn push(filter: u32) -> u32 {
    let Some(spec) = SPECS.get(filter as usize) else { return 0 };
    let cube = matches!(spec.kind, Kind::Lut).then(|| test_image::cube().into());
    lock().steps.push(FilterStep { cube, ..FilterStep::new(spec.id) });
    1
}

/// Sets the parameter with this index of the last filter.
#[unsafe(no_mangle)]
pub extern "C" fn set(param: u32, value: f64) {
    let steps = &mut lock().steps;
    let Some(top) = steps.last_mut() else { return };
    let params = SPECS.iter().find(|spec| spec.id == top.filter).map_or(&[][..], |spec| spec.params);
    if let Some(param) = params.get(param as usize) {
        top.values.insert(param.id.to_owned(), value);
    }
}

/// Applies the filters to the whole test image, without any cached result. Returns 1, or 0 when the engine fails.
#[unsafe(no_mangle)]
pub extern "C" fn apply() -> u32 {
    let State { image, steps, output } = &mut *lock();
    let Some(image) = image else { return 0 };
    image.clear_cache();
    let rendered = render(image, &Recipe::new(steps.clone()));
    *output = rendered.unwrap_or_default();
    rendered.is_some().into()
}

/// Inverts one pixel, for the measurement that calls once per pixel.
#[unsafe(no_mangle)]
pub extern "C" fn invert_pixel(rgba: u32) -> u32 {
    rgba ^ 0x00ff_ffff
}

static STATE: Mutex<State> = Mutex::new(State { image: None, steps: Vec::new(), output: (0, 0) });

struct State {
    image: Option<OpenImage>,
    steps: Vec<FilterStep>,
    /// Address and length in bytes.
    output: (usize, usize),
}

fn lock() -> MutexGuard<'static, State> {
    STATE.lock().unwrap_or_else(PoisonError::into_inner)
}

fn render(image: &mut OpenImage, recipe: &Recipe) -> Option<(usize, usize)> {
    // The engine clamps the view to the image.
    let mut render = image.render(recipe, View::whole(u32::MAX, u32::MAX)).ok()?;
    while render.step().ok()? != Progress::Done {}
    Some((render.pixels().as_ptr() as usize, render.pixels().len()))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn push_by_id(id: &str) {
        let index = SPECS.iter().position(|spec| spec.id == id).expect("the registry has it");
        assert_eq!(push(index as u32), 1);
    }

    fn bytes(address: usize, len: usize) -> Vec<u8> {
        // SAFETY: the exports promise that these bytes are there until the next call.
        unsafe { std::slice::from_raw_parts(address as *const u8, len) }.to_vec()
    }

    /// One test, because the exports share one state.
    #[test]
    fn stacks_run_as_the_benchmark_runs_them() {
        assert_eq!(apply(), 0, "there is no picture yet");
        assert_eq!(prepare(640, 360), 1);
        for (index, spec) in (0..).zip(SPECS) {
            clear();
            assert_eq!(push(index), 1);
            for (param, setting) in (0..).zip(spec.params) {
                set(param, setting.default + (setting.max - setting.default) / 20.0);
            }
            assert_eq!(apply(), 1, "{}", spec.id);
            assert!(output_len() > 0, "{}", spec.id);
        }
        assert_eq!(push(u32::MAX), 0);

        clear();
        push_by_id("brightness");
        set(0, -50.0);
        push_by_id("sepia");
        push_by_id("invert");
        assert_eq!(apply(), 1);
        let (before, after) = (bytes(source(), 640 * 360 * 4), bytes(output(), output_len()));
        assert_eq!(before.len(), after.len());
        for (before, after) in before.as_chunks::<4>().0.iter().zip(after.as_chunks::<4>().0) {
            let [r, g, b, _] = before.map(|level| u32::from(level).div_ceil(2));
            let sepia = |kr: u32, kg: u32, kb: u32| 255 - ((kr * r + kg * g + kb * b) / 1000).min(255);
            let expected = [sepia(393, 769, 189), sepia(349, 686, 168), sepia(272, 534, 131), 255];
            assert_eq!(after.map(u32::from), expected);
            assert_eq!(invert_pixel(invert_pixel(u32::from_le_bytes(*before))).to_le_bytes(), *before);
        }
    }
}
