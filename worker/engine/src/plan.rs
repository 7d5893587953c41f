//! From a stack of filters to the work that is done on a band of pixels.

use safelight_kernels::{Kernel, Place, Spot, Tables, apply_placed, apply_tables, compose, kernel, spec};
use safelight_recipe::{Recipe, RecipeError};

/// Pixels that all stages work on before the next ones come: few enough to stay in the nearest cache.
const CHUNK_BYTES: usize = 4096 * 4;

/// A recipe made ready to run. Neighbouring tone filters have become one table, and what works on single
/// pixels runs back to back over a chunk, so that memory is walked once however long the stack is.
#[derive(Debug)]
pub struct Plan {
    stages: Vec<Stage>,
}

#[derive(Debug)]
enum Stage {
    Tone(Box<Tables>),
    Colour(fn(&[f64], &mut [u8]), Vec<f64>),
    Placed(fn(&[f64], Spot, &mut [u8]), Vec<f64>),
}

impl Plan {
    /// Checks a recipe and plans it.
    pub fn new(recipe: &Recipe) -> Result<Self, RecipeError> {
        let recipe = recipe.clone().normalise()?.recipe;
        let mut stages: Vec<Stage> = Vec::new();
        for (index, step) in recipe.steps.iter().enumerate() {
            let (Some(spec), Some(kernel)) = (spec(&step.filter), kernel(&step.filter)) else {
                return Err(RecipeError::UnknownFilter { step: index, filter: step.filter.clone() });
            };
            let values = step.values_for(spec);
            match (kernel, stages.last_mut()) {
                (Kernel::Tone(fill), Some(Stage::Tone(before))) => {
                    **before = compose(before, &safelight_kernels::tables(fill, &values));
                }
                (Kernel::Tone(fill), _) => {
                    stages.push(Stage::Tone(Box::new(safelight_kernels::tables(fill, &values))));
                }
                (Kernel::Colour(run), _) => stages.push(Stage::Colour(run, values)),
                (Kernel::Placed(run), _) => stages.push(Stage::Placed(run, values)),
            }
        }
        Ok(Self { stages })
    }

    /// How often each pixel is touched.
    pub fn cost(&self) -> usize {
        self.stages.len()
    }

    /// Runs everything, in place, over whole RGBA pixels that lie at this place.
    pub fn run(&self, place: &Place, rgba: &mut [u8]) {
        for (index, chunk) in rgba.chunks_mut(CHUNK_BYTES).enumerate() {
            for stage in &self.stages {
                match stage {
                    Stage::Tone(tables) => apply_tables(tables, chunk),
                    Stage::Colour(run, values) => run(values, chunk),
                    Stage::Placed(run, values) => {
                        apply_placed(*run, values, place, index * CHUNK_BYTES / 4, chunk);
                    }
                }
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use safelight_kernels::SPECS;
    use safelight_recipe::Step;

    use super::*;

    fn recipe(filters: &[&str]) -> Recipe {
        Recipe::new(filters.iter().map(|filter| Step::new(filter)).collect())
    }

    #[test]
    fn neighbouring_tone_filters_become_one_table() {
        assert_eq!(Plan::new(&recipe(&["invert", "invert", "invert"])).unwrap().cost(), 1);
        assert_eq!(Plan::new(&recipe(&["invert", "sepia", "invert"])).unwrap().cost(), 3);
        assert_eq!(Plan::new(&recipe(&[])).unwrap().cost(), 0);
    }

    /// Every ordered triple of the registry, with settings that do something, fused against its filters one
    /// by one; more pixels than one chunk.
    #[test]
    fn a_fused_stack_equals_its_filters_one_by_one() {
        // 4098 pixels.
        let place = Place::whole(683, 6);
        let pixels: Vec<u8> =
            (0..CHUNK_BYTES as u32 + 8).map(|n| (n.wrapping_mul(2_654_435_761) >> 24) as u8).collect();
        for first in SPECS {
            for second in SPECS {
                for third in SPECS {
                    let stack = [first.id, second.id, third.id];
                    let stack = stack.map(moved);
                    let mut fused = pixels.clone();
                    Plan::new(&Recipe::new(stack.to_vec())).unwrap().run(&place, &mut fused);
                    let mut single = pixels.clone();
                    for step in &stack {
                        let values = step.values_for(spec(&step.filter).unwrap());
                        kernel(&step.filter).unwrap().apply(&values, &place, &mut single);
                    }
                    assert!(fused == single, "{stack:?}");
                }
            }
        }
    }

    /// Defaults are mostly neutral and would prove nothing.
    fn moved(filter: &str) -> Step {
        let params = spec(filter).unwrap().params.iter();
        let values = params.map(|param| (param.id.to_owned(), 0.3 * param.min + 0.7 * param.max)).collect();
        Step { filter: filter.to_owned(), values }
    }
}
