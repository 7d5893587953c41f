//! Timing several ways in turns, so that what else happens on the machine happens to all of them.

use safelight_benchmark::Spread;
use wasm_bindgen::JsValue;

use super::Bench;
use crate::messages::News;

/// One of those that are timed.
pub struct Runner<'a> {
    run: Box<dyn FnMut() -> Result<(), JsValue> + 'a>,
    /// How often it runs in one sample: short work is timed several times over.
    runs: u32,
    samples_ms: Vec<f64>,
}

/// How long all samples of a race may take together, and how many there are at least and at most.
#[derive(Clone, Copy)]
pub struct Length {
    pub budget_ms: f64,
    pub rounds: (f64, f64),
    /// The part of the whole order that this race is, for its progress: where it begins and where it ends.
    pub part: (f64, f64),
}

/// Each runs so long at least before it is timed: engines compile what runs often.
const WARM_UP_MS: f64 = 250.0;
const WARM_UP_RUNS: u32 = 3;

impl<'a> Runner<'a> {
    pub fn new(run: impl FnMut() -> Result<(), JsValue> + 'a) -> Self {
        Self { run: Box::new(run), runs: 1, samples_ms: Vec::new() }
    }

    /// What was found.
    pub fn spread(&self) -> Option<Spread> {
        Spread::of(&self.samples_ms)
    }

    /// Milliseconds of one run.
    fn sample(&mut self, bench: &Bench) -> Result<f64, JsValue> {
        let start = bench.clock.now_ms();
        for _ in 0..self.runs {
            (self.run)()?;
        }
        Ok((bench.clock.now_ms() - start) / f64::from(self.runs))
    }

    async fn warm_up(&mut self, bench: &Bench) -> Result<f64, JsValue> {
        let (mut runs, mut spent_ms) = (0, 0.0);
        // The last runs tell how long one takes when it is warm.
        let mut last_ms = f64::INFINITY;
        while runs < WARM_UP_RUNS || spent_ms < WARM_UP_MS {
            let ms = self.sample(bench)?;
            last_ms = if runs < WARM_UP_RUNS { ms } else { last_ms.min(ms) };
            spent_ms += ms;
            runs += 1;
            if spent_ms > 4.0 * WARM_UP_MS {
                break;
            }
            bench.visibility.turn().await;
        }
        self.runs = (bench.clock.least_ms() / last_ms.max(bench.clock.step_ms / 10.0)).ceil() as u32;
        Ok(last_ms * f64::from(self.runs))
    }
}

/// Warms all of them up, then times them in turns.
pub async fn race(bench: &Bench, length: Length, runners: &mut [Runner<'_>]) -> Result<(), JsValue> {
    let Length { budget_ms, rounds: (least, most), part: (begin, end) } = length;
    let tell = |share: f64| bench.tell(&News::Progress(begin + share * (end - begin)));
    let count = runners.len();
    let mut round_ms = 0.0;
    for (index, runner) in runners.iter_mut().enumerate() {
        round_ms += runner.warm_up(bench).await?;
        tell(0.3 * (index + 1) as f64 / count as f64);
    }
    let rounds = (budget_ms / round_ms).round().clamp(least, most) as usize;
    for round in 0..rounds {
        for step in 0..count {
            // Nobody always comes after the same one.
            let runner = &mut runners[(round + step * stride(count)) % count];
            loop {
                let ms = runner.sample(bench)?;
                if !bench.visibility.turn().await {
                    runner.samples_ms.push(ms);
                    break;
                }
            }
        }
        tell(0.3 + 0.7 * (round + 1) as f64 / rounds as f64);
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
