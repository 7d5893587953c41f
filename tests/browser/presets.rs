//! Presets (“Looks”) and shared recipes.

pub mod built_in;
pub mod share;
pub mod user;
