//! Equalize: the lightness is spread so that each part of the range gets the same share of the picture, as
//! `equalizeHist` in `OpenCV` on the Y of `YCrCb`.
//!
//! The luma is Y = ⌊(4899 R + 9617 G + 1868 B) / 16384 + ½⌋ of gamma-coded sRGB. A Y becomes
//! 255 · (pixels up to it − n) / (all pixels − n), rounded to the nearest in `f32`, halves to the even level, with the n
//! pixels of the darkest Y there is. If all are of one Y, nothing changes. All three channels move by as much as Y does, cut to
//! the range: the way back out of `YCrCb` without rounding Cr and Cb, on which `OpenCV` may be one level apart.
//! There is no neutral setting. Pixels count whatever their alpha. Alpha is
//! not touched.

use crate::filter::Filter;
use crate::ops::histogram::{accumulate, bin_count, histograms};
use crate::pixel::map_rgb::map_rgb;
use crate::{Analysed, Group, Kernel, Text};

pub(super) const FILTER: Filter = Filter {
    id: "equalize",
    name: Text { en: "Equalize", de: "Ausgleichen" },
    summary: Text {
        en: "Gives dark, middle and light the same share.",
        de: "Gibt Dunkel, Mittel und Hell denselben Anteil.",
    },
    synonyms: Text { en: "histogram equalization, auto", de: "histogrammausgleich, histogramm, automatik" },
    group: Group::Automatic,
    params: &[],
    kernel: Kernel::Analysed(Analysed {
        bins: |_, _| bin_count(1),
        accumulate: |_, _, rgba, bins| accumulate(rgba, bins, |colour| [luma(colour)]),
        finish: |_, _, bins| {
            let [histogram] = histograms(bins);
            equalized(&histogram).to_vec()
        },
        apply: |_, tables, _, rgba| {
            let goals: &[u8; 256] = tables.try_into().expect("a goal for each level");
            map_rgb(rgba, |_, colour| {
                let luma = luma(colour);
                let change = i32::from(goals[luma as usize & 255]) - luma;
                colour.map(|level| (level + change).clamp(0, 255))
            });
        },
    }),
};

fn luma([r, g, b]: [i32; 3]) -> i32 {
    (4899 * r + 9617 * g + 1868 * b + 8192) >> 14
}

/// The tone curve of luma that equalizes this histogram.
fn equalized(histogram: &[u32; 256]) -> [u8; 256] {
    let mut levels = std::array::from_fn(|level| level as u8);
    let darkest = histogram.iter().position(|count| *count > 0).unwrap_or(0);
    let all: u32 = histogram[darkest..].iter().skip(1).sum();
    if all > 0 {
        let (scale, mut up_to) = (255.0 / all as f32, 0);
        for (level, count) in levels.iter_mut().zip(histogram).skip(darkest + 1) {
            up_to += count;
            *level = (up_to as f32 * scale).round_ties_even() as u8;
        }
        // Levels below the darkest do not occur.
        levels[..=darkest].fill(0);
    }
    levels
}
