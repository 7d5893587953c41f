//! Saturation: every channel's distance from the pixel's luma times 1 + amount, as `saturate()` of Filter
//! Effects Module Level 1, whose matrix weighs red, green and blue with 0.213, 0.715 and 0.072.
//!
//! Works on gamma-coded sRGB; greys stay as they are. Rounded to the nearest level, weights to 1/16384.
//! Alpha is not touched.

use crate::filter::{Filter, param};
use crate::ops::colour_matrix::ColourMatrix;
use crate::{Group, Kernel, Text};

pub(super) const FILTER: Filter = Filter {
    id: "saturation",
    name: Text { en: "Saturation", de: "Sättigung" },
    summary: Text {
        en: "Makes all colours stronger or paler by the same factor.",
        de: "Macht alle Farben um denselben Faktor kräftiger oder blasser.",
    },
    synonyms: Text {
        en: "hsl, chroma, vivid, colorful, desaturate", de: "hsl, bunt, kräftig, entsättigen"
    },
    group: Group::Colour,
    params: &[param("amount", Text { en: "Amount", de: "Stärke" })
        .range(-100.0, 100.0)
        .unit("%")
        .example(60.0)],
    kernel: Kernel::Colour(|values, rgba| {
        let keep = 1.0 + values[0] / 100.0;
        let luma = [0.213, 0.715, 0.072].map(|weight| weight * (1.0 - keep));
        let [r, g, b] = luma;
        ColourMatrix::new([[r + keep, g, b], [r, g + keep, b], [r, g, b + keep]]).apply(rgba);
    }),
};
