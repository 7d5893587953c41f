//! The times of stacks and filters as the worker runs them, beside plain copies of the buffer.

use js_sys::Uint8Array;
use safelight_benchmark::{FilterCall, FilterTime, ImageSize, STACK_CASES, registry, steps};
use wasm_bindgen::JsValue;

use super::buffer::allocate;
use super::compare::{Candidate, Limits, compare};
use super::context::Context;
use super::standalone_wasm::StandaloneWasm;
use crate::messages::MeasureEvent;

const BUDGET_MS: f64 = 2000.0;
const ROUNDS: (f64, f64) = (5.0, 21.0);

/// Measures the stacks that have a limit, as far as the registry has their filters.
pub async fn stacks(context: &Context) -> Result<(), JsValue> {
    for size in [ImageSize::Two, ImageSize::TwentyFour] {
        let of_size = STACK_CASES.iter().filter(|wanted| wanted.size == size);
        let stacks: Vec<_> = of_size.filter_map(|wanted| Some((wanted.name, steps(wanted.stack)?))).collect();
        let before = if size == ImageSize::Two { 0.0 } else { 0.5 };
        measure(context, size, &stacks, (before, before + 0.5), MeasureEvent::Stack).await?;
    }
    Ok(())
}

/// Measures every filter of the registry.
pub async fn filters(context: &Context) -> Result<(), JsValue> {
    let filters: Vec<_> = registry().map(|(name, step)| (name, vec![step])).collect();
    measure(context, ImageSize::Two, &filters, (0.0, 1.0), MeasureEvent::Filter).await
}

async fn measure(
    context: &Context,
    size: ImageSize,
    stacks: &[(&str, Vec<FilterCall>)],
    (begin, end): (f64, f64),
    news: fn(FilterTime) -> MeasureEvent,
) -> Result<(), JsValue> {
    let wasm = StandaloneWasm::load(&context.files.benchmark, true).await?;
    wasm.prepare(size.px()).map_err(|_| "There is not enough memory for this size.")?;
    let bytes = size.px().0 * size.px().1 * 4;
    let (from, copied) = (bytes_of(bytes)?, bytes_of(bytes)?);
    for (index, (name, steps)) in stacks.iter().enumerate() {
        wasm.stack(steps);
        // Once, for the size of the output.
        wasm.apply().map_err(|_| format!("{name} could not be run"))?;
        let to = bytes_of(wasm.output_len())?;
        let mut candidates = [
            Candidate::new(|| {
                copied.set(&from, 0);
                Ok(())
            }),
            Candidate::new(|| wasm.apply()),
            Candidate::new(|| {
                wasm.apply()?;
                to.set(&wasm.output(), 0);
                Ok(())
            }),
        ];
        let at = |index: usize| begin + (end - begin) * index as f64 / stacks.len() as f64;
        let limits = Limits { budget_ms: BUDGET_MS, rounds: ROUNDS, part: (at(index), at(index + 1)) };
        compare(context, limits, &mut candidates).await?;
        let [Some(copy), Some(kernel), Some(time)] = candidates.map(|candidate| candidate.distribution())
        else {
            return Err("nothing was timed".into());
        };
        context.post(&news(FilterTime { name: (*name).to_owned(), size, time, kernel, copy }));
    }
    Ok(())
}

fn bytes_of(len: u32) -> Result<Uint8Array, JsValue> {
    let buffer = allocate(len)?;
    Ok(Uint8Array::new(&buffer))
}
