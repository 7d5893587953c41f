//! Look-up tables: one curve for each channel, or a colour for every colour.

pub mod lut3d;
pub mod tables;
pub mod tone_curve;
