//! Edits of the open photo: layers, crop, undo.

pub mod crop_tool;
pub mod layers;
pub mod preview;
pub mod undo;
