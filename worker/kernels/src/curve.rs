//! A smooth curve through points that overshoots none of them.
//!
//! Piecewise cubic Hermite interpolation that keeps the order of the points: where they rise, the curve rises,
//! and between equal ones it is flat (Fritsch and Carlson 1980). Slopes in the points are the weighted harmonic
//! means of their neighbours' (Fritsch and Butland 1984), slopes at the ends the three-point estimate, held
//! back where it would overshoot: the choices of `PchipInterpolator` in `SciPy`.

/// A curve through these many points.
#[derive(Debug, Clone, Copy)]
pub struct Curve<const N: usize> {
    x: [f64; N],
    y: [f64; N],
    slope: [f64; N],
}

impl<const N: usize> Curve<N> {
    /// Through points of rising `x`; there must be three or more.
    pub fn new(x: [f64; N], y: [f64; N]) -> Self {
        const { assert!(N > 2) };
        let width = |k: usize| x[k + 1] - x[k];
        let rise = |k: usize| (y[k + 1] - y[k]) / width(k);
        let mut slope = [0.0; N];
        slope[0] = at_the_end(width(0), width(1), rise(0), rise(1));
        slope[N - 1] = at_the_end(width(N - 2), width(N - 3), rise(N - 2), rise(N - 3));
        for (k, slope) in slope.iter_mut().enumerate().take(N - 1).skip(1) {
            let (before, after) = (rise(k - 1), rise(k));
            if before * after > 0.0 {
                let weights = [width(k - 1) + 2.0 * width(k), 2.0 * width(k - 1) + width(k)];
                // The wider side counts less: its own slope says less about this point.
                *slope = (weights[0] + weights[1]) / (weights[1] / after + weights[0] / before);
            }
        }
        Self { x, y, slope }
    }

    /// The curve's height; outside the points it goes on as the outermost piece would.
    pub fn at(&self, x: f64) -> f64 {
        let k = self.x[1..N - 1].partition_point(|start| *start <= x);
        let width = self.x[k + 1] - self.x[k];
        let t = (x - self.x[k]) / width;
        let (left, right) = (width * self.slope[k], width * self.slope[k + 1]);
        let rise = self.y[k + 1] - self.y[k];
        self.y[k] + t * (left + t * (3.0 * rise - 2.0 * left - right + t * (left + right - 2.0 * rise)))
    }
}

/// The slope at an end, from the widths and rises of the piece there and of its neighbour.
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
    fn a_straight_line_stays_straight() {
        let curve = Curve::new([0.0, 60.0, 128.0, 255.0], [0.0, 60.0, 128.0, 255.0]);
        for x in 0u8..=255 {
            assert!((curve.at(f64::from(x)) - f64::from(x)).abs() < 1e-9, "{x}");
        }
    }

    /// Against `PchipInterpolator`, on points so uneven that each weight matters.
    #[test]
    fn uneven_points_are_weighed_as_in_scipy() {
        let curve = Curve::new([0.0, 10.0, 100.0, 255.0], [0.0, 60.0, 90.0, 255.0]);
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
            let curve = Curve::new(x, y);
            for k in 0..5 {
                assert!((curve.at(x[k]) - y[k]).abs() < 1e-9, "{y:?}, point {k}");
            }
            for (k, pair) in y.windows(2).enumerate() {
                let (low, high) = (pair[0].min(pair[1]) - 1e-9, pair[0].max(pair[1]) + 1e-9);
                for step in 0..=100 {
                    let at = curve.at(x[k] + (x[k + 1] - x[k]) * f64::from(step) / 100.0);
                    assert!((low..=high).contains(&at), "{y:?}, piece {k}: {at}");
                }
            }
        }
    }
}
