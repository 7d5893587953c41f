//! Contrast: every channel's distance from middle grey (127.5) times 1 + amount, as `contrast()` of Filter
//! Effects Module Level 1.
//!
//! Works on gamma-coded sRGB. Rounded to the nearest level, halves up. Alpha is not touched.

use crate::filter::{Filter, param};
use crate::lut::tables::fill_with;
use crate::{Group, Kernel, Text};

pub(super) const FILTER: Filter = Filter {
    id: "contrast",
    name: Text { en: "Contrast", de: "Kontrast" },
    summary: Text {
        en: "Moves light and dark apart, or closer to a middle grey.",
        de: "Rückt Hell und Dunkel auseinander oder näher an ein mittleres Grau.",
    },
    synonyms: Text { en: "punch, flat, dynamic range", de: "flau, hart, dynamikumfang" },
    group: Group::Tone,
    params: &[param("amount", Text { en: "Amount", de: "Stärke" })
        .range(-100.0, 100.0)
        .unit("%")
        .example(45.0)],
    kernel: Kernel::Tone(|values, tables| {
        let amount = values[0];
        // 127.5 + (level − 127.5) (1 + amount) over one divisor, so that only the division rounds.
        fill_with(tables, |level| (level * (100.0 + amount) - 127.5 * amount) / 100.0);
    }),
};
