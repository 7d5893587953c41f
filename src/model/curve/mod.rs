//! The graph of a tone filter as data: points on a square of 256 × 256 levels, and the lines through them.

pub mod levels;
pub mod tone_curve;

use crate::model::math::to_fixed;

/// The highest level.
pub const MAX_LEVEL: f64 = 255.0;
/// A line is drawn in so many pieces; more are not seen.
const PIECES: u32 = 85;

/// A level in, and the level that comes out.
pub type Point = (f64, f64);

/// A point's place among the others, counted from 0, and where it is.
pub type PlottedPoint = (usize, Point);

/// The place and size of a graph on the screen, in CSS pixels.
#[derive(Debug, Clone, Copy)]
pub struct PlotRect {
    /// Its left upper corner.
    pub corner_css: (f64, f64),
    /// Its width and height.
    pub size_css: (f64, f64),
}

impl PlotRect {
    /// The level in and out where a hand is.
    pub fn level_at(self, hand_css: (f64, f64)) -> Point {
        let share = |at: f64, from: f64, size: f64| ((at - from) / size.max(1.0)).clamp(0.0, 1.0);
        let x = share(hand_css.0, self.corner_css.0, self.size_css.0);
        let y = share(hand_css.1, self.corner_css.1, self.size_css.1);
        (x * MAX_LEVEL, (1.0 - y) * MAX_LEVEL)
    }

    /// How far one point is from another, across and down, in CSS pixels.
    fn between(self, from: Point, to: Point) -> (f64, f64) {
        let far = |from: f64, to: f64, size: f64| ((to - from) / MAX_LEVEL * size).abs();
        (far(from.0, to.0, self.size_css.0), far(from.1, to.1, self.size_css.1))
    }

    /// The point that is under a hand of this size, the nearest if there are several.
    pub fn under(self, points: &[Point], hand: Point, radius_css: f64) -> Option<usize> {
        let far = |point: &Point| {
            let (x, y) = self.between(*point, hand);
            x.hypot(y)
        };
        Some(nearest_by(points, far)?).filter(|index| far(&points[*index]) <= radius_css)
    }
}

/// The point that is nearest above or below a hand.
pub fn nearest(points: &[Point], hand: Point) -> Option<usize> {
    nearest_by(points, |point| (point.0 - hand.0).abs())
}

fn nearest_by(points: &[Point], far: impl Fn(&Point) -> f64) -> Option<usize> {
    (0..points.len()).min_by(|a, b| far(&points[*a]).total_cmp(&far(&points[*b])))
}

fn path(at: impl Fn(f64) -> f64) -> String {
    let mut data = String::new();
    for piece in 0..=PIECES {
        let level = MAX_LEVEL * f64::from(piece) / f64::from(PIECES);
        data.push(if piece == 0 { 'M' } else { 'L' });
        data.push_str(&to_fixed(level, 1));
        data.push(' ');
        data.push_str(&to_fixed(MAX_LEVEL - at(level).clamp(0.0, MAX_LEVEL), 1));
    }
    data
}

#[cfg(test)]
mod tests {
    use super::*;

    const AREA: PlotRect = PlotRect { corner_css: (10.0, 10.0), size_css: (255.0, 255.0) };
    const POINTS: [Point; 3] = [(0.0, 0.0), (64.0, 64.0), (255.0, 255.0)];

    #[test]
    fn a_hand_takes_the_point_under_it() {
        assert_eq!(AREA.under(&POINTS, (66.0, 60.0), 12.0), Some(1));
        assert_eq!(AREA.under(&POINTS, (80.0, 64.0), 12.0), None);
        assert_eq!(AREA.under(&POINTS, (80.0, 64.0), 22.0), Some(1));
        let flat = PlotRect { size_css: (255.0, 25.5), ..AREA };
        assert_eq!(flat.under(&POINTS, (64.0, 150.0), 12.0), Some(1), "in pixels, not in levels");
        assert_eq!(AREA.under(&[], (0.0, 0.0), 22.0), None);
    }

    #[test]
    fn elsewhere_the_point_above_or_below_is_nearest() {
        assert_eq!(nearest(&POINTS, (100.0, 255.0)), Some(1));
        assert_eq!(nearest(&[], (0.0, 0.0)), None);
    }

    #[test]
    fn a_hand_is_at_a_level() {
        let area = PlotRect { corner_css: (10.0, 10.0), size_css: (10.0, 20.0) };
        assert_eq!(area.level_at((15.0, 20.0)), (127.5, 127.5));
        assert_eq!(area.level_at((99.0, -9.0)), (255.0, 255.0));
    }
}
