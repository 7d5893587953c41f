//! The points of a curve: where new ones come, and how far each may go.

use safelight_kernels::{MAX_POINTS, Param, ToneCurve};

use crate::model::curve::{MAX_LEVEL, PlotRect, PlottedPoint, Point, path};

/// A hand so near the line means a point on it, in CSS pixels: it bends nothing until it moves.
const HIT_DISTANCE_CSS: f64 = 12.0;
/// A hand so near above or below a point means that one, and no other beside it.
const MIN_POINT_DISTANCE_CSS: f64 = 8.0;

/// The curve through these points, as the data of a path.
pub fn curve_path(points: &[Point]) -> String {
    let curve = ToneCurve::new(points);
    path(|level| curve.at(level))
}

/// What the settings of one curve are for these points, in the order of `params`.
pub fn curve_settings(points: &[Point], params: &[Param]) -> Vec<f64> {
    let settings = params.as_chunks::<2>().0.iter().enumerate();
    let values = settings.map(|(index, [level, out])| match points.get(index) {
        Some(point) => [point.0, point.1],
        // It is not there.
        None => [level.min, out.default],
    });
    values.flatten().collect()
}

/// The point that a hand makes which comes down at `hand`, and its place among the others; none where there are as
/// many as there may be, and where one is meant that is there.
pub fn insert_point(points: &[Point], hand: Point, area: PlotRect) -> Option<PlottedPoint> {
    let level = hand.0.round();
    let is_crowded =
        |point: &Point| point.0 == level || area.between(*point, (level, point.1)).0 < MIN_POINT_DISTANCE_CSS;
    if points.len() >= MAX_POINTS || points.iter().any(is_crowded) {
        return None;
    }
    let on_line = (level, ToneCurve::new(points).at(level));
    let is_near = area.between(on_line, (level, hand.1)).1 < HIT_DISTANCE_CSS;
    let out = if is_near { on_line.1 } else { hand.1 };
    Some((place(points, level), (level, out.round())))
}

/// A point on the line in the middle of the widest gap, and its place; none where there are as many as there may be.
pub fn midpoint_of_gap(points: &[Point]) -> Option<PlottedPoint> {
    if points.len() >= MAX_POINTS {
        return None;
    }
    let ends = |index: usize| {
        let before = index.checked_sub(1).map_or(0.0, |before| points[before].0);
        (before, points.get(index).map_or(MAX_LEVEL, |point| point.0))
    };
    let wide = |index: usize| ends(index).1 - ends(index).0;
    // The first of several: the last of them all, seen from the end.
    let widest = (0..=points.len()).rev().max_by(|a, b| wide(*a).total_cmp(&wide(*b)))?;
    let (from, to) = ends(widest);
    let level = f64::midpoint(from, to).round();
    Some((widest, (level, ToneCurve::new(points).at(level).round())))
}

/// Where a point may go: a level beside its neighbours at least, and on the graph.
pub fn beside(points: &[Point], index: usize, to: Point) -> Point {
    let after = index.checked_sub(1).and_then(|before| points.get(before)).map_or(0.0, |point| point.0 + 1.0);
    let before = points.get(index + 1).map_or(MAX_LEVEL, |point| point.0 - 1.0);
    // Not `clamp`: neighbours on adjacent levels leave an empty range, and its lower end is taken.
    (to.0.round().min(before).max(after), to.1.round().clamp(0.0, MAX_LEVEL))
}

fn place(points: &[Point], level: f64) -> usize {
    points.partition_point(|point| point.0 < level)
}

#[cfg(test)]
mod tests {
    use safelight_kernels::{curve_points, spec};

    use super::*;

    const AREA: PlotRect = PlotRect { corner_css: (0.0, 0.0), size_css: (255.0, 255.0) };
    const LINE: [Point; 2] = [(0.0, 0.0), (255.0, 255.0)];

