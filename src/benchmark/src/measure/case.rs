//! The same work in every way: proven equal first, then timed in turns.

use js_sys::{ArrayBuffer, Uint8Array};
use safelight_benchmark::{Cell, Output, Row, Size, Way, Work, steps};
use wasm_bindgen::JsValue;

use super::baselines::{Canvases, difference, javascript};
use super::compare::{Length, Runner, race};
use super::{Bench, buffer};
use crate::standalone_wasm::{Bare, NoMemory};

const BUDGET_MS: f64 = 5000.0;
const ROUNDS: (f64, f64) = (5.0, 40.0);

/// Measures one work on one size.
pub async fn measure(bench: &Bench, work: Work, size: Size) -> Result<Cell, JsValue> {
    let [plain, simd] = [engine(bench, work, size, false).await?, engine(bench, work, size, true).await?];
    let pictures = Pictures::new(simd.as_ref(), size.px())?;
    let canvases = Canvases::new(work, &pictures.from, size.px())?;

    let mut runs: Vec<(Way, Result<Run<'_>, Output>)> = vec![
        (Way::Plain, Ok(Box::new(javascript(false, work, &pictures.from, &pictures.to, size.px().0)))),
        (Way::Tuned, Ok(Box::new(javascript(true, work, &pictures.from, &pictures.to, size.px().0)))),
        (
            Way::Browser,
            canvases
                .as_ref()
                .map(|canvases| -> Run<'_> { Box::new(|| canvases.apply().map(drop)) })
                .ok_or(Output::Missing),
        ),
    ];
    for (way, engine) in [(Way::Wasm, &plain), (Way::Simd, &simd)] {
        let run = engine.as_ref().map(|bare| -> Run<'_> { Box::new(|| pictures.through(bare)) });
        runs.push((way, run.ok_or(Output::NoMemory)));
    }
    let outputs = compare(&pictures, canvases.as_ref(), &mut runs)?;

    let mut runners = vec![Runner::new(|| {
        pictures.copy();
        Ok(())
    })];
    let mut places = Vec::new();
    for (way, run) in runs {
        let engine = match way {
            Way::Wasm => plain.as_ref(),
            Way::Simd => simd.as_ref(),
            _ => None,
        };
        let mut place = |runner| {
            runners.push(runner);
            runners.len() - 1
        };
        let time = run.ok().map(|run| place(Runner::new(run)));
        let kernel = engine.map(|bare| place(Runner::new(|| bare.apply())));
        places.push((way, time, kernel));
    }
    let length = Length { budget_ms: BUDGET_MS, rounds: ROUNDS, part: (0.1, 1.0) };
    race(bench, length, &mut runners).await?;

    let spread = |place: Option<usize>| place.and_then(|place| runners[place].spread());
    let rows = places.iter().zip(outputs).map(|(&(way, time, kernel), output)| Row {
        way,
        output,
        time: spread(time),
        kernel: spread(kernel),
    });
    let copy = spread(Some(0)).ok_or("nothing was timed")?;
    Ok(Cell { work, size, copy, rows: rows.collect() })
}

type Run<'a> = Box<dyn FnMut() -> Result<(), JsValue> + 'a>;

/// An engine with a picture and its stack, if there is memory.
async fn engine(bench: &Bench, work: Work, size: Size, with_simd: bool) -> Result<Option<Bare>, JsValue> {
    let bare = Bare::load(&bench.files.benchmark, with_simd).await?;
    let steps = steps(work.stack()).ok_or("the registry lacks a filter")?;
    bare.stack(&steps);
    Ok(match bare.prepare(size.px()) {
        Ok(()) => Some(bare),
        Err(NoMemory) => None,
    })
}

/// The buffers that everything goes from and to.
struct Pictures {
    from: ArrayBuffer,
    to: ArrayBuffer,
    px: (u32, u32),
}

impl Pictures {
    fn new(painter: Option<&Bare>, px: (u32, u32)) -> Result<Self, JsValue> {
        let bytes = px.0 * px.1 * 4;
        let (from, to) = (buffer(bytes)?, buffer(bytes)?);
        let painter = painter.ok_or("There is not enough memory for this size.")?;
        Uint8Array::new(&from).set(&painter.source(px), 0);
        Ok(Self { from, to, px })
    }

    /// The yardstick of memory.
    fn copy(&self) {
        Uint8Array::new(&self.to).set(&Uint8Array::new(&self.from), 0);
    }

    /// Into linear memory, through the engine, and out again.
    fn through(&self, bare: &Bare) -> Result<(), JsValue> {
        bare.source(self.px).set(&Uint8Array::new(&self.from), 0);
        bare.apply()?;
        Uint8Array::new(&self.to).set(&bare.output(), 0);
        Ok(())
    }
}

/// Runs each once, and says how its output compares with that of the engine as the worker runs it.
fn compare(
    pictures: &Pictures,
    canvases: Option<&Canvases>,
    runs: &mut [(Way, Result<Run<'_>, Output>)],
) -> Result<Vec<Output>, JsValue> {
    let target = Uint8Array::new(&pictures.to);
    if let Some((Way::Simd, Ok(run))) = runs.last_mut() {
        run()?;
    }
    let truth = pictures.to.slice_with_end(0, pictures.to.byte_length());
    let mut outputs = Vec::new();
    for (way, run) in runs {
        // What another left there would be taken for its own.
        target.fill(0, 0, target.length());
        let output = match run {
            Err(output) => *output,
            Ok(run) => {
                run()?;
                let found = match (&*way, canvases) {
                    (Way::Browser, Some(canvases)) => canvases.apply()?,
                    _ => pictures.to.clone(),
                };
                verdict(*way, difference(&found, &truth))
            }
        };
        outputs.push(output);
    }
    Ok(outputs)
}

/// The browser's own filters round in other places; to the others a level is a level.
fn verdict(way: Way, levels: u32) -> Output {
    match levels {
        0 => Output::Same,
        1 if way == Way::Browser => Output::WithinOne,
        _ => Output::Differs(levels.min(255) as u8),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_the_browser_may_round_elsewhere() {
        assert_eq!(verdict(Way::Tuned, 0), Output::Same);
        assert_eq!(verdict(Way::Browser, 1), Output::WithinOne);
        assert_eq!(verdict(Way::Tuned, 1), Output::Differs(1));
        assert_eq!(verdict(Way::Browser, 2), Output::Differs(2));
    }
}
