//! English.

pub mod commands;
pub mod editor;
pub mod failures;
pub mod page;
