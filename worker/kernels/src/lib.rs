//! Pure pixels: every filter of Safelight. No web, no serde, no clock, no threads.
//!
//! A kernel takes and returns RGBA8: straight alpha, gamma-coded sRGB, row-major, stride = width × 4.
//! It cannot fail, allocate image-sized memory or read a clock; rows and small tables it may.

mod beside_blur;
mod boxes;
mod bytes;
mod colours;
mod counting;
mod cube;
mod curve;
mod extremes;
mod filters;
mod gaussian;
mod kernel;
mod lanes;
mod matrix;
mod neighbours;
mod place;
mod premultiplied;
mod ranked;
mod region;
mod resample;
mod spec;
mod srgb;
mod streak;
mod tone;
mod turn;
mod weighted;

pub use cube::{Cube, CubeError, Fault};
pub use curve::{Curve, MAX_POINTS, curve_points};
pub use filters::{SPECS, kernel};
pub use kernel::{Area, Conclude, Geometry, Kernel, Measured, Sizes};
pub use place::{Place, Spot, apply_placed};
pub use region::{Region, Window};
pub use spec::{Group, Kind, Param, SizeAfter, Spec, spec};
pub use tone::{Tables, apply_tables, compose, tables};
