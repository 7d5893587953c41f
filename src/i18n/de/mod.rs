//! German.

pub mod commands;
pub mod editor;
pub mod filters;
pub mod page;
