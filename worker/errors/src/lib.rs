//! The errors of the engine, as data. The engine returns them, the protocol carries them to the page, and the page words
//! them in its language. `Display` gives English sentences for the command line.

mod megapixels;
mod memory;
mod open;
mod render;

pub use megapixels::{MAX_MEGAPIXELS, megapixels};
pub use memory::OutOfMemory;
pub use open::{FileKind, OpenError, UnsupportedFeature};
pub use render::RenderError;
