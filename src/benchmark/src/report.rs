//! The report: everything that was measured, as data. Its JSON keeps its field names.

use serde::{Deserialize, Serialize};

use crate::{BenchmarkCase, Distribution, ImageSize, Implementation};

/// Everything that was measured on one machine.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct Report {
    /// Where and when.
    pub machine: Machine,
    /// One result for each case and image size.
    #[serde(rename = "cells")]
    pub cases: Vec<CaseResult>,
    /// The cost of crossing the boundary.
    pub boundary: Option<BoundaryCosts>,
    /// The times until the worker is ready.
    pub start: Option<StartupTimes>,
    /// Every filter of the registry alone.
    pub filters: Vec<FilterTime>,
    /// The stacks of [`WANTED`](crate::WANTED).
    pub stacks: Vec<FilterTime>,
    /// What could not be measured, and why.
    pub failures: Vec<String>,
}

/// Where and when it was measured.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct Machine {
    /// Name and version.
    pub browser: String,
    /// The operating system, as far as the browser tells.
    pub system: String,
    /// How many threads run at once.
    pub threads: u32,
    /// The smallest step of the browser's clock.
    pub timer_us: f64,
    /// Which Safelight this is.
    pub build: String,
    /// The day, as 2026-11-22.
    pub date: String,
}

/// The result of one case on one image size, in every implementation, timed in turns.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct CaseResult {
    /// The case.
    #[serde(rename = "work")]
    pub case: BenchmarkCase,
    /// The size of the image.
    pub size: ImageSize,
    /// The time of a plain copy of the same buffer.
    pub copy: Distribution,
    /// One measurement for each implementation, in the order of the page.
    #[serde(rename = "rows")]
    pub measurements: Vec<Measurement>,
}

/// The measurement of one implementation.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Measurement {
    /// The implementation.
    #[serde(rename = "way")]
    pub implementation: Implementation,
    /// How its output compares with that of the engine.
    pub output: OutputMatch,
    /// From one JavaScript buffer to another.
    pub time: Option<Distribution>,
    /// The time of that which WASM spends in its own linear memory.
    pub kernel: Option<Distribution>,
}

/// How the output of an implementation compares with that of the engine.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum OutputMatch {
    /// Every byte is the same.
    Same,
    /// No level is more than 1 apart.
    WithinOne,
    /// It does other work: levels are up to this many apart.
    Differs(u8),
    /// This browser can't do it.
    Missing,
    /// There was too little memory.
    NoMemory,
}

/// The cost of crossing the boundary between JavaScript and WASM and between two workers, for 1920 × 1080 pixels.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct BoundaryCosts {
    /// Two million calls, one for each pixel.
    pub call_per_pixel: Distribution,
    /// One call, with the buffer copied in and out.
    pub call_with_buffer: Distribution,
    /// One call for pixels that lie in linear memory already.
    pub call_on_view: Distribution,
    /// A buffer cloned to a worker.
    pub cloned: Distribution,
    /// A buffer transferred to a worker, which copies it into its linear memory.
    pub moved_and_copied: Distribution,
    /// A buffer transferred to a worker.
    pub moved: Distribution,
    /// A message with no buffer at all.
    pub empty: Distribution,
    /// The length of a view on linear memory.
    pub view_before: f64,
    /// The same after the memory has grown.
    pub view_after: f64,
}

/// The times until the worker is ready.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct StartupTimes {
    /// The worker's WASM as it is stored.
    pub bytes: f64,
    /// As it came over the line, where the browser tells.
    pub sent_bytes: f64,
    /// The JavaScript that starts it.
    pub script_bytes: f64,
    /// Downloaded, and nothing else.
    pub download_ms: f64,
    /// Compiled after the download.
    pub compile_ms: f64,
    /// Both at once (`compileStreaming`).
    pub streaming_ms: f64,
    /// From `new Worker` to its first message.
    pub ready_ms: f64,
}

/// The time of one filter or stack with SIMD, from pixels in linear memory to a transferable buffer.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct FilterTime {
    /// Its name.
    pub name: String,
    /// The size of the image.
    pub size: ImageSize,
    /// With the copy out of linear memory.
    pub time: Distribution,
    /// Without.
    pub kernel: Distribution,
    /// The time of a plain copy of the same buffer.
    pub copy: Distribution,
}

