//! How the photo is seen: viewport, comparison, histogram, eyedropper.

pub mod inspection;
pub mod sampler;
pub mod viewport;
