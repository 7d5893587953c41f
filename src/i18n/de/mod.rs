//! German.

pub mod commands;
pub mod editor;
pub mod page;