impl Report {
    /// The result of this case and size, if it was measured.
    pub fn case(&self, case: BenchmarkCase, size: ImageSize) -> Option<&CaseResult> {
        self.cases.iter().find(|result| (result.case, result.size) == (case, size))
    }

    /// Adds a result, and removes an older one of the same case and size.
    pub fn put(&mut self, result: CaseResult) {
        self.cases.retain(|old| (old.case, old.size) != (result.case, result.size));
        self.cases.push(result);
        self.cases.sort_by_key(|result| (result.case, result.size));
    }
}

impl CaseResult {
    /// How many times as fast as plain JavaScript, e.g. 2.0. `None` for work that is not the same.
    pub fn ratio(&self, measurement: &Measurement) -> Option<f64> {
        let plain = self.measurement(Implementation::Plain)?;
        let time_of = |one: &Measurement| one.time.filter(|_| one.output.is_same_work());
        Some(time_of(plain)?.median_ms / time_of(measurement)?.median_ms)
    }

    /// What the browser's own filter does instead, if that is other work.
    pub fn other_work(&self) -> Option<&'static str> {
        let browser = self.measurement(Implementation::Browser)?;
        if matches!(browser.output, OutputMatch::Differs(_)) { self.case.browser_does() } else { None }
    }

    /// The measurement of an implementation.
    pub fn measurement(&self, implementation: Implementation) -> Option<&Measurement> {
        self.measurements.iter().find(|one| one.implementation == implementation)
    }
}

impl OutputMatch {
    /// Whether this is the same work: equal to the byte, or nearly so for the browser's own filters.
    pub fn is_same_work(self) -> bool {
        matches!(self, Self::Same | Self::WithinOne)
    }
}

impl FilterTime {
    /// How many plain copies of the buffer it takes.
    pub fn in_copies(&self) -> f64 {
        self.time.median_ms / self.copy.median_ms
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn result(outputs: &[(Implementation, OutputMatch, f64)]) -> CaseResult {
        let measurements = outputs.iter().map(|&(implementation, output, ms)| Measurement {
            implementation,
            output,
            time: Distribution::of(&[ms]),
            kernel: None,
        });
        let copy = Distribution::of(&[0.5]).unwrap();
        CaseResult {
            case: BenchmarkCase::Sepia,
            size: ImageSize::Two,
            copy,
            measurements: measurements.collect(),
        }
    }

    #[test]
    fn only_the_same_work_has_a_ratio() {
        let measured = result(&[
            (Implementation::Plain, OutputMatch::Same, 24.0),
            (Implementation::Browser, OutputMatch::WithinOne, 12.0),
            (Implementation::Tuned, OutputMatch::Differs(2), 6.0),
        ]);
        let ratios: Vec<_> = measured.measurements.iter().map(|one| measured.ratio(one)).collect();
        assert_eq!(ratios, [Some(1.0), Some(2.0), None]);
    }

    #[test]
    fn a_wrong_yardstick_measures_nothing() {
        let measured = result(&[
            (Implementation::Plain, OutputMatch::Differs(1), 24.0),
            (Implementation::Simd, OutputMatch::Same, 2.0),
        ]);
        assert_eq!(measured.ratio(&measured.measurements[1]), None);
    }

    #[test]
    fn other_work_of_the_browser_is_explained() {
        let blur = |output| CaseResult {
            case: BenchmarkCase::Blur,
            ..result(&[(Implementation::Browser, output, 12.0)])
        };
        assert!(blur(OutputMatch::Differs(180)).other_work().is_some_and(|why| why.contains("Gaussian")));
        assert_eq!(blur(OutputMatch::Missing).other_work(), None);
    }

    #[test]
    fn a_result_replaces_the_older_one() {
        let mut report = Report::default();
        report.put(result(&[(Implementation::Plain, OutputMatch::Same, 24.0)]));
        report.put(result(&[(Implementation::Plain, OutputMatch::Same, 25.0)]));
        report.put(CaseResult { case: BenchmarkCase::Invert, ..result(&[]) });
        let works: Vec<_> = report.cases.iter().map(|result| result.case).collect();
        assert_eq!(works, [BenchmarkCase::Invert, BenchmarkCase::Sepia]);
        let time = report.case(BenchmarkCase::Sepia, ImageSize::Two).unwrap().measurements[0].time;
        assert_eq!(time.unwrap().median_ms, 25.0);
    }
}
