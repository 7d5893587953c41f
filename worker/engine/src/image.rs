//! The photo at the scale of a render.

pub mod area_resample;
pub mod mipmaps;
pub mod scaled_source;
pub mod view;
