//! Straighten: turns the picture by a small angle, clockwise where that is positive, and cuts off what would have
//! an empty corner.
//!
//! What is left is the largest rectangle of the picture's proportions around the same middle: with an angle α and
//! sides a ≥ b, 1 / (cos |α| + a/b sin |α|) of each, rounded down, and at least a pixel. Where a pixel comes from is
//! found to a 1024th of a pixel. It is mixed of four by four pixels with Keys' cubic kernel, a = −0.75 as in `OpenCV`,
//! the picture's edges replicated. Works on gamma-coded colour times alpha, in 16 bits between the two ways; where
//! alpha becomes 0, so does the colour. At 0° every byte stays.

mod cubic;

use crate::filter::{Filter, param};
use crate::ops::orientation::Orientation;
use crate::pixel::premultiplied::unpremultiply;
use crate::{Geometry, Group, Kernel, Region, Sizes, Text, Window};
use cubic::Cubic;

pub(super) const FILTER: Filter = Filter {
    id: "straighten",
    name: Text { en: "Straighten", de: "Gerade richten" },
    summary: Text { en: "Levels a tilted horizon.", de: "Rückt einen schiefen Horizont gerade." },
    synonyms: Text { en: "horizon, level, tilt, rotate", de: "horizont, ausrichten, gerade, schief" },
    group: Group::Geometry,
    params: &[param("angle_deg", Text { en: "Angle", de: "Winkel" })
        .range(-45.0, 45.0)
        .unit("°")
        .step(0.1)
        .example(8.0)],
    kernel: Kernel::Geometry(Geometry {
        size_after,
        input_region: |values, sizes, region| {
            if values[0] == 0.0 { region } else { Map::new(values, sizes).input_region(region) }
        },
        run: |values, sizes, source, region, out| {
            if values[0] == 0.0 {
                // A copy keeps the colours of transparent pixels.
                Orientation::IDENTITY.run(source, region, out);
            } else if !out.is_empty() {
                let map = Map::new(values, sizes);
                if source.opaque {
                    map.run::<true>(source, region, out);
                } else {
                    map.run::<false>(source, region, out);
                }
            }
        },
    }),
};

fn size_after(values: &[f64], before: (u32, u32)) -> (u32, u32) {
    let sides = [before.0, before.1].map(f64::from);
    if sides[0] == 0.0 || sides[1] == 0.0 {
        return before;
    }
    let (sin, cos) = sin_cos(values[0].abs());
    let ratio = (sides[0] / sides[1]).max(sides[1] / sides[0]);
    let [width, height] = sides.map(|side| ((side / (cos + ratio * sin)) as u32).max(1));
    (width, height)
}

/// Sine and cosine of an angle of at most 45°, by their Taylor series with an error below 10⁻¹⁶. The page links this to
/// compute sizes, and it is much smaller than `libm`'s functions for any angle.
fn sin_cos(angle_deg: f64) -> (f64, f64) {
    let angle = angle_deg * (std::f64::consts::PI / 180.0);
    let series = |first: f64, last: u32| {
        let before = |n: u32| f64::from(n * (n - 1));
        (2..=last)
            .rev()
            .filter(|n| n % 2 == last % 2)
            .fold(first, |rest, n| first - angle * angle / before(n) * rest)
    };
    // Each term of a series is the one before times −α² / n(n − 1).
    (angle * series(1.0, 17), series(1.0, 18))
}

/// The affine map from output pixel centres to input coordinates, in units of 2⁻³² pixels: for x and for y a start, and
/// the steps to the next column and row. In integers, so that the corners of a region are its extremes exactly.
#[derive(Debug, Clone, Copy)]
struct Map {
    x: [i64; 3],
    y: [i64; 3],
    picture: (u32, u32),
}

impl Map {
    fn new(values: &[f64], sizes: &Sizes) -> Self {
        let (sin, cos) = sin_cos(values[0]);
        let full_after = size_after(values, sizes.full);
        let ratio = |of: u32, to: u32| f64::from(of) / f64::from(to);
        // Full-size pixels in one output pixel, and input pixels in one full-size pixel.
        let (across, down) = (ratio(full_after.0, sizes.after.0), ratio(full_after.1, sizes.after.1));
        let (to_x, to_y) = (ratio(sizes.before.0, sizes.full.0), ratio(sizes.before.1, sizes.full.1));
        let way = |column: f64, row: f64, side: u32| {
            let from_middle = [sizes.after.0, sizes.after.1].map(|side| (1.0 - f64::from(side)) / 2.0);
            let start = column * from_middle[0] + row * from_middle[1] + (f64::from(side) - 1.0) / 2.0;
            [start + 0.5 / cubic::STEPS as f64, column, row].map(|px| (px * 4_294_967_296.0).round() as i64)
        };
        Self {
            x: way(cos * across * to_x, sin * down * to_x, sizes.before.0),
            y: way(-sin * across * to_y, cos * down * to_y, sizes.before.1),
            picture: sizes.before,
        }
    }

