//! The geometry of passes: which region of its input each one reads, and which region of its output it makes.

use safelight_kernels::{Region, Sizes};

use super::plan::{Pass, PassKernel, Plan};
use crate::scaled_size;

/// The scale of a render, in two forms.
#[derive(Debug, Clone, Copy)]
pub struct Scale {
    /// The scale that was requested, above 0 and up to 1. Sizes are rounded from it.
    requested: f64,
    /// The scale that the rounded size of the photo's longer side gives, e.g. 0.5 for 3000 of 6000 pixels. Filters
    /// use this one, so that two requested scales with the same rounded size give the same pixels.
    pub actual: f64,
}

impl Scale {
    /// The requested scale of a photo of this width and height.
    pub fn new(requested: f64, photo: (u32, u32)) -> Self {
        let (width, height) = scaled_size(photo.0, photo.1, requested);
        let actual = f64::from(width.max(height)) / f64::from(photo.0.max(photo.1).max(1));
        Self { requested, actual }
    }

    /// The size of a picture of this width and height at this scale.
    pub fn size(self, (width, height): (u32, u32)) -> (u32, u32) {
        scaled_size(width, height, self.requested)
    }
}

/// Sizes and regions of one pass, in pixels at the scale of the render.
#[derive(Debug, Clone, Copy)]
pub struct PassGeometry {
    pub input_size: (u32, u32),
    pub output_size: (u32, u32),
    /// The part of the input that the pass reads.
    pub input_region: Region,
    /// The part of the output that the pass makes.
    pub output_region: Region,
}

impl PassGeometry {
    /// Input and output size as a geometry filter takes them, besides the input size at scale 1.
    pub fn sizes(&self, pass: &Pass) -> Sizes {
        Sizes { full: pass.input_size, before: self.input_size, after: self.output_size }
    }
}

/// The geometries of all passes, worked out backwards from the region that the last one makes.
pub fn pass_geometries(plan: &Plan, region: Region, scale: Scale) -> Vec<PassGeometry> {
    let mut output_region = region;
    let mut geometries: Vec<_> = plan
        .passes
        .iter()
        .rev()
        .map(|pass| {
            let (input_size, output_size) = (scale.size(pass.input_size), scale.size(pass.output_size));
            let mut geometry =
                PassGeometry { input_size, output_size, input_region: output_region, output_region };
            geometry.input_region = input_region(pass, &geometry, scale.actual);
            output_region = geometry.input_region;
            geometry
        })
        .collect();
    geometries.reverse();
    geometries
}

/// The part of its input that a pass reads to make its output region.
fn input_region(pass: &Pass, geometry: &PassGeometry, scale: f64) -> Region {
    match &pass.kernel {
        PassKernel::Copy => geometry.output_region,
        PassKernel::Neighbourhood(neighbourhood, values) => {
            geometry.output_region.grown((neighbourhood.radius_px)(values, scale), geometry.input_size)
        }
        PassKernel::Geometry(filter, values) => {
            (filter.input_region)(values, &geometry.sizes(pass), geometry.output_region)
        }
        PassKernel::Analysed(..) => Region::whole(geometry.input_size),
    }
}
