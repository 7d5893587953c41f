//! Brightness: every channel times 1 + amount, as `brightness()` of Filter Effects Module Level 1.
//!
//! Works on gamma-coded sRGB, so that +100 % doubles the number, not the light (that is Exposure). Rounded
//! to the nearest level, halves up. Alpha is not touched.

use crate::filter::{Filter, param};
use crate::lut::tables::fill_with;
use crate::{Group, Kernel, Text};

pub(super) const FILTER: Filter = Filter {
    id: "brightness",
    name: Text { en: "Brightness", de: "Helligkeit" },
    summary: Text {
        en: "Makes everything lighter or darker by the same factor.",
        de: "Macht alles um denselben Faktor heller oder dunkler.",
    },
    synonyms: Text { en: "lighter, darker, lighten, darken", de: "heller, dunkler, aufhellen, abdunkeln" },
    group: Group::Tone,
    params: &[param("amount", Text { en: "Amount", de: "Stärke" })
        .range(-100.0, 100.0)
        .unit("%")
        .example(22.0)],
    kernel: Kernel::Tone(|values, tables| {
        // Products of whole percentages and levels are exact, so that only the division rounds.
        fill_with(tables, |level| level * (100.0 + values[0]) / 100.0);
    }),
};
