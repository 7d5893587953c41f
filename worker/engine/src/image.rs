//! Images at the scale of the screen: which part is asked for, and the smaller copies of the photo.

pub mod area_resample;
pub mod mipmaps;
pub mod scaled_source;
pub mod view;
