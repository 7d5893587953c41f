//! The photo, and what lies over it: crop rectangle, divider of the split view, eyedropper.

pub mod area;
pub mod compare_button;
pub mod crop_overlay;
pub mod gestures;
pub mod layer;
pub mod pixel_readout;
pub mod resize_observer;
pub mod sampler;
pub mod split_divider;
pub mod view;
pub mod zoom_toolbar;
