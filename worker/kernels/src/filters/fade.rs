//! Fade: black becomes a dark grey and white a little less than white, as in a print that has hung in the
//! sun (a matte look).
//!
//! At an amount of 100 % black lies at level 64 and white at 239; everything between keeps its order and its
//! distances, scaled. In numbers, with the amount a from 0 to 1: level (1 − 80 a / 255) + 64 a. Our own;
//! works on gamma-coded sRGB, rounded to the nearest level, halves up. Alpha is not touched.

use crate::filter::{Filter, param};
use crate::lut::tables::fill_with;
use crate::{Group, Kernel, Text};

pub(super) const FILTER: Filter = Filter {
    id: "fade",
    name: Text { en: "Fade", de: "Ausbleichen" },
    summary: Text {
        en: "Softens black and white to a matte print.",
        de: "Macht Schwarz und Weiß weich wie auf mattem Papier.",
    },
    synonyms: Text {
        en: "matte, film, vintage, lifted blacks, washed out",
        de: "matt, film, verblasst, vergilbt",
    },
    group: Group::Tone,
    params: &[param("amount", Text { en: "Amount", de: "Stärke" }).range(0.0, 100.0).unit("%").example(80.0)],
    kernel: Kernel::Tone(|values, tables| {
        let amount = values[0];
        // All over one divisor, so that only the division rounds.
        fill_with(tables, |level| {
            (level * (25_500.0 - (LIFT + DROP) * amount) + 255.0 * LIFT * amount) / 25_500.0
        });
    }),
};

/// Levels that black rises by at 100 %.
const LIFT: f64 = 64.0;
/// Levels that white falls by at 100 %.
const DROP: f64 = 16.0;
