//! The commands that people type.

pub mod build;
pub mod docs;
pub mod fuzz;
pub mod lint;
pub mod new_filter;
pub mod test;
