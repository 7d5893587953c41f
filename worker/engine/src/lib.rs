//! The engine: a file and a recipe become pixels, or another file. No web, no clock, no threads.
//!
//! [`Darkroom`] is one open photo. Its work comes in bands: [`Render::step`] and [`Export::step`] do a
//! few milliseconds each, so that whoever drives them can listen in between, or stop by dropping them.

mod decode;
mod error;
mod histogram;
mod image;
mod memory;
mod open_image;
mod pipeline;

pub use decode::{Format, Header, probe};
pub use error::{OpenError, RenderError};
pub use histogram::{Clip, Tally};
pub use image::view::{View, scaled_size};
pub use memory::budget::{MAX_MEGAPIXELS, OutOfMemory};
pub use open_image::Darkroom;
pub use open_image::export::Export;
pub use open_image::render::{Render, Step};
pub use safelight_kernels::Region;
pub use safelight_recipe::Recipe;
