//! Pure pixels: every filter of Safelight. No web, no serde, no clock, no threads.
//!
//! A kernel takes and returns RGBA8: straight alpha, gamma-coded sRGB, row-major, stride = width × 4.
//! It cannot fail, allocate image-sized memory or read a clock; rows and small tables it may.

mod filter;
mod filters;
mod kernel;
mod lut;
mod ops;
mod pixel;
mod simd;
mod spec;
mod text;

pub use filters::{SPECS, TEXTS, filter_text, kernel, spec};
pub use kernel::{Analysed, Finish, Geometry, Kernel, Neighbourhood, Sizes};
pub use lut::lut3d::{Cube, CubeError, CubeErrorKind};
pub use lut::tables::{ToneTables, apply_tables, compose_tables, tone_tables};
pub use lut::tone_curve::{MAX_POINTS, ToneCurve, curve_points};
pub use pixel::position::{PixelOrigin, PixelPosition, apply_positional};
pub use pixel::region::{Region, Window};
pub use spec::{Group, Kind, Param, SizeAfter, Spec};
pub use text::{FilterText, Text};
