//! The messages between the view and the measuring worker, as JSON.

use safelight_benchmark::{BenchmarkCase, BoundaryCosts, CaseResult, FilterTime, ImageSize, StartupTimes};
use serde::{Deserialize, Serialize};

/// Where the files are, as absolute URLs: a worker has another base than the page.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct Files {
    /// The folder of the benchmark.
    pub benchmark: String,
    /// The folder of the worker whose start is measured.
    pub worker: String,
}

/// What to measure. Each task gets a worker of its own, whose memory ends with it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum Task {
    /// One case on one image size, in every implementation.
    Case(BenchmarkCase, ImageSize),
    /// The cost of crossing the boundary between JavaScript and WASM, and between page and worker.
    Boundary,
    /// The time until the worker is ready.
    Start,
    /// The stacks of [`STACK_CASES`](safelight_benchmark::STACK_CASES).
    Stacks,
    /// Every filter alone.
    Filters,
}

/// A message to the measuring worker.
#[derive(Debug, Serialize, Deserialize)]
pub enum Request {
    /// The first and only task.
    Measure(Task, Files),
    /// Whether the page is hidden. Browsers slow hidden pages down, so nothing is timed then.
    Hidden(bool),
}

/// A message from the measuring worker.
#[derive(Debug, Serialize, Deserialize)]
pub enum MeasureEvent {
    /// The worker receives messages from now on.
    Ready,
    /// The fraction of the task that is done, 0 to 1.
    Progress(f64),
    /// The resolution of the worker's clock in microseconds.
    TimerUs(f64),
    /// The result of a case.
    Case(CaseResult),
    /// The costs of the boundary.
    Boundary(BoundaryCosts),
    /// The times of the start.
    Start(StartupTimes),
    /// The time of one stack.
    Stack(FilterTime),
    /// The time of one filter.
    Filter(FilterTime),
    /// The task is done.
    Done,
}
