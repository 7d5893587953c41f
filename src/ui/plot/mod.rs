//! Graphs: curves and the histogram.

pub mod curve_drag;
pub mod curve_plot;
pub mod histogram;
