//! What the benchmark measures and how it says it, as plain data. The program that measures and shows it is the
//! binary of this package.

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
