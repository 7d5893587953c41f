//! Pure pixels: every filter of Safelight. No web, no serde, no clock, no threads.
//!
//! A kernel takes and returns RGBA8: straight alpha, gamma-coded sRGB, row-major, stride = width × 4.
//! It cannot fail, allocate image-sized memory or read a clock; rows and small tables it may.

mod filters;
mod kernel;
mod lut;
mod ops;
mod pixel;
mod simd;
mod spec;

pub use filters::{SPECS, kernel};
pub use kernel::{Area, Conclude, Geometry, Kernel, Measured, Sizes};
pub use lut::lut3d::{Cube, CubeError, Fault};
pub use lut::tables::{Tables, apply_tables, compose, tables};
pub use lut::tone_curve::{Curve, MAX_POINTS, curve_points};
pub use pixel::position::{Place, Spot, apply_placed};
pub use pixel::region::{Region, Window};
pub use spec::{Group, Kind, Param, SizeAfter, Spec, spec};
