//! Pure pixels: every filter of Safelight. No web, no serde, no clock, no threads.
//!
//! A kernel takes and returns RGBA8: straight alpha, gamma-coded sRGB, row-major, stride = width × 4.
//! It cannot fail, allocate image-sized memory or read a clock.

mod colours;
mod curve;
mod filters;
mod matrix;
mod place;
mod spec;
mod srgb;
mod tone;

pub use filters::{Kernel, SPECS, kernel};
pub use place::{Place, Spot, apply_placed};
pub use spec::{Group, Kind, Param, Spec, spec};
pub use tone::{Tables, apply_tables, compose, tables};
