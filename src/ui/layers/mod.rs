//! The stack of filters as a list of rows.

pub mod layer_drag;
pub mod layer_row;
pub mod list;
pub mod menu;
