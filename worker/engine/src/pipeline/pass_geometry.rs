//! Which part of its picture each pass reads and makes, at the scale at hand.

use safelight_kernels::{Region, Sizes};

use super::plan::{Head, Pass, Plan};
use crate::scaled_size;

/// The scale at hand, in two forms.
#[derive(Debug, Clone, Copy)]
pub struct Scale {
    /// What was asked for. Sizes are rounded from it.
    asked: f64,
    /// What came of it for the photo's longer side. Filters go by this, so that what they make is a matter of the
    /// size alone.
    pub real: f64,
}

impl Scale {
    /// The scale that was asked for, of a photo of this size.
    pub fn new(asked: f64, photo: (u32, u32)) -> Self {
        let (width, height) = scaled_size(photo.0, photo.1, asked);
        let real = f64::from(width.max(height)) / f64::from(photo.0.max(photo.1).max(1));
        Self { asked, real }
    }

    /// What a picture of this size comes to.
    pub fn size(self, (width, height): (u32, u32)) -> (u32, u32) {
        scaled_size(width, height, self.asked)
    }
}

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
pub fn frames(plan: &Plan, region: Region, scale: Scale) -> Vec<Frame> {
    let mut makes = region;
    let mut frames: Vec<_> = plan
        .passes
        .iter()
        .rev()
        .map(|pass| {
            let (before, after) = (scale.size(pass.before), scale.size(pass.after));
            let mut frame = Frame { before, after, needs: makes, makes };
            frame.needs = pass.needs(&frame, scale.real);
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
            Head::Neighbourhood(area, values) => {
                frame.makes.grown((area.radius_px)(values, scale), frame.before)
            }
            Head::Geometry(geometry, values) => {
                (geometry.input_region)(values, &self.sizes(frame), frame.makes)
            }
            Head::Analysed(..) => Region::whole(frame.before),
        }
    }
}
