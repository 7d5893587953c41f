//! The pipeline: from a recipe to pixels. A [`Plan`](plan::Plan) groups its steps into passes, each pass has a
//! geometry, and a [`PipelineRun`] works them off band by band.

mod band;
mod opacity;
mod pass_geometry;
mod plan;
mod pointwise;
mod run;

pub use run::PipelineRun;
