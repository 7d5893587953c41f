//! Which part of its picture each pass reads and makes, at the scale at hand.

use safelight_kernels::{Region, Sizes};

use crate::plan::{Head, Pass, Plan};
use crate::scaled_size;

/// The geometry of a pass, at the scale at hand.
#[derive(Debug, Clone, Copy)]
pub struct Frame {
    pub before: (u32, u32),
    pub after: (u32, u32),
    /// Read of the picture before.
    pub needs: Region,
    /// Made of the picture after.
    pub makes: Region,
}

/// The regions of all passes, from what the last one makes.
pub fn frames(plan: &Plan, region: Region, scale: f64) -> Vec<Frame> {
    let scaled = |size: (u32, u32)| scaled_size(size.0, size.1, scale);
    let mut makes = region;
    let mut frames: Vec<_> = plan
        .passes
        .iter()
        .rev()
        .map(|pass| {
            let (before, after) = (scaled(pass.before), scaled(pass.after));
            let mut frame = Frame { before, after, needs: makes, makes };
            frame.needs = pass.needs(&frame, scale);
            makes = frame.needs;
            frame
        })
        .collect();
    frames.reverse();
    frames
}

impl Pass {
    /// The sizes that a geometry filter goes between.
    pub fn sizes(&self, frame: &Frame) -> Sizes {
        Sizes { full: self.before, before: frame.before, after: frame.after }
    }

    /// What it reads to make a region.
    fn needs(&self, frame: &Frame, scale: f64) -> Region {
        match &self.head {
            Head::Copy => frame.makes,
            Head::Area(area, values) => frame.makes.grown((area.reach_px)(values, scale), frame.before),
            Head::Geometry(geometry, values) => (geometry.needs)(values, &self.sizes(frame), frame.makes),
            Head::Measured(..) => Region::whole(frame.before),
        }
    }
}
