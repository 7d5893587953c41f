//! Levels: what lies between two input levels is stretched, bent by a gamma, and put between two output
//! levels. As `-level` and then `+level` in `ImageMagick`, without rounding in between.
//!
//! With t = (level − black) / (white − black), cut to 0–1, a channel becomes
//! output black + (output white − output black) · t^(1 / gamma). A white that is not above black counts as
//! one level above it, so that the curve is a step there. An output white below output black turns the
//! picture into a negative. Works on gamma-coded sRGB; alpha is not touched.

use crate::filter::{Filter, param};
use crate::lut::tables::fill_with;
use crate::{Group, Kernel, Text};

pub(super) const FILTER: Filter = Filter {
    id: "levels",
    name: Text { en: "Levels", de: "Tonwertkorrektur" },
    summary: Text {
        en: "Sets which levels become black and white, and where the middle lies.",
        de: "Legt fest, was schwarz und was weiß wird und wo die Mitte liegt.",
    },
    synonyms: Text {
        en: "blacks, whites, black point, white point, midtones, histogram",
        de: "tonwerte, schwarzpunkt, weißpunkt, mitteltöne, histogramm",
    },
    group: Group::Tone,
    params: &[
        param("black", Text { en: "Black", de: "Schwarz" }).range(0.0, 254.0).example(40.0),
        param("gamma", Text { en: "Gamma", de: "Gamma" }).range(0.1, 10.0).step(0.01).default(1.0),
        param("white", Text { en: "White", de: "Weiß" }).range(1.0, 255.0).default(255.0).example(205.0),
        param("output_black", Text { en: "Output black", de: "Ausgabe Schwarz" }).range(0.0, 255.0),
        param("output_white", Text { en: "Output white", de: "Ausgabe Weiß" })
            .range(0.0, 255.0)
            .default(255.0),
    ],
    kernel: Kernel::Tone(|values, tables| {
        let &[black, gamma, white, output_black, output_white] = values else {
            unreachable!("five settings")
        };
        let range = (white - black).max(1.0);
        fill_with(tables, |level| {
            let inside = ((level - black) / range).clamp(0.0, 1.0);
            output_black + (output_white - output_black) * libm::pow(inside, 1.0 / gamma)
        });
    }),
};
