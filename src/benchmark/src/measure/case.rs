//! One case in every implementation: the outputs are compared first, then the implementations are timed in turns.

use js_sys::{ArrayBuffer, Uint8Array};
use safelight_benchmark::{
    BenchmarkCase, CaseResult, ImageSize, Implementation, Measurement, OutputMatch, steps,
};
use wasm_bindgen::JsValue;

use super::baselines::{Canvases, difference, javascript};
use super::buffer::allocate;
use super::compare::{Candidate, Limits, compare};
use super::context::Context;
use super::standalone_wasm::{NoMemory, StandaloneWasm};

const BUDGET_MS: f64 = 5000.0;
const ROUNDS: (f64, f64) = (5.0, 40.0);

/// Measures one case on one image size.
pub async fn measure(context: &Context, case: BenchmarkCase, size: ImageSize) -> Result<CaseResult, JsValue> {
    let [plain, simd] = [engine(context, case, size, false).await?, engine(context, case, size, true).await?];
    let buffers = Buffers::new(simd.as_ref(), size.px())?;
    let canvases = Canvases::new(case, &buffers.from, size.px())?;

    let mut runs: Vec<(Implementation, Result<Run<'_>, OutputMatch>)> = vec![
        (
            Implementation::Plain,
            Ok(Box::new(javascript(false, case, &buffers.from, &buffers.to, size.px().0))),
        ),
        (
            Implementation::Tuned,
            Ok(Box::new(javascript(true, case, &buffers.from, &buffers.to, size.px().0))),
        ),
        (
            Implementation::Browser,
            canvases
                .as_ref()
                .map(|canvases| -> Run<'_> { Box::new(|| canvases.apply().map(drop)) })
                .ok_or(OutputMatch::Missing),
        ),
    ];
    for (implementation, engine) in [(Implementation::Wasm, &plain), (Implementation::Simd, &simd)] {
        let run = engine.as_ref().map(|wasm| -> Run<'_> { Box::new(|| buffers.run_engine(wasm)) });
        runs.push((implementation, run.ok_or(OutputMatch::NoMemory)));
    }
    let outputs = compare_outputs(&buffers, canvases.as_ref(), &mut runs)?;

    let mut candidates = vec![Candidate::new(|| {
        buffers.copy();
        Ok(())
    })];
    let mut indices = Vec::new();
    for (implementation, run) in runs {
        let engine = match implementation {
            Implementation::Wasm => plain.as_ref(),
            Implementation::Simd => simd.as_ref(),
            _ => None,
        };
        let mut index = |candidate| {
            candidates.push(candidate);
            candidates.len() - 1
        };
        let time = run.ok().map(|run| index(Candidate::new(run)));
        let kernel = engine.map(|wasm| index(Candidate::new(|| wasm.apply())));
        indices.push((implementation, time, kernel));
    }
    let limits = Limits { budget_ms: BUDGET_MS, rounds: ROUNDS, part: (0.1, 1.0) };
    compare(context, limits, &mut candidates).await?;

    let spread = |index: Option<usize>| index.and_then(|index| candidates[index].distribution());
    let measurements = indices.iter().zip(outputs).map(|(&(implementation, time, kernel), output)| {
        Measurement { implementation, output, time: spread(time), kernel: spread(kernel) }
    });
    let copy = spread(Some(0)).ok_or("nothing was timed")?;
    Ok(CaseResult { case, size, copy, measurements: measurements.collect() })
}

type Run<'a> = Box<dyn FnMut() -> Result<(), JsValue> + 'a>;

/// An engine with the test image and the filters of the case, if there is memory.
async fn engine(
    context: &Context,
    case: BenchmarkCase,
    size: ImageSize,
    with_simd: bool,
) -> Result<Option<StandaloneWasm>, JsValue> {
    let wasm = StandaloneWasm::load(&context.files.benchmark, with_simd).await?;
    let steps = steps(case.stack()).ok_or("the registry lacks a filter")?;
    wasm.stack(&steps);
    Ok(match wasm.prepare(size.px()) {
        Ok(()) => Some(wasm),
        Err(NoMemory) => None,
    })
}

/// The input and output buffer of every implementation.
struct Buffers {
    from: ArrayBuffer,
    to: ArrayBuffer,
    px: (u32, u32),
}

impl Buffers {
    fn new(engine: Option<&StandaloneWasm>, px: (u32, u32)) -> Result<Self, JsValue> {
        let bytes = px.0 * px.1 * 4;
        let (from, to) = (allocate(bytes)?, allocate(bytes)?);
        let engine = engine.ok_or("There is not enough memory for this size.")?;
        Uint8Array::new(&from).set(&engine.source(px), 0);
        Ok(Self { from, to, px })
    }

    /// Copies the input to the output, as a measure of memory bandwidth.
    fn copy(&self) {
        Uint8Array::new(&self.to).set(&Uint8Array::new(&self.from), 0);
    }

    /// Copies the input into linear memory, applies the filters, and copies the output back.
    fn run_engine(&self, wasm: &StandaloneWasm) -> Result<(), JsValue> {
        wasm.source(self.px).set(&Uint8Array::new(&self.from), 0);
        wasm.apply()?;
        Uint8Array::new(&self.to).set(&wasm.output(), 0);
        Ok(())
    }
}

/// Runs each implementation once, and compares its output with that of the engine with SIMD.
fn compare_outputs(
    buffers: &Buffers,
    canvases: Option<&Canvases>,
    runs: &mut [(Implementation, Result<Run<'_>, OutputMatch>)],
) -> Result<Vec<OutputMatch>, JsValue> {
    let target = Uint8Array::new(&buffers.to);
    if let Some((Implementation::Simd, Ok(run))) = runs.last_mut() {
        run()?;
    }
    let expected = buffers.to.slice_with_end(0, buffers.to.byte_length());
    let mut outputs = Vec::new();
    for (implementation, run) in runs {
        // Otherwise the output of the implementation before might be taken for its own.
        target.fill(0, 0, target.length());
        let output = match run {
            Err(output) => *output,
            Ok(run) => {
                run()?;
                let found = match (&*implementation, canvases) {
                    (Implementation::Browser, Some(canvases)) => canvases.apply()?,
                    _ => buffers.to.clone(),
                };
                output_match(*implementation, difference(&found, &expected))
            }
        };
        outputs.push(output);
    }
    Ok(outputs)
}

/// The match of an output that differs by at most this many levels. Only the browser may round differently.
fn output_match(implementation: Implementation, levels: u32) -> OutputMatch {
    match levels {
        0 => OutputMatch::Same,
        1 if implementation == Implementation::Browser => OutputMatch::WithinOne,
        _ => OutputMatch::Differs(levels.min(255) as u8),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_the_browser_may_round_differently() {
        assert_eq!(output_match(Implementation::Tuned, 0), OutputMatch::Same);
        assert_eq!(output_match(Implementation::Browser, 1), OutputMatch::WithinOne);
        assert_eq!(output_match(Implementation::Tuned, 1), OutputMatch::Differs(1));
        assert_eq!(output_match(Implementation::Browser, 2), OutputMatch::Differs(2));
    }
}
