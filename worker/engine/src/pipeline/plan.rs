//! The plan of a recipe: its steps grouped into passes over memory.

use std::ops::Range;
use std::sync::Arc;

use safelight_kernels::{Analysed, Cube, Geometry, Kernel, Neighbourhood, kernel, spec};
use safelight_recipe::{FilterStep, RecipeError};

use super::opacity::Opacity;
use super::pointwise::{PointOp, PointwiseChain};

/// The passes of a recipe. Each reads the whole output of the one before.
#[derive(Debug)]
pub struct Plan {
    /// At least one. The last one makes the result.
    pub passes: Vec<Pass>,
}

/// One pass over an image: at most one kernel that needs more than single pixels, then any number of point
/// operations.
#[derive(Debug)]
pub struct Pass {
    pub kernel: PassKernel,
    /// The opacity of the kernel's result over its input. Each point operation has its own.
    pub opacity: Opacity,
    pub pointwise: PointwiseChain,
    /// The steps of the recipe that the pass covers, e.g. 0..3 for the first three.
    pub steps: Range<usize>,
    /// Width and height of the input in pixels at scale 1.
    pub input_size: (u32, u32),
    /// Width and height of the output in pixels at scale 1.
    pub output_size: (u32, u32),
}

/// The kernel that a pass starts with. The values are those of the filter's parameters, in the order of its spec.
#[derive(Debug)]
pub enum PassKernel {
    /// None: the pixels are copied as they are.
    Copy,
    Neighbourhood(Neighbourhood, Vec<f64>),
    Geometry(Geometry, Vec<f64>),
    Analysed(Analysed, Vec<f64>),
}

impl Plan {
    /// Plans normalised steps for a photo of this width and height. `cubes` holds the colour table of each step that
    /// has one. A pass also ends before each step index in `pass_ends`, so that its output can be cached.
    ///
    /// # Errors
    /// [`RecipeError::UnknownFilter`] for a step whose filter is not in the registry.
    pub fn new(
        steps: &[FilterStep],
        cubes: &[Option<Arc<Cube>>],
        photo: (u32, u32),
        pass_ends: &[usize],
    ) -> Result<Self, RecipeError> {
        let mut passes = vec![Pass::new(PassKernel::Copy, 0, photo, photo)];
        let cube_of = |index: usize| cubes.get(index).cloned().flatten();
        let mut size = photo;
        for (index, step) in steps.iter().enumerate() {
            let (Some(spec), Some(kernel)) = (spec(&step.filter), kernel(&step.filter)) else {
                return Err(RecipeError::UnknownFilter { step: index, filter: step.filter.clone() });
            };
            let values = step.values_for(spec);
            let (opacity, input_size) = (Opacity::new(step.strength), size);
            size = spec.size_after(&values, size);
            let mut start_pass = |kernel: PassKernel, opacity: Opacity| {
                let pass = Pass { opacity, ..Pass::new(kernel, index, input_size, size) };
                match &mut *passes {
                    [only] if only.is_identity() => *only = pass,
                    _ => passes.push(pass),
                }
            };
            let op = match kernel {
                Kernel::Neighbourhood(neighbourhood) => {
                    start_pass(PassKernel::Neighbourhood(neighbourhood, values), opacity);
                    None
                }
                Kernel::Geometry(geometry) => {
                    start_pass(PassKernel::Geometry(geometry, values), Opacity::FULL);
                    None
                }
                Kernel::Analysed(analysed) => {
                    start_pass(PassKernel::Analysed(analysed, values), opacity);
                    None
                }
                Kernel::Tone(fill) => {
                    Some(PointOp::Tone(Box::new(safelight_kernels::tone_tables(fill, &values))))
                }
                Kernel::Colour(run) => Some(PointOp::Colour(run, values)),
                Kernel::Positional(run) => Some(PointOp::Positional(run, values)),
                Kernel::Lut(run) => cube_of(index).map(|cube| PointOp::Lut(run, values, cube)),
            };
            if op.is_some() && pass_ends.contains(&index) {
                start_pass(PassKernel::Copy, Opacity::FULL);
            }
            if let Some(pass) = passes.last_mut() {
                if let Some(op) = op {
                    pass.pointwise.push(op, opacity);
                }
                pass.steps.end = index + 1;
            }
        }
        Ok(Self { passes })
    }

    /// Width and height of the result in pixels at scale 1.
    pub fn output_size(&self) -> (u32, u32) {
        self.passes.last().map_or((0, 0), |pass| pass.output_size)
    }

    /// The cost per pixel of the passes that lie within the first `steps` steps, in the units of [`Pass::cost`].
    pub fn cost_of(&self, steps: usize) -> usize {
        self.passes.iter().filter(|pass| pass.steps.end <= steps).map(Pass::cost).sum()
    }
}

impl Pass {
    fn new(kernel: PassKernel, start: usize, input_size: (u32, u32), output_size: (u32, u32)) -> Self {
        let (opacity, pointwise) = (Opacity::FULL, PointwiseChain::default());
        Self { kernel, opacity, pointwise, steps: start..start, input_size, output_size }
    }

    /// Whether the pass changes nothing.
    fn is_identity(&self) -> bool {
        matches!(self.kernel, PassKernel::Copy) && self.pointwise.len() == 0
    }

    /// The rough cost of a pixel, where one table look-up is 1.
    pub fn cost(&self) -> usize {
        let kernel = match self.kernel {
            PassKernel::Copy => 0,
            PassKernel::Analysed(..) => 2,
            PassKernel::Geometry(..) => 4,
            PassKernel::Neighbourhood(..) => 16,
        };
        kernel + self.pointwise.len()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn passes(filters: &[&str], pass_ends: &[usize]) -> Vec<(usize, Range<usize>)> {
        let steps: Vec<_> = filters.iter().map(|filter| FilterStep::new(filter)).collect();
        let plan = Plan::new(&steps, &[], (6, 4), pass_ends).unwrap();
        plan.passes.iter().map(|pass| (pass.pointwise.len(), pass.steps.clone())).collect()
    }

    #[test]
    fn neighbouring_tone_filters_become_one_table() {
        assert_eq!(passes(&["invert", "invert", "invert"], &[]), [(1, 0..3)]);
        assert_eq!(passes(&["invert", "sepia", "invert"], &[]), [(3, 0..3)]);
        assert_eq!(passes(&[], &[]), [(0, 0..0)]);
    }

    #[test]
    fn a_pass_ends_where_its_result_is_cached() {
        assert_eq!(passes(&["invert", "invert", "sepia"], &[1]), [(1, 0..1), (2, 1..3)]);
        assert_eq!(passes(&["invert"], &[0]), [(1, 0..1)]);
    }
}
