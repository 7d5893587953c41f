//! The engine as plain WebAssembly, for the benchmark. Numbers and addresses go in and out, so that nothing but
//! the filters is timed. It is built twice, with SIMD and without (`cargo xtask post-build`).

mod paint;

use std::sync::{Mutex, MutexGuard, PoisonError};

use safelight_engine::{Darkroom, Step as Progress, View};
use safelight_kernels::{Kind, SPECS};
use safelight_recipe::{FilterStep, Recipe};

/// Opens a picture of this size, newly painted. 0 when there is no memory.
#[unsafe(no_mangle)]
pub extern "C" fn prepare(width: u32, height: u32) -> u32 {
    let bench = &mut *lock();
    // Given back first: both at once might not fit.
    bench.room = None;
    bench.room = Darkroom::of_pixels(width, height, |rgba| paint::paint(width, rgba)).ok();
    bench.room.is_some().into()
}

/// Where the picture lies: width × height × 4 bytes.
#[unsafe(no_mangle)]
pub extern "C" fn source() -> usize {
    lock().room.as_ref().map_or(0, |room| room.pixels().as_ptr() as usize)
}

/// Where lies what the last stack made of it.
#[unsafe(no_mangle)]
pub extern "C" fn output() -> usize {
    lock().output.0
}

/// How many bytes that is.
#[unsafe(no_mangle)]
pub extern "C" fn output_len() -> usize {
    lock().output.1
}

/// Empties the stack.
#[unsafe(no_mangle)]
pub extern "C" fn clear() {
    lock().steps.clear();
}

/// Puts the filter with this index in the registry on the stack, with its defaults. 0 when there is none.
#[unsafe(no_mangle)]
pub extern "C" fn push(filter: u32) -> u32 {
    let Some(spec) = SPECS.get(filter as usize) else { return 0 };
    let cube = matches!(spec.kind, Kind::Lut).then(|| paint::cube().into());
    lock().steps.push(FilterStep { cube, ..FilterStep::new(spec.id) });
    1
}

/// Sets a setting of the filter on top of the stack.
#[unsafe(no_mangle)]
pub extern "C" fn set(param: u32, value: f64) {
    let steps = &mut lock().steps;
    let Some(top) = steps.last_mut() else { return };
    let params = SPECS.iter().find(|spec| spec.id == top.filter).map_or(&[][..], |spec| spec.params);
    if let Some(param) = params.get(param as usize) {
        top.values.insert(param.id.to_owned(), value);
    }
}

/// Runs the stack over the whole picture, as if for the first time. 0 when the engine refuses.
#[unsafe(no_mangle)]
pub extern "C" fn apply() -> u32 {
    let Bench { room, steps, output } = &mut *lock();
    let Some(room) = room else { return 0 };
    room.forget();
    let done = develop(room, &Recipe::new(steps.clone()));
    *output = done.unwrap_or_default();
    done.is_some().into()
}

/// The negative of one pixel, for who wants to call once for each.
#[unsafe(no_mangle)]
pub extern "C" fn invert_pixel(rgba: u32) -> u32 {
    rgba ^ 0x00ff_ffff
}

static BENCH: Mutex<Bench> = Mutex::new(Bench { room: None, steps: Vec::new(), output: (0, 0) });

struct Bench {
    room: Option<Darkroom>,
    steps: Vec<FilterStep>,
    /// Address and length.
    output: (usize, usize),
}

fn lock() -> MutexGuard<'static, Bench> {
    BENCH.lock().unwrap_or_else(PoisonError::into_inner)
}

fn develop(room: &mut Darkroom, recipe: &Recipe) -> Option<(usize, usize)> {
    // Larger than any picture: what there is of it is all of it.
    let mut render = room.render(recipe, View::whole(u32::MAX, u32::MAX)).ok()?;
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

    /// All of it in one test, since there is one picture.
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
