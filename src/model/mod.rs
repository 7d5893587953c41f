//! Plain data and arithmetic: no signals, no browser APIs, so that all of it is tested natively.

pub mod batch;
pub mod change;
pub mod crop;
pub mod curve;
pub mod documents;
pub mod histogram;
pub mod history;
pub mod math;
pub mod recipe;
pub mod saved;
pub mod slider_math;
pub mod stack;
pub mod status;
pub mod theme;
pub mod user_presets;
pub mod viewport;
