//! The engine: it decodes a file, applies a recipe, and gives pixels or an encoded file. It knows no web, clock or
//! threads.
//!
//! [`OpenImage`] is one open photo. Its work is divided into bands: [`Render::step`] and [`Export::step`] do a few
//! milliseconds each, so that the caller can handle messages in between, or stop by dropping them.

mod decode;
mod histogram;
mod image;
mod memory;
mod open_image;
mod pipeline;

pub use decode::read_header;
pub use decode::types::{Format, Header};
pub use histogram::{Clipping, Histogram};
pub use image::view::{View, scaled_size};
pub use open_image::OpenImage;
pub use open_image::export::Export;
pub use open_image::render::{Progress, Render};
pub use safelight_errors::{
    FileKind, MAX_MEGAPIXELS, OpenError, OutOfMemory, RenderError, UnsupportedFeature,
};
pub use safelight_kernels::Region;
pub use safelight_recipe::Recipe;
