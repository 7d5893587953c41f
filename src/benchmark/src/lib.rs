//! What the benchmark measures and how it says it, as plain data. The program that measures and shows it is the
//! binary of this package.

pub mod axis;
mod case;
mod distribution;
mod filter_stacks;
pub mod format;
pub mod markdown;
mod report;
pub mod user_agent;

pub use case::{Filter, Size, Way, Work};
pub use distribution::Spread;
pub use filter_stacks::{Step, WANTED, Wanted, registry, steps};
pub use report::{Boundary, Cell, Machine, Output, Report, Row, Speed, Start};
