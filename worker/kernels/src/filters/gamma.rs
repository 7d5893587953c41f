//! Gamma: every channel, from 0 to 1, to the power of 1 / gamma. Above 1 the midtones become lighter.
//!
//! The power law of `-gamma` in `ImageMagick` and of the middle slider of Levels, on gamma-coded sRGB. Black
//! and white stay where they are. Rounded to the nearest level, halves up. Alpha is not touched.

use crate::filter::{Filter, param};
use crate::lut::tables::fill_with;
use crate::{Group, Kernel, Text};

pub(super) const FILTER: Filter = Filter {
    id: "gamma",
    name: Text { en: "Gamma", de: "Gamma" },
    summary: Text {
        en: "Lightens or darkens the midtones; black and white stay.",
        de: "Hellt die Mitteltöne auf oder dunkelt sie ab; Schwarz und Weiß bleiben.",
    },
    synonyms: Text { en: "midtones, lighten, darken", de: "mitteltöne, aufhellen, abdunkeln" },
    group: Group::Tone,
    params: &[param("gamma", Text { en: "Gamma", de: "Gamma" })
        .range(0.1, 10.0)
        .step(0.01)
        .default(1.0)
        .example(1.8)],
    kernel: Kernel::Tone(|values, tables| {
        fill_with(tables, |level| 255.0 * libm::pow(level / 255.0, 1.0 / values[0]));
    }),
};
