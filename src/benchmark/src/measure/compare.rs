//! Interleaved timing: candidates run in turns, so that other load on the machine affects all of them.

use safelight_benchmark::Distribution;
use wasm_bindgen::JsValue;

use super::context::Context;
use crate::messages::MeasureEvent;

/// Work that is timed.
pub struct Candidate<'a> {
    run: Box<dyn FnMut() -> Result<(), JsValue> + 'a>,
    /// How often it runs in one sample. Short work runs several times.
    runs: u32,
    samples_ms: Vec<f64>,
}

/// Limits of a comparison: milliseconds for all samples together, and the least and most rounds.
#[derive(Clone, Copy)]
pub struct Limits {
    pub budget_ms: f64,
    pub rounds: (f64, f64),
    /// The start and end of this comparison within its task, as fractions, for the progress.
    pub part: (f64, f64),
}

/// The least time that a candidate runs before it is timed, because JavaScript engines compile what runs often.
const WARM_UP_MS: f64 = 250.0;
const WARM_UP_RUNS: u32 = 3;

impl<'a> Candidate<'a> {
    pub fn new(run: impl FnMut() -> Result<(), JsValue> + 'a) -> Self {
        Self { run: Box::new(run), runs: 1, samples_ms: Vec::new() }
    }

    /// The distribution of its samples, if there are any.
    pub fn distribution(&self) -> Option<Distribution> {
        Distribution::of(&self.samples_ms)
    }

    /// Runs one sample. Returns the milliseconds of one run.
    fn sample(&mut self, context: &Context) -> Result<f64, JsValue> {
        let start = context.clock.now_ms();
        for _ in 0..self.runs {
            (self.run)()?;
        }
        Ok((context.clock.now_ms() - start) / f64::from(self.runs))
    }

    async fn warm_up(&mut self, context: &Context) -> Result<f64, JsValue> {
        let (mut runs, mut spent_ms) = (0, 0.0);
        // The time of the last runs is that of compiled code.
        let mut last_ms = f64::INFINITY;
        while runs < WARM_UP_RUNS || spent_ms < WARM_UP_MS {
            let ms = self.sample(context)?;
            last_ms = if runs < WARM_UP_RUNS { ms } else { last_ms.min(ms) };
            spent_ms += ms;
            runs += 1;
            if spent_ms > 4.0 * WARM_UP_MS {
                break;
            }
            context.visibility.yield_now().await;
        }
        self.runs = (context.clock.least_ms() / last_ms.max(context.clock.step_ms / 10.0)).ceil() as u32;
        Ok(last_ms * f64::from(self.runs))
    }
}

/// Warms all candidates up, then times them in turns.
pub async fn compare(
    context: &Context,
    limits: Limits,
    candidates: &mut [Candidate<'_>],
) -> Result<(), JsValue> {
    let Limits { budget_ms, rounds: (least, most), part: (begin, end) } = limits;
    let report = |share: f64| context.post(&MeasureEvent::Progress(begin + share * (end - begin)));
    let count = candidates.len();
    let mut round_ms = 0.0;
    for (index, candidate) in candidates.iter_mut().enumerate() {
        round_ms += candidate.warm_up(context).await?;
        report(0.3 * (index + 1) as f64 / count as f64);
    }
    let rounds = (budget_ms / round_ms).round().clamp(least, most) as usize;
    for round in 0..rounds {
        for step in 0..count {
            // Nobody always comes after the same one.
            let candidate = &mut candidates[(round + step * stride(count)) % count];
            loop {
                let ms = candidate.sample(context)?;
                if !context.visibility.yield_now().await {
                    candidate.samples_ms.push(ms);
                    break;
                }
            }
        }
        report(0.3 + 0.7 * (round + 1) as f64 / rounds as f64);
    }
    Ok(())
}

/// A step that visits all of so many places.
fn stride(count: usize) -> usize {
    let shares_no_factor =
        |step: &usize| (2..=*step).all(|n| !count.is_multiple_of(n) || !step.is_multiple_of(n));
    (2..count).find(shares_no_factor).unwrap_or(1)
}

#[cfg(test)]
mod tests {
    use super::stride;

    #[test]
    fn a_stride_visits_every_place_once() {
        for count in 1..20 {
            let mut places: Vec<_> = (0..count).map(|step| step * stride(count) % count).collect();
            places.sort_unstable();
            assert_eq!(places, (0..count).collect::<Vec<_>>());
        }
    }
}
