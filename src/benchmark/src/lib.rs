//! The cases and results of the benchmark, as plain data. The binary of this package measures and shows them.

pub mod axis;
mod case;
mod distribution;
mod filter_stacks;
pub mod format;
pub mod markdown;
mod report;

pub use case::{BenchmarkCase, Filter, ImageSize, Implementation};
pub use distribution::Distribution;
pub use filter_stacks::{FilterCall, STACK_CASES, StackCase, registry, steps};
pub use report::{
    BoundaryCosts, CaseResult, FilterTime, Machine, Measurement, OutputMatch, Report, StartupTimes,
};
