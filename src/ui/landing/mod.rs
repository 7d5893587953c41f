//! The page without a photo.

pub mod loading_frame;
pub mod logo;
pub mod page;
