//! Memory of an open photo: its budget, and the cache of intermediate images.

pub mod budget;
pub mod cache;
