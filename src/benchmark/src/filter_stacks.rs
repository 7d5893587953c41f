//! Stacks of filters whose time is stated in plain copies of their buffer.

use safelight_kernels::{Param, SPECS, filter_text};

use crate::{BenchmarkCase, Filter, ImageSize};

/// A stack of filters, and the time that it may take at most.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct StackCase {
    /// Its name.
    pub name: &'static str,
    /// The size of the image.
    pub size: ImageSize,
    /// The filters.
    pub stack: &'static [Filter],
    /// The most copies of its buffer that it may take. That is well ahead of the fastest library, and of the browser's own
    /// filters on the processor.
    pub copies: f64,
}

/// A filter with the values of all its parameters, as `worker/bare` takes it.
#[derive(Debug, Clone, PartialEq)]
pub struct FilterCall {
    /// Its index in the registry.
    pub index: u32,
    /// The values of its parameters, in the order of its spec.
    pub values: Vec<f64>,
}

/// The stacks and their limits.
pub const STACK_CASES: &[StackCase] = &[
    two("Grayscale", BenchmarkCase::Grayscale.stack(), 3.0),
    two("Invert", BenchmarkCase::Invert.stack(), 2.5),
    two("Sepia", BenchmarkCase::Sepia.stack(), 3.5),
    two(
        "Brightness and contrast",
        &[
            Filter { id: "brightness", values: &[("amount", 10.0)] },
            Filter { id: "contrast", values: &[("amount", 15.0)] },
        ],
        3.5,
    ),
    two(
        "Saturation and hue",
        &[
            Filter { id: "saturation", values: &[("amount", 20.0)] },
            Filter { id: "hue", values: &[("angle_deg", 12.0)] },
        ],
        7.0,
    ),
    two("Gaussian blur, σ 2", &[Filter { id: "gaussian-blur", values: &[("sigma_px", 2.0)] }], 25.0),
    two("Gaussian blur, σ 8", &[Filter { id: "gaussian-blur", values: &[("sigma_px", 8.0)] }], 25.0),
    two("Gaussian blur, σ 32", &[Filter { id: "gaussian-blur", values: &[("sigma_px", 32.0)] }], 25.0),
    two(
        "Unsharp mask, σ 2",
        &[Filter { id: "unsharp-mask", values: &[("amount", 100.0), ("sigma_px", 2.0)] }],
        30.0,
    ),
    two("Sharpen, 3 × 3", &[Filter { id: "sharpen", values: &[("amount", 100.0)] }], 8.0),
    two("Median, 3 × 3", &[Filter { id: "median", values: &[("radius_px", 1.0)] }], 15.0),
    two("Median, 5 × 5", &[Filter { id: "median", values: &[("radius_px", 2.0)] }], 45.0),
    two("Edges (Sobel)", &[Filter::plain("edges")], 8.0),
    two("Eight point filters", BenchmarkCase::Eight.stack(), 12.0),
    large("Grayscale", BenchmarkCase::Grayscale.stack(), 3.0),
    large("Gaussian blur, σ 8", &[Filter { id: "gaussian-blur", values: &[("sigma_px", 8.0)] }], 30.0),
    large("Eight point filters", BenchmarkCase::Eight.stack(), 14.0),
    large(
        "Resize to 1920 × 1080",
        &[Filter { id: "resize", values: &[("width_px", 1920.0), ("height_px", 1080.0)] }],
        15.0,
    ),
];

const fn two(name: &'static str, stack: &'static [Filter], copies: f64) -> StackCase {
    StackCase { name, size: ImageSize::Two, stack, copies }
}

const fn large(name: &'static str, stack: &'static [Filter], copies: f64) -> StackCase {
    StackCase { name, size: ImageSize::TwentyFour, stack, copies }
}

/// Every filter of the registry, with settings that make it do something.
pub fn registry() -> impl Iterator<Item = (&'static str, FilterCall)> {
    (0..).zip(SPECS).map(|(index, spec)| {
        let values = match spec.id {
            // A size that pictures are often made.
            "resize" => vec![1280.0, 720.0],
            _ => spec.params.iter().map(moved).collect(),
        };
        (filter_text(spec).name.en, FilterCall { index, values })
    })
}

/// The filters as the engine is given them; nothing if the registry lacks one.
pub fn steps(stack: &[Filter]) -> Option<Vec<FilterCall>> {
    stack.iter().map(step).collect()
}

fn step(filter: &Filter) -> Option<FilterCall> {
    let (index, spec) = (0..).zip(SPECS).find(|(_, spec)| spec.id == filter.id)?;
    let value = |param: &Param| filter.values.iter().find(|(id, _)| *id == param.id).map(|(_, value)| *value);
    let values = spec.params.iter().map(|param| value(param).unwrap_or(param.default)).collect();
    Some(FilterCall { index, values })
}

/// A third of the way from the default to the end that is farther away.
fn moved(param: &Param) -> f64 {
    let Param { min, max, step, default, .. } = *param;
    let end = if max - default >= default - min { max } else { min };
    // Up to the next step: some have only two places.
    let steps = (end - default) / 3.0 / step;
    let steps = steps.abs().ceil().copysign(steps);
    (default + steps * step).clamp(min, max)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_filter_is_moved_within_its_ranges() {
        for (name, step) in registry() {
            let params = SPECS[step.index as usize].params;
            assert_eq!(step.values.len(), params.len(), "{name}");
            for (value, param) in step.values.iter().zip(params) {
                assert!((param.min..=param.max).contains(value), "{name}: {} {value}", param.id);
            }
            let is_moved = step.values.iter().zip(params).any(|(value, param)| *value != param.default);
            assert!(is_moved || params.is_empty(), "{name} stands at its defaults");
        }
    }

    #[test]
    fn settings_that_are_not_named_have_their_defaults() {
        let steps = steps(&[Filter { id: "levels", values: &[("gamma", 2.0)] }]).unwrap();
        assert_eq!(steps[0].values, [0.0, 2.0, 255.0, 0.0, 255.0]);
        assert_eq!(super::steps(&[Filter::plain("no such filter")]), None);
    }
}
