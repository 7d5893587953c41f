//! Monotone cubic interpolation: a smooth curve through points that overshoots none of them.
//!
//! Piecewise cubic Hermite interpolation that is monotone wherever the points are: between rising points it rises, and
//! between equal ones it is flat (Fritsch and Carlson 1980). The slope in a point is the weighted harmonic mean of the
//! slopes beside it (Fritsch and Butland 1984), the slope at an end the three-point estimate, limited where it would
//! overshoot: as `PchipInterpolator` in `SciPy`.

/// The most points that each curve of the filter Curves can have.
pub const MAX_POINTS: usize = 8;

/// The points (level in, level out) of one of the four curves of the filter Curves, sorted by distinct levels in. `values`
/// are all of the filter's; `curve` is 0 for master, 1 for red, 2 for green and 3 for blue. A level in below 0 means
/// that the point does not exist.
pub fn curve_points(values: &[f64], curve: usize) -> Vec<(f64, f64)> {
    let mut points = Vec::<(f64, f64)>::new();
    let settings = values.as_chunks::<2>().0.iter().skip(curve * MAX_POINTS).take(MAX_POINTS);
    for [x, y] in settings {
        let level = (x + 0.5).floor();
        if level < 0.0 {
            continue;
        }
        let place = points.partition_point(|point| point.0 < level);
        match points.get_mut(place) {
            Some(same) if same.0 == level => same.1 = *y,
            _ => points.insert(place, (level, *y)),
        }
    }
    points
}

/// A curve through any number of points; without points it is the identity.
#[derive(Debug, Clone)]
pub struct ToneCurve {
    knots: Vec<Knot>,
}

#[derive(Debug, Clone, Copy)]
struct Knot {
    x: f64,
    y: f64,
    slope: f64,
}

impl ToneCurve {
    /// The curve through these points (x, y), which are sorted by distinct x.
    pub fn new(points: &[(f64, f64)]) -> Self {
        let last = points.len().saturating_sub(1);
        let width = |k: usize| points[k + 1].0 - points[k].0;
        let rise = |k: usize| (points[k + 1].1 - points[k].1) / width(k);
        let slope = |k: usize| match (k, last) {
            (_, 0) => 0.0,
            (_, 1) => rise(0),
            (0, _) => at_the_end(width(0), width(1), rise(0), rise(1)),
            _ if k == last => at_the_end(width(k - 1), width(k - 2), rise(k - 1), rise(k - 2)),
            _ => between(width(k - 1), width(k), rise(k - 1), rise(k)),
        };
        let knots = points.iter().enumerate().map(|(k, &(x, y))| Knot { x, y, slope: slope(k) });
        Self { knots: knots.collect() }
    }

    /// Evaluates the curve. It is constant before the first point and after the last.
    pub fn at(&self, x: f64) -> f64 {
        let k = self.knots.partition_point(|knot| knot.x <= x);
        let (left, right) = match (k.checked_sub(1).map(|k| self.knots[k]), self.knots.get(k)) {
            (Some(left), Some(right)) => (left, right),
            (Some(end), None) => return end.y,
            (None, Some(end)) => return end.y,
            (None, None) => return x,
        };
        let width = right.x - left.x;
        let t = (x - left.x) / width;
        let (start, end) = (width * left.slope, width * right.slope);
        let rise = right.y - left.y;
        left.y + t * (start + t * (3.0 * rise - 2.0 * start - end + t * (start + end - 2.0 * rise)))
    }
}

/// The slope in an inner point, from the widths and slopes of the segments before and after it.
fn between(before: f64, after: f64, rise_before: f64, rise_after: f64) -> f64 {
    if rise_before * rise_after <= 0.0 {
        return 0.0;
    }
    let weights = [before + 2.0 * after, 2.0 * before + after];
    // The wider segment has the lower weight.
    (weights[0] + weights[1]) / (weights[1] / rise_after + weights[0] / rise_before)
}

/// The slope at an end, from the widths and slopes of the segment there and of its neighbour.
fn at_the_end(width: f64, next_width: f64, rise: f64, next_rise: f64) -> f64 {
    let slope = ((2.0 * width + next_width) * rise - width * next_rise) / (width + next_width);
    if slope * rise <= 0.0 {
        0.0
    } else if rise * next_rise <= 0.0 && slope.abs() > 3.0 * rise.abs() {
        3.0 * rise
    } else {
        slope
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn points_rise_and_the_later_of_two_counts() {
        let mut values = vec![-1.0; 4 * 2 * MAX_POINTS];
        assert_eq!(curve_points(&values, 3), []);
        let settings = [200.4, 9.0, -0.6, 1.0, 100.0, 2.0, 199.5, 3.0, -0.5, 4.5];
        values[2 * MAX_POINTS..][..settings.len()].copy_from_slice(&settings);
        assert_eq!(curve_points(&values, 1), [(0.0, 4.5), (100.0, 2.0), (200.0, 3.0)]);
        assert_eq!(curve_points(&values, 2), []);
    }

    #[test]
    fn a_straight_line_stays_straight() {
        for points in
            [vec![(0.0, 0.0), (255.0, 255.0)], [0.0, 60.0, 128.0, 255.0].map(|x| (x, x)).to_vec(), vec![]]
        {
            let curve = ToneCurve::new(&points);
            for x in 0u8..=255 {
                assert!((curve.at(f64::from(x)) - f64::from(x)).abs() < 1e-9, "{x}");
            }
        }
    }

    #[test]
    fn beyond_its_ends_a_curve_is_level() {
        let found = |points: &[(f64, f64)]| [0.0, 40.0, 90.0, 255.0].map(|x| ToneCurve::new(points).at(x));
        assert_eq!(found(&[(50.0, 7.0)]), [7.0; 4]);
        assert_eq!(found(&[(40.0, 200.0), (90.0, 100.0)]), [200.0, 200.0, 100.0, 100.0]);
    }

    /// Against `PchipInterpolator`, on points so uneven that each weight matters.
    #[test]
    fn uneven_points_are_weighed_as_in_scipy() {
        let curve = ToneCurve::new(&[(0.0, 0.0), (10.0, 60.0), (100.0, 90.0), (255.0, 255.0)]);
        for (x, expected) in [(5.0, 37.171_467), (50.0, 77.958_395), (150.0, 124.880_272)] {
            assert!((curve.at(x) - expected).abs() < 1e-6, "{x}: {}", curve.at(x));
        }
    }

    #[test]
    fn points_are_met_and_never_overshot() {
        let x = [0.0, 64.0, 128.0, 191.0, 255.0];
        for y in
            [[0.0, 0.0, 255.0, 255.0, 10.0], [200.0, 10.0, 11.0, 250.0, 0.0], [0.0, 1.0, 2.0, 3.0, 255.0]]
        {
            for count in 2..=5 {
                let points: Vec<_> = x.into_iter().zip(y).take(count).collect();
                let curve = ToneCurve::new(&points);
                for (x, y) in &points {
                    assert!((curve.at(*x) - y).abs() < 1e-9, "{points:?} at {x}");
                }
                for pair in points.windows(2) {
                    let ((x, from), (end, to)) = (pair[0], pair[1]);
                    let (low, high) = (from.min(to) - 1e-9, from.max(to) + 1e-9);
                    for step in 0..=100 {
                        let at = curve.at(x + (end - x) * f64::from(step) / 100.0);
                        assert!((low..=high).contains(&at), "{points:?} after {x}: {at}");
                    }
                }
            }
        }
    }
}
