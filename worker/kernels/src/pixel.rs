//! Pixels and where they are: regions, positions, alpha, and the transfer curve of sRGB.

pub mod map_rgb;
pub mod position;
pub mod premultiplied;
pub mod region;
pub mod srgb;
