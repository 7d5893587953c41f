//! Levels as three points: black, the middle, white.

use crate::model::curve::{Point, path};

/// The ends of gamma, as the filter has them.
const GAMMA: (f64, f64) = (0.1, 10.0);

/// The three points of levels.
pub fn levels_points(values: &[f64]) -> [Point; 3] {
    let &[black, gamma, white, low, high] = values else { return [(0.0, 0.0); 3] };
    let middle = f64::midpoint(black, white);
    [(black, low), (middle, low + (high - low) * 0.5_f64.powf(1.0 / gamma)), (white, high)]
}

/// What levels do, as the data of a path.
pub fn levels_path(values: &[f64]) -> String {
    let &[black, gamma, white, low, high] = values else { return String::new() };
    let range = (white - black).max(1.0);
    path(|level| {
        let inside = ((level - black) / range).clamp(0.0, 1.0);
        low + (high - low) * inside.powf(1.0 / gamma)
    })
}

/// The gamma that brings the middle to this level.
pub fn gamma_for(values: &[f64], level: f64) -> f64 {
    let &[.., low, high] = values else { return 1.0 };
    let share = ((level - low) / (high - low)).clamp(1e-6, 1.0 - 1e-6);
    let gamma = 0.5_f64.ln() / share.ln();
    if gamma.is_finite() { gamma.clamp(GAMMA.0, GAMMA.1) } else { 1.0 }
}

#[cfg(test)]
mod tests {
    use safelight_kernels::spec;

    use super::*;

    #[test]
    fn the_middle_of_levels_is_where_the_hand_puts_it() {
        let mut values: Vec<_> =
            spec("levels").into_iter().flat_map(|spec| spec.params).map(|param| param.default).collect();
        assert_eq!(levels_points(&values)[1], (127.5, 127.5));
        assert!(levels_path(&values).starts_with("M0.0 255.0L3.0 252.0L"));
        for level in [40.0, 127.5, 200.0] {
            values[1] = gamma_for(&values, level);
            assert!((levels_points(&values)[1].1 - level).abs() < 1e-6);
        }
        // Beyond the ends it is held, also where nothing is left between them.
        assert_eq!(gamma_for(&values, 0.0), 0.1);
        (values[3], values[4]) = (80.0, 80.0);
        assert!((0.1..=10.0).contains(&gamma_for(&values, 80.0)));
    }
}
