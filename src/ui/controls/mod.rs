//! Buttons, fields and sliders that every part of the page uses.

pub mod after_render;
pub mod button;
pub mod field;
pub mod file_input;
pub mod icon;
pub mod radio;
pub mod segmented_control;
pub mod slider;
pub mod thumbnail_canvas;
pub mod toolbar;
