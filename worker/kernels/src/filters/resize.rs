//! Resize: makes the picture smaller or larger, to so many pixels across and down. A side of 0 follows from the
//! other one and keeps the proportions; with both 0 nothing happens.
//!
//! Lanczos' window of three lobes, stretched where the picture gets smaller, so that no detail is left that is too fine
//! for the new size. As Pillow's `LANCZOS`: along the rows first, clipped to the range there, then down; at the picture's
//! edges the window ends and its rest counts more. Works on gamma-coded colour times alpha.

use crate::filter::{Filter, param};
use crate::ops::orientation::Orientation;
use crate::ops::resample::{input_region, resample};
use crate::{Geometry, Group, Kernel, Text};

pub(super) const FILTER: Filter = Filter {
    id: "resize",
    name: Text { en: "Resize", de: "Größe ändern" },
    summary: Text { en: "Makes the picture smaller or larger.", de: "Macht das Bild kleiner oder größer." },
    synonyms: Text {
        en: "scale, size, width, height, smaller, larger, enlarge, resolution",
        de: "skalieren, breite, höhe, verkleinern, vergrößern, auflösung",
    },
    group: Group::Geometry,
    params: &[
        param("width_px", Text { en: "Width", de: "Breite" }).range(0.0, 16_384.0).unit("px"),
        param("height_px", Text { en: "Height", de: "Höhe" }).range(0.0, 16_384.0).unit("px"),
    ],
    kernel: Kernel::Geometry(Geometry {
        size_after,
        input_region: |_, sizes, region| input_region(sizes.before, sizes.after, region),
        run: |_, sizes, source, region, out| {
            if sizes.before == sizes.after {
                // A copy keeps the colours of transparent pixels.
                Orientation::IDENTITY.run(source, region, out);
            } else if !out.is_empty() {
                resample(source, sizes.after, region, out);
            }
        },
    }),
};

fn size_after(values: &[f64], before: (u32, u32)) -> (u32, u32) {
    let (width, height) = (values[0].round() as u32, values[1].round() as u32);
    let follows = |side: u32, other: u32, other_before: u32| {
        let side = f64::from(side) * f64::from(other) / f64::from(other_before);
        (side.round() as u32).max(1)
    };
    match (width, height) {
        _ if before.0 == 0 || before.1 == 0 => before,
        (0, 0) => before,
        (width, 0) => (width, follows(before.1, width, before.0)),
        (0, height) => (follows(before.0, height, before.1), height),
        both => both,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{Region, Sizes, Window};

    fn noise(width: u32, height: u32) -> Vec<u8> {
        (0..width * height * 4).map(|n| (n.wrapping_mul(2_654_435_761) >> 23) as u8).collect()
    }

    fn region(before: (u32, u32), after: (u32, u32), region: Region, rgba: &[u8]) -> Vec<u8> {
        let Kernel::Geometry(geometry) = FILTER.kernel else { panic!("it is geometry") };
        let mut out = vec![0; region.width as usize * region.height as usize * 4];
        let sizes = Sizes { full: before, before, after };
        (geometry.run)(&[], &sizes, &Window::whole(before, false, rgba), region, &mut out);
        out
    }

    #[test]
    fn a_side_follows_from_the_other() {
        for (values, before, after) in [
            ([0.0, 0.0], (60, 40), (60, 40)),
            ([30.0, 0.0], (60, 40), (30, 20)),
            ([0.0, 7.0], (60, 40), (11, 7)),
            ([1.0, 0.0], (60, 2), (1, 1)),
            ([5.0, 6.0], (60, 40), (5, 6)),
            ([5.0, 6.0], (0, 40), (0, 40)),
        ] {
            assert_eq!(size_after(&values, before), after);
        }
    }

    #[test]
    fn the_largest_picture_ends_where_it_should() {
        let (before, after) = ((83, 47), (16_384, 16_384));
        let rgba = noise(before.0, before.1);
        let all = region(before, after, Region { x: 16_375, y: 16_379, width: 9, height: 5 }, &rgba);
        let part = region(before, after, Region { x: 16_381, y: 16_383, width: 3, height: 1 }, &rgba);
        assert_eq!(all[(4 * 9 + 6) * 4..], part);
    }

    /// Where the window covers many rows, the result is computed in strips of a few columns.
    #[test]
    fn strips_meet() {
        let (before, after) = ((70, 9_000), (61, 2));
        let rgba = noise(before.0, before.1);
        let all = region(before, after, Region::whole(after), &rgba);
        for x in [0, 15, 16, 37, 60] {
            let column = region(before, after, Region { x, y: 0, width: 1, height: 2 }, &rgba);
            for (y, pixel) in column.chunks(4).enumerate() {
                assert_eq!(pixel, &all[(y * 61 + x as usize) * 4..][..4], "column {x}");
            }
        }
    }
}
