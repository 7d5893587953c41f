//! From a recipe to pixels: the plan of its passes, their geometry, and the run over them.

mod band;
mod opacity;
mod pass_geometry;
mod plan;
mod pointwise;
mod run;

pub use run::Develop;
