//! Filters and the layers of a stack.

pub mod curve_plot;
pub mod curves;
pub mod filter_picker;
pub mod filters;
pub mod geometry;
pub mod history;
pub mod layer_list;
pub mod layer_rows;
pub mod lut_file;
pub mod sliders;
