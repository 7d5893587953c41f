//! The dialog to pick a filter from.

pub mod dialog;
pub mod grid;
pub mod ranking;
pub mod search;
pub mod tile;
