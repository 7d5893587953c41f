//! Memory: the ceiling, and what is kept below it to be used again.

pub mod budget;
pub mod cache;
