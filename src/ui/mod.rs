//! Views. They draw the store and call its methods, and keep no state of their own but what is open or closed.

pub mod canvas;
pub mod controls;
pub mod crop;
pub mod export;
pub mod filmstrip;
pub mod landing;
pub mod layers;
pub mod overlay;
pub mod picker;
pub mod plot;
pub mod presets;
pub mod shell;
