//! Threshold: white where the luma reaches the threshold, black where it does not.
//!
//! The luma is that of Grayscale, in exact integers: ⌊(299 R + 587 G + 114 B) / 1000⌋ on gamma-coded sRGB.
//! A threshold of 0 leaves only white. There is no neutral setting. Alpha is not touched.

use crate::filter::{Filter, param};
use crate::pixel::map_rgb::map_rgb;
use crate::{Group, Kernel, Text};

pub(super) const FILTER: Filter = Filter {
    id: "threshold",
    name: Text { en: "Threshold", de: "Schwellenwert" },
    summary: Text {
        en: "Leaves pure black and pure white, divided at one lightness.",
        de: "Lässt reines Schwarz und reines Weiß, geteilt bei einer Helligkeit.",
    },
    synonyms: Text {
        en: "binary, two-tone, bitmap, stencil",
        de: "binär, schwarz oder weiß, bitmap, schablone",
    },
    group: Group::Colour,
    params: &[param("threshold", Text { en: "Threshold", de: "Schwelle" }).range(0.0, 255.0).default(128.0)],
    kernel: Kernel::Colour(|values, rgba| {
        let least = 1000 * values[0].ceil() as i32;
        map_rgb(rgba, |_, [r, g, b]| {
            let level = if 299 * r + 587 * g + 114 * b >= least { 255 } else { 0 };
            [level; 3]
        });
    }),
};