    fn at([start, column, row]: [i64; 3], x: u32, y: u32) -> i64 {
        start + i64::from(x) * column + i64::from(y) * row
    }

    fn input_region(&self, region: Region) -> Region {
        let side = |way: [i64; 3], length: u32| {
            let (right, below) = (region.x + region.width - 1, region.y + region.height - 1);
            let corners = [(region.x, region.y), (right, region.y), (region.x, below), (right, below)];
            let firsts = corners.map(|(x, y)| (Self::at(way, x, y) >> 32) - 1);
            let within = |px: i64| px.clamp(0, i64::from(length) - 1) as u32;
            let first = within(firsts.into_iter().min().unwrap_or(0));
            let last = within(firsts.into_iter().max().unwrap_or(0) + 3);
            (first, last + 1 - first)
        };
        let ((x, width), (y, height)) = (side(self.x, self.picture.0), side(self.y, self.picture.1));
        Region { x, y, width, height }
    }

    fn run<const OPAQUE: bool>(self, source: &Window, region: Region, out: &mut [u8]) {
        let cubic = Cubic::new();
        let width = region.width as usize;
        let mut row = vec![[0; 4]; width.next_multiple_of(2)];
        for (y, out) in (region.y..).zip(out.chunks_exact_mut(width * 4)) {
            for (n, two) in row.as_chunks_mut::<2>().0.iter_mut().enumerate() {
                // An odd last pixel is computed twice.
                let sums = [2 * n, (2 * n + 1).min(width - 1)].map(|n| {
                    let x = region.x + n as u32;
                    cubic.mix::<OPAQUE>(source, Self::at(self.x, x, y), Self::at(self.y, x, y))
                });
                cubic::settle(sums).store(two);
            }
            unpremultiply(&row[..width], OPAQUE, out);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_series_are_sine_and_cosine() {
        for tenth in -450..=450 {
            let angle_deg = f64::from(tenth) / 10.0;
            let (sin, cos) = sin_cos(angle_deg);
            let expected = angle_deg.to_radians().sin_cos();
            assert!((sin - expected.0).abs() < 3e-16 && (cos - expected.1).abs() < 3e-16, "{angle_deg}");
        }
    }

    /// The corners of the output lie in the image; those of a slightly larger output would not.
    #[test]
    fn no_corner_is_empty_and_nothing_more_is_lost() {
        for before in [(6000, 4000), (4000, 6000), (301, 200), (50, 50)] {
            for angle_deg in [-45.0, -20.3, -0.1, 0.1, 3.0, 45.0] {
                let after = size_after(&[angle_deg], before);
                let map = Map::new(&[angle_deg], &Sizes { full: before, before, after });
                let outside = |by: i64| {
                    let at = |way: [i64; 3], x: i64, y: i64| {
                        // A pixel's corner is half a pixel further out than its centre.
                        let corner = way[0] + x * way[1] + y * way[2] + (x.signum() * 2 - 1) * way[1] / 2;
                        (corner + (y.signum() * 2 - 1) * way[2] / 2) as f64 / 4_294_967_296.0
                    };
                    let (right, below) = (i64::from(after.0) - 1 + by, i64::from(after.1) - 1 + by);
                    let corners = [(-by, -by), (right, -by), (-by, below), (right, below)];
                    corners.into_iter().any(|(x, y)| {
                        let beyond = |px: f64, side: u32| px < -0.51 || px > f64::from(side) - 0.49;
                        beyond(at(map.x, x, y), before.0) || beyond(at(map.y, x, y), before.1)
                    })
                };
                assert!(!outside(0), "{before:?} by {angle_deg}");
                assert!(outside(2), "{before:?} by {angle_deg}");
            }
        }
    }

    #[test]
    fn a_region_needs_what_lies_around_its_corners() {
        let sizes = Sizes { full: (400, 300), before: (400, 300), after: size_after(&[10.0], (400, 300)) };
        let map = Map::new(&[10.0], &sizes);
        let middle = Region { x: sizes.after.0 / 2, y: sizes.after.1 / 2, width: 1, height: 1 };
        let Region { x, y, width, height } = map.input_region(middle);
        assert!((197..=200).contains(&x) && (147..=150).contains(&y) && (width, height) == (4, 4));
        // 100 · cos 10° + 10 · sin 10° wide and 100 · sin 10° + 10 · cos 10° high, plus the kernel.
        let input_region = map.input_region(Region { width: 101, height: 11, ..middle });
        assert!(
            (103..=105).contains(&input_region.width) && (30..=32).contains(&input_region.height),
            "{input_region:?}"
        );
    }
}
