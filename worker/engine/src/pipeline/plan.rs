//! From a stack of filters to the passes over memory that it takes.

use std::sync::Arc;

use safelight_kernels::{Analysed, Cube, Geometry, Kernel, Neighbourhood, kernel, spec};
use safelight_recipe::{FilterStep, RecipeError};

use super::opacity::Strength;
use super::pointwise::{Point, Points};

/// What a recipe comes to: passes, each of which reads all of the result of the one before.
#[derive(Debug)]
pub struct Plan {
    /// At least one; the last one makes the picture.
    pub passes: Vec<Pass>,
}

/// One pass over the picture: at most one filter that needs more than single pixels, and behind it as many
/// as there are that don't.
#[derive(Debug)]
pub struct Pass {
    pub head: Head,
    /// How much of the head's result there is.
    pub strength: Strength,
    pub points: Points,
    /// The steps of the recipe that it does.
    pub steps: std::ops::Range<usize>,
    /// The size of the picture before and after, at full size.
    pub before: (u32, u32),
    pub after: (u32, u32),
}

/// What a pass begins with. Values stand in the order of the filter's settings.
#[derive(Debug)]
pub enum Head {
    /// Nothing: the pixels are taken as they are.
    Copy,
    Neighbourhood(Neighbourhood, Vec<f64>),
    Geometry(Geometry, Vec<f64>),
    Analysed(Analysed, Vec<f64>),
}

impl Plan {
    /// Plans normalised steps, and the tables of colours of those that have one, for a photo of this size. A pass also ends before each of `cuts`, which count
    /// steps, so that its result can be kept.
    ///
    /// # Errors
    /// A filter that there is none of.
    pub fn new(
        steps: &[FilterStep],
        cubes: &[Option<Arc<Cube>>],
        photo: (u32, u32),
        cuts: &[usize],
    ) -> Result<Self, RecipeError> {
        let mut passes = vec![Pass::new(Head::Copy, 0, photo, photo)];
        let cube_of = |index: usize| cubes.get(index).cloned().flatten();
        let mut size = photo;
        for (index, step) in steps.iter().enumerate() {
            let (Some(spec), Some(kernel)) = (spec(&step.filter), kernel(&step.filter)) else {
                return Err(RecipeError::UnknownFilter { step: index, filter: step.filter.clone() });
            };
            let values = step.values_for(spec);
            let (strength, before) = (Strength::new(step.strength), size);
            size = spec.size_after(&values, size);
            let mut begin = |head: Head, strength: Strength| {
                let pass = Pass { strength, ..Pass::new(head, index, before, size) };
                match &mut *passes {
                    // Nothing has been done yet.
                    [only] if only.is_idle() => *only = pass,
                    _ => passes.push(pass),
                }
            };
            let point = match kernel {
                Kernel::Neighbourhood(area) => {
                    begin(Head::Neighbourhood(area, values), strength);
                    None
                }
                Kernel::Geometry(geometry) => {
                    begin(Head::Geometry(geometry, values), Strength::FULL);
                    None
                }
                Kernel::Analysed(analysed) => {
                    begin(Head::Analysed(analysed, values), strength);
                    None
                }
                Kernel::Tone(fill) => {
                    Some(Point::Tone(Box::new(safelight_kernels::tone_tables(fill, &values))))
                }
                Kernel::Colour(run) => Some(Point::Colour(run, values)),
                Kernel::Positional(run) => Some(Point::Positional(run, values)),
                Kernel::Lut(run) => cube_of(index).map(|cube| Point::Lut(run, values, cube)),
            };
            if point.is_some() && cuts.contains(&index) {
                begin(Head::Copy, Strength::FULL);
            }
            if let Some(pass) = passes.last_mut() {
                if let Some(point) = point {
                    pass.points.push(point, strength);
                }
                pass.steps.end = index + 1;
            }
        }
        Ok(Self { passes })
    }

    /// The size of the result at full size.
    pub fn size(&self) -> (u32, u32) {
        self.passes.last().map_or((0, 0), |pass| pass.after)
    }

    /// What the first so many steps take, in the units of [`Pass::cost`].
    pub fn cost_of(&self, steps: usize) -> usize {
        self.passes.iter().filter(|pass| pass.steps.end <= steps).map(Pass::cost).sum()
    }
}

impl Pass {
    fn new(head: Head, start: usize, before: (u32, u32), after: (u32, u32)) -> Self {
        Self { head, strength: Strength::FULL, points: Points::default(), steps: start..start, before, after }
    }

    fn is_idle(&self) -> bool {
        matches!(self.head, Head::Copy) && self.points.len() == 0
    }

    /// About how long a pixel takes, where a look-up takes 1.
    pub fn cost(&self) -> usize {
        let head = match self.head {
            Head::Copy => 0,
            Head::Analysed(..) => 2,
            Head::Geometry(..) => 4,
            Head::Neighbourhood(..) => 16,
        };
        head + self.points.len()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn passes(filters: &[&str], cuts: &[usize]) -> Vec<(usize, std::ops::Range<usize>)> {
        let steps: Vec<_> = filters.iter().map(|filter| FilterStep::new(filter)).collect();
        let plan = Plan::new(&steps, &[], (6, 4), cuts).unwrap();
        plan.passes.iter().map(|pass| (pass.points.len(), pass.steps.clone())).collect()
    }

    #[test]
    fn neighbouring_tone_filters_become_one_table() {
        assert_eq!(passes(&["invert", "invert", "invert"], &[]), [(1, 0..3)]);
        assert_eq!(passes(&["invert", "sepia", "invert"], &[]), [(3, 0..3)]);
        assert_eq!(passes(&[], &[]), [(0, 0..0)]);
    }

    #[test]
    fn a_pass_ends_where_its_result_is_to_be_kept() {
        assert_eq!(passes(&["invert", "invert", "sepia"], &[1]), [(1, 0..1), (2, 1..3)]);
        assert_eq!(passes(&["invert"], &[0]), [(1, 0..1)]);
    }
}
