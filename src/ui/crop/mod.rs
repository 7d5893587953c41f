//! The panel of the crop tool.

pub mod done;
pub mod numbers;
pub mod panel;
pub mod ratios;
pub mod resize;
