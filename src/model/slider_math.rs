//! How settings move under keys, wheel and hand, as data.

use safelight_kernels::Param;

/// So many steps of an arrow key lead from one end to the other, about.
const STEPS: f64 = 200.0;
/// And so many of a setting's own steps, where it has many: with Shift, it is one.
const PAGE_STEP: f64 = 5.0;
/// That many.
const MANY: f64 = 50.0;
/// How much slower a setting follows a hand that wants it fine.
const FINE: f64 = 0.1;

/// How far a finger goes before it is clear where to, in CSS pixels.
const AXIS_LOCK_CSS: f64 = 8.0;

/// How a setting is chosen.
#[derive(Debug, Clone, PartialEq)]
pub enum ControlKind {
    /// Off or on.
    Switch,
    /// One of these few.
    Few(Vec<f64>),
    /// Anything in a range.
    Range,
}

impl ControlKind {
    /// How this one is.
    pub fn of(param: &Param) -> Self {
        let last = ((param.max - param.min) / param.step).round();
        match last {
            1.0 if param.min == 0.0 && param.max == 1.0 => Self::Switch,
            ..4.0 => Self::Few((0..=last as u32).map(|at| param.min + f64::from(at) * param.step).collect()),
            _ => Self::Range,
        }
    }
}

/// How far an arrow key or a notch of the wheel moves a setting: a round number of its steps, several where it has
/// many. Finely, it is one.
pub fn step_size(param: &Param, fine: bool) -> f64 {
    let range = param.max - param.min;
    if fine || range < MANY * param.step {
        return param.step;
    }
    let mut step_size = PAGE_STEP * param.step;
    for factor in [2.0, 2.0, 2.5].into_iter().cycle() {
        // 5, 10, 20, 50 times the step, and so on.
        if step_size * factor > range / STEPS {
            break;
        }
        step_size *= factor;
    }
    step_size
}

/// The setting after so many paces up, or down if negative.
pub fn nudged(param: &Param, value: f64, paces: f64, fine: bool) -> f64 {
    on_step(param, value + paces * step_size(param, fine))
}

/// The setting when the hand has gone this share of the slider's width from where it was `start`; finely, it follows
/// more slowly.
pub fn dragged(param: &Param, start: f64, share: f64) -> f64 {
    on_step(param, start + FINE * share * (param.max - param.min))
}

/// Whether a finger that has gone this far, in CSS pixels, pulls a slider: far enough to tell, and not to scroll.
pub fn is_across((right_css, down_css): (f64, f64)) -> bool {
    right_css.abs() >= AXIS_LOCK_CSS && right_css.abs() > down_css.abs()
}

/// The nearest value that the slider has.
fn on_step(param: &Param, value: f64) -> f64 {
    let steps = ((value - param.min) / param.step).round();
    let per_one = (1.0 / param.step).round();
    let nearest = if (per_one * param.step - 1.0).abs() < 1e-9 {
        // Divided, where that is exact: 3 × 0.1 is not 0.3, but 3 / 10 is.
        ((param.min * per_one).round() + steps) / per_one
    } else {
        param.min + steps * param.step
    };
    nearest.clamp(param.min, param.max)
}

#[cfg(test)]
mod tests {
    use safelight_kernels::SPECS;

    use super::*;

    fn param(min: f64, max: f64, step: f64) -> Param {
        Param { id: "x", unit: "", min, max, step, default: min, example: min }
    }

    #[test]
    fn few_values_are_no_slider() {
        assert_eq!(ControlKind::of(&param(0.0, 1.0, 1.0)), ControlKind::Switch);
        assert_eq!(ControlKind::of(&param(1.0, 3.0, 2.0)), ControlKind::Few(vec![1.0, 3.0]));
        assert_eq!(ControlKind::of(&param(1.0, 4.0, 1.0)), ControlKind::Few(vec![1.0, 2.0, 3.0, 4.0]));
        assert_eq!(ControlKind::of(&param(0.0, 1.0, 0.01)), ControlKind::Range);
        assert_eq!(ControlKind::of(&param(-100.0, 100.0, 1.0)), ControlKind::Range);
    }

    #[test]
    fn paces_are_round_and_lead_through_in_some_hundred_keys() {
        assert_eq!(step_size(&param(-100.0, 100.0, 1.0), false), 5.0);
        assert_eq!(step_size(&param(0.0, 16_384.0, 1.0), false), 50.0);
        assert!((step_size(&param(0.0, 100.0, 0.01), false) - 0.5).abs() < 1e-9);
        assert!((step_size(&param(-5.0, 5.0, 0.01), false) - 0.05).abs() < 1e-9);
        assert_eq!(step_size(&param(1.0, 20.0, 1.0), false), 1.0);
        for param in SPECS.iter().flat_map(|spec| spec.params) {
            let keys = (param.max - param.min) / step_size(param, false);
            assert!(keys <= 700.0, "{}: {keys} keys", param.id);
            let many = (param.max - param.min) / param.step >= MANY;
            assert_eq!(step_size(param, true) < step_size(param, false), many, "{}", param.id);
        }
    }

    #[test]
    fn a_finger_pulls_across_and_scrolls_down() {
        assert!(is_across((-8.0, 0.0)) && is_across((30.0, -20.0)));
        assert!(!is_across((7.0, 0.0)) && !is_across((20.0, -30.0)) && !is_across((0.0, 0.0)));
    }

    #[test]
    fn a_setting_stays_on_its_steps_and_in_its_range() {
        let ev = param(-5.0, 5.0, 0.01);
        assert_eq!(nudged(&ev, 0.0, 1.0, true), 0.01);
        assert_eq!(nudged(&ev, 0.29, 1.0, true), 0.3);
        assert_eq!(nudged(&ev, 4.99, 9.0, false), 5.0);
        assert_eq!(nudged(&param(2.0, 16.0, 1.0), 2.0, -1.0, false), 2.0);
        assert_eq!(dragged(&param(-100.0, 100.0, 1.0), 10.0, 0.5), 20.0);
        assert_eq!(dragged(&param(-100.0, 100.0, 1.0), 10.0, 0.51), 20.0);
    }
}
