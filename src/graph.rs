//! The graph of a tone filter as data: points on a square of 256 × 256 levels, and the lines through them.

use safelight_kernels::Curve;

use crate::number::{fixed, held};

/// The highest level.
pub const TOP: f64 = 255.0;
/// Where the five points of a curve stand, as the filter has it.
pub const CURVE_LEVELS: [f64; 5] = [0.0, 64.0, 128.0, 191.0, 255.0];
/// A line is drawn in so many pieces; more are not seen.
const PIECES: u32 = 85;
/// A hand so near a point takes it as it is, in CSS pixels; one that comes down elsewhere brings the nearest there.
const NEAR_CSS: f64 = 22.0;
/// The ends of gamma, as the filter has them.
const GAMMA: (f64, f64) = (0.1, 10.0);

/// A level in, and the level that comes out.
pub type Point = (f64, f64);

/// Where the five points of a curve are, from how far each was moved.
pub fn curve_points(moved: [f64; 5]) -> [Point; 5] {
    std::array::from_fn(|k| (CURVE_LEVELS[k], held(CURVE_LEVELS[k] + moved[k], 0.0, TOP)))
}

/// The curve through them, as the data of a path.
pub fn curve_path(points: [Point; 5]) -> String {
    let curve = Curve::new(points.map(|point| point.0), points.map(|point| point.1));
    path(|level| curve.at(level))
}

/// The three points of levels: black, the middle, white.
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
        let inside = held((level - black) / range, 0.0, 1.0);
        low + (high - low) * inside.powf(1.0 / gamma)
    })
}

/// The gamma that brings the middle to this level.
pub fn gamma_for(values: &[f64], level: f64) -> f64 {
    let &[.., low, high] = values else { return 1.0 };
    let share = held((level - low) / (high - low), 1e-6, 1.0 - 1e-6);
    let gamma = 0.5_f64.ln() / share.ln();
    held(if gamma.is_finite() { gamma } else { 1.0 }, GAMMA.0, GAMMA.1)
}

/// Which point a hand takes that comes down here, and how far it is from it, in levels: 0 where the point comes to the
/// hand. The graph is so large, in CSS pixels.
pub fn taken(points: &[Point], hand: Point, size_css: (f64, f64)) -> Option<(usize, Point)> {
    let far = |point: &Point| {
        let (x, y) = ((point.0 - hand.0) / TOP * size_css.0, (point.1 - hand.1) / TOP * size_css.1);
        (x, y, x.hypot(y))
    };
    let near = points.iter().enumerate().min_by(|a, b| far(a.1).2.total_cmp(&far(b.1).2))?;
    if far(near.1).2 <= NEAR_CSS {
        return Some((near.0, (near.1.0 - hand.0, near.1.1 - hand.1)));
    }
    let below = points.iter().enumerate().min_by(|a, b| far(a.1).0.abs().total_cmp(&far(b.1).0.abs()))?;
    Some((below.0, (0.0, 0.0)))
}

/// The level in and out where a hand is on a graph of this place and size, all in CSS pixels.
pub fn level_at(hand_css: (f64, f64), corner_css: (f64, f64), size_css: (f64, f64)) -> Point {
    let share = |at: f64, from: f64, size: f64| held((at - from) / size.max(1.0), 0.0, 1.0);
    let x = share(hand_css.0, corner_css.0, size_css.0);
    let y = share(hand_css.1, corner_css.1, size_css.1);
    (x * TOP, (1.0 - y) * TOP)
}

fn path(at: impl Fn(f64) -> f64) -> String {
    let mut data = String::new();
    for piece in 0..=PIECES {
        let level = TOP * f64::from(piece) / f64::from(PIECES);
        data.push(if piece == 0 { 'M' } else { 'L' });
        data.push_str(&fixed(level, 1));
        data.push(' ');
        data.push_str(&fixed(TOP - held(at(level), 0.0, TOP), 1));
    }
    data
}

#[cfg(test)]
mod tests {
    use safelight_kernels::spec;

    use super::*;

    #[test]
    fn a_curve_at_rest_is_the_diagonal() {
        let path = curve_path(curve_points([0.0; 5]));
        assert!(path.starts_with("M0.0 255.0L3.0 252.0L"), "{path}");
        assert!(path.ends_with("L255.0 0.0"), "{path}");
        assert_eq!(curve_points([-9.0, 10.0, 0.0, 0.0, 9.0])[..2], [(0.0, 0.0), (64.0, 74.0)]);
        assert_eq!(spec("curves").map(|spec| spec.params.len()), Some(4 * CURVE_LEVELS.len()));
    }

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

    #[test]
    fn a_hand_takes_the_point_under_it_or_brings_the_nearest() {
        let (points, size) = (curve_points([0.0; 5]), (255.0, 255.0));
        assert_eq!(taken(&points, (66.0, 60.0), size), Some((1, (-2.0, 4.0))));
        assert_eq!(taken(&points, (100.0, 200.0), size), Some((2, (0.0, 0.0))));
        assert_eq!(taken(&[], (0.0, 0.0), size), None);
        assert_eq!(level_at((15.0, 20.0), (10.0, 10.0), (10.0, 20.0)), (127.5, 127.5));
        assert_eq!(level_at((99.0, -9.0), (10.0, 10.0), (10.0, 20.0)), (255.0, 255.0));
    }
}
