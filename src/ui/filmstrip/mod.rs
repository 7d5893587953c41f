//! The filmstrip: all photos, side by side.

pub mod apply_dialog;
pub mod item;
pub mod list;
