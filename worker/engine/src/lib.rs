//! The engine: a file and a recipe become pixels, or another file. No web, no clock, no threads.
//!
//! [`Darkroom`] is one open photo. Its work comes in bands: [`Render::step`] and [`Export::step`] do a
//! few milliseconds each, so that whoever drives them can listen in between, or stop by dropping them.

mod band;
mod budget;
mod cache;
mod darkroom;
mod decode;
mod develop;
mod encode;
mod error;
mod frame;
mod mix;
mod plan;
mod points;
mod render;
mod scale;
mod source;
mod tally;
mod view;

pub use budget::{MAX_MEGAPIXELS, OutOfMemory};
pub use darkroom::Darkroom;
pub use decode::{Format, Header, probe};
pub use encode::Export;
pub use error::{OpenError, RenderError};
pub use render::{Render, Step};
pub use safelight_kernels::Region;
pub use safelight_recipe::Recipe;
pub use tally::{Clip, Tally};
pub use view::{View, scaled_size};
