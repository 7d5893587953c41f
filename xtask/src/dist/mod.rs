//! What is done to the folder that Trunk builds.

pub mod post_build;
pub mod sizes;
pub mod standalone_wasm;
pub mod test_build;
