//! How fast stacks are as the worker runs them, in copies of the buffer.

use js_sys::Uint8Array;
use safelight_benchmark::{Size, Speed, Step, WANTED, registry, steps};
use wasm_bindgen::JsValue;

use super::compare::{Length, Runner, race};
use super::{Bench, buffer};
use crate::messages::News;
use crate::standalone_wasm::Bare;

const BUDGET_MS: f64 = 2000.0;
const ROUNDS: (f64, f64) = (5.0, 21.0);

/// The stacks whose speed is wanted, as far as the registry has their filters.
pub async fn stacks(bench: &Bench) -> Result<(), JsValue> {
    for size in [Size::Two, Size::TwentyFour] {
        let of_size = WANTED.iter().filter(|wanted| wanted.size == size);
        let stacks: Vec<_> = of_size.filter_map(|wanted| Some((wanted.name, steps(wanted.stack)?))).collect();
        let before = if size == Size::Two { 0.0 } else { 0.5 };
        measure(bench, size, &stacks, (before, before + 0.5), News::Stack).await?;
    }
    Ok(())
}

/// Every filter of the registry.
pub async fn filters(bench: &Bench) -> Result<(), JsValue> {
    let filters: Vec<_> = registry().map(|(name, step)| (name, vec![step])).collect();
    measure(bench, Size::Two, &filters, (0.0, 1.0), News::Filter).await
}

async fn measure(
    bench: &Bench,
    size: Size,
    stacks: &[(&str, Vec<Step>)],
    (begin, end): (f64, f64),
    news: fn(Speed) -> News,
) -> Result<(), JsValue> {
    let bare = Bare::load(&bench.files.benchmark, true).await?;
    bare.prepare(size.px()).map_err(|_| "There is not enough memory for this size.")?;
    let bytes = size.px().0 * size.px().1 * 4;
    let (from, copied) = (bytes_of(bytes)?, bytes_of(bytes)?);
    for (index, (name, steps)) in stacks.iter().enumerate() {
        bare.stack(steps);
        // Once, to see how large the result is.
        bare.apply().map_err(|_| format!("{name} could not be run"))?;
        let to = bytes_of(bare.output_len())?;
        let mut runners = [
            Runner::new(|| {
                copied.set(&from, 0);
                Ok(())
            }),
            Runner::new(|| bare.apply()),
            Runner::new(|| {
                bare.apply()?;
                to.set(&bare.output(), 0);
                Ok(())
            }),
        ];
        let at = |index: usize| begin + (end - begin) * index as f64 / stacks.len() as f64;
        let length = Length { budget_ms: BUDGET_MS, rounds: ROUNDS, part: (at(index), at(index + 1)) };
        race(bench, length, &mut runners).await?;
        let [Some(copy), Some(kernel), Some(time)] = runners.map(|runner| runner.spread()) else {
            return Err("nothing was timed".into());
        };
        bench.tell(&news(Speed { name: (*name).to_owned(), size, time, kernel, copy }));
    }
    Ok(())
}

fn bytes_of(len: u32) -> Result<Uint8Array, JsValue> {
    let buffer = buffer(len)?;
    Ok(Uint8Array::new(&buffer))
}
