//! What the benchmark measures and how it says it, as plain data. The program that measures and shows it is the
//! binary of this package.

pub mod machine;
pub mod markdown;
mod report;
pub mod scale;
mod spread;
mod stacks;
pub mod words;
mod work;

pub use report::{Boundary, Cell, Machine, Output, Report, Row, Speed, Start};
pub use spread::Spread;
pub use stacks::{Step, WANTED, Wanted, registry, steps};
pub use work::{Filter, Size, Way, Work};
