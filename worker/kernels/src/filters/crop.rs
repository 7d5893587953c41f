//! Crop: cuts off a part of the picture at each of its four sides, in percent of its width or height. The frame's
//! edges are rounded to whole pixels of the picture at full size, and one pixel is always left: where two cuts
//! would meet, left and top go first. What is left is copied, all four channels. A smaller scale moves each
//! edge to the nearest scaled pixel.

use crate::filter::{Filter, param};
use crate::{Geometry, Group, Kernel, Region, Sizes, Text};

pub(super) const FILTER: Filter = Filter {
    id: "crop",
    name: Text { en: "Crop", de: "Zuschneiden" },
    summary: Text { en: "Cuts off the edges.", de: "Schneidet die Ränder ab." },
    synonyms: Text {
        en: "cut, trim, frame, aspect ratio",
        de: "ausschnitt, beschneiden, rahmen, seitenverhältnis",
    },
    group: Group::Geometry,
    params: &[
        param("left", Text { en: "Left", de: "Links" }).range(0.0, 100.0).unit("%").step(0.01).example(16.0),
        param("top", Text { en: "Top", de: "Oben" }).range(0.0, 100.0).unit("%").step(0.01).example(16.0),
        param("right", Text { en: "Right", de: "Rechts" })
            .range(0.0, 100.0)
            .unit("%")
            .step(0.01)
            .example(16.0),
        param("bottom", Text { en: "Bottom", de: "Unten" })
            .range(0.0, 100.0)
            .unit("%")
            .step(0.01)
            .example(16.0),
    ],
    kernel: Kernel::Geometry(Geometry {
        size_after: |values, (width, height)| {
            let ((_, across), (_, down)) =
                (kept(values[0], values[2], width), kept(values[1], values[3], height));
            (across, down)
        },
        input_region,
        run: |values, sizes, source, region, out| {
            let input_region = input_region(values, sizes, region);
            let left = (input_region.x - source.region.x) as usize;
            let rows = out.as_chunks_mut::<4>().0.chunks_exact_mut((input_region.width as usize).max(1));
            for (y, out) in (input_region.y..).zip(rows) {
                out.copy_from_slice(&source.row(i64::from(y))[left..][..out.len()]);
            }
        },
    }),
};

fn input_region(values: &[f64], sizes: &Sizes, region: Region) -> Region {
    let start = |before: f64, after: f64, full: u32, scaled: u32, left: u32| {
        let (start, _) = kept(before, after, full);
        let start = f64::from(start) * f64::from(scaled) / f64::from(full.max(1));
        (start.round() as u32).min(scaled - left)
    };
    let Sizes { full, before, after } = sizes;
    let x = region.x + start(values[0], values[2], full.0, before.0, after.0);
    let y = region.y + start(values[1], values[3], full.1, before.1, after.1);
    Region { x, y, ..region }
}

/// The start and the length in pixels of what is left of a side, after cutting these percentages off its two ends.
fn kept(before_percent: f64, after_percent: f64, length: u32) -> (u32, u32) {
    let pixels = |percent: f64| (f64::from(length) * percent / 100.0).round() as u32;
    let start = pixels(before_percent).min(length.saturating_sub(1));
    let end = length.saturating_sub(pixels(after_percent)).max((start + 1).min(length));
    (start, end - start)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn edges_go_to_the_nearest_scaled_pixel() {
        let values = [24.2, 10.0, 30.0, 20.0];
        let Kernel::Geometry(Geometry { size_after, .. }) = FILTER.kernel else {
            panic!("it changes the size")
        };
        assert_eq!(size_after(&values, (1000, 100)), (458, 70));
        let region = Region { x: 1, y: 2, width: 3, height: 4 };
        // From 242, 10 of the picture at full size.
        for (before, after, left, top) in
            [((1000, 100), (458, 70), 242, 10), ((100, 10), (46, 7), 24, 1), ((30, 3), (14, 2), 7, 0)]
        {
            let sizes = Sizes { full: (1000, 100), before, after };
            assert_eq!(input_region(&values, &sizes, region), Region { x: left + 1, y: top + 2, ..region });
        }
    }

    #[test]
    fn a_pixel_is_left() {
        assert_eq!(
            [kept(60.0, 60.0, 10), kept(100.0, 0.0, 10), kept(0.0, 100.0, 10)],
            [(6, 1), (9, 1), (0, 1)]
        );
        assert_eq!([kept(100.0, 100.0, 1), kept(50.0, 50.0, 0)], [(0, 1), (0, 0)]);
    }
}
