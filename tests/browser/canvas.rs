//! The photo on its canvas: crop, zoom, comparison, histogram, eyedropper, order of frames.

pub mod crop;
pub mod inspection;
pub mod render_order;
pub mod zoom;