    fn params(curve: usize) -> &'static [Param] {
        &spec("curves").unwrap().params[curve * 2 * MAX_POINTS..][..2 * MAX_POINTS]
    }

    #[test]
    fn a_curve_at_rest_is_the_diagonal() {
        let params = spec("curves").unwrap().params;
        assert_eq!(params.len(), 4 * 2 * MAX_POINTS);
        let values: Vec<_> = params.iter().map(|param| param.default).collect();
        for curve in 0..4 {
            assert_eq!(curve_points(&values, curve), LINE);
        }
        for path in [curve_path(&LINE), curve_path(&[])] {
            assert!(path.starts_with("M0.0 255.0L3.0 252.0L") && path.ends_with("L255.0 0.0"), "{path}");
        }
        assert!(curve_path(&[(9.0, 15.0)]).ends_with("L255.0 240.0"));
    }

    #[test]
    fn settings_are_those_of_the_points() {
        let points = [(3.0, 9.0), (64.0, 20.0), (200.0, 250.0)];
        for count in 0..=3 {
            let values = curve_settings(&points[..count], params(2));
            assert_eq!(curve_points(&values, 0), points[..count]);
        }
        let defaults: Vec<_> = params(1).iter().map(|param| param.default).collect();
        assert_eq!(curve_settings(&LINE, params(1)), defaults);
    }

    #[test]
    fn a_hand_near_the_line_makes_a_point_on_it() {
        assert_eq!(insert_point(&LINE, (100.4, 108.0), AREA), Some((1, (100.0, 100.0))));
        assert_eq!(insert_point(&LINE, (100.4, 180.2), AREA), Some((1, (100.0, 180.0))));
        assert_eq!(insert_point(&[], (100.0, 99.0), AREA), Some((0, (100.0, 100.0))));
        assert_eq!(insert_point(&[(50.0, 60.0)], (30.0, 55.0), AREA), Some((0, (30.0, 60.0))));
    }

    #[test]
    fn no_point_is_made_where_another_is_meant_or_there_are_enough() {
        assert_eq!(insert_point(&LINE, (5.0, 200.0), AREA), None);
        let narrow = PlotRect { size_css: (0.0, 0.0), ..AREA };
        assert_eq!(insert_point(&LINE, (128.0, 128.0), narrow), None);
        let wide = PlotRect { size_css: (4000.0, 300.0), ..AREA };
        assert_eq!(insert_point(&LINE, (0.4, 200.0), wide), None);
        let full: Vec<_> = (0..8).map(|k| f64::from(k) * 30.0).map(|x| (x, x)).collect();
        assert_eq!(insert_point(&full, (45.0, 200.0), AREA), None);
        assert_eq!(midpoint_of_gap(&full), None);
        assert_eq!(insert_point(&full[1..], (45.0, 200.0), AREA), Some((1, (45.0, 200.0))));
    }

    #[test]
    fn the_widest_gap_is_halved() {
        let mut points = LINE.to_vec();
        for level in [128.0, 64.0, 192.0, 32.0] {
            let (place, point) = midpoint_of_gap(&points).unwrap();
            assert_eq!(point, (level, level));
            points.insert(place, point);
        }
        assert!(points.is_sorted_by(|a, b| a.0 < b.0), "{points:?}");
        assert_eq!(midpoint_of_gap(&[(10.0, 99.0)]), Some((1, (133.0, 99.0))));
        assert_eq!(midpoint_of_gap(&[]), Some((0, (128.0, 128.0))));
    }

    #[test]
    fn a_point_stays_between_its_neighbours() {
        let points = [(0.0, 0.0), (64.0, 20.0), (66.0, 30.0)];
        assert_eq!(beside(&points, 1, (90.0, 300.0)), (65.0, 255.0));
        assert_eq!(beside(&points, 1, (-5.0, 12.4)), (1.0, 12.0));
        assert_eq!(beside(&points, 0, (-5.0, -5.0)), (0.0, 0.0));
        assert_eq!(beside(&points, 2, (300.0, 1.0)), (255.0, 1.0));
    }
}
