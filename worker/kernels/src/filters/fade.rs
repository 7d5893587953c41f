//! Fade: black becomes a dark grey and white a little less than white, as in a print that has hung in the
//! sun (a matte look).
//!
//! At an amount of 100 % black lies at level 64 and white at 239; everything between keeps its order and its
//! distances, scaled. In numbers, with the amount a from 0 to 1: level (1 − 80 a / 255) + 64 a. Our own;
//! works on gamma-coded sRGB, rounded to the nearest level, halves up. Alpha is not touched.

use crate::lut::tables::fill_with;
use crate::{Group, Kernel, Kind, Param, Spec};

pub(super) const SPEC: Spec = Spec {
    id: "fade",
    name: "Fade",
    summary: "Softens black and white to a matte print.",
    group: Group::Tone,
    kind: Kind::Tone,
    params: &[Param {
        id: "amount",
        name: "Amount",
        unit: "%",
        min: 0.0,
        max: 100.0,
        step: 1.0,
        default: 0.0,
    }],
};

/// How far black rises at 100 %, in levels.
const LIFT: f64 = 64.0;
/// How far white falls at 100 %, in levels.
const DROP: f64 = 16.0;

pub(super) const KERNEL: Kernel = Kernel::Tone(|values, tables| {
    let amount = values[0];
    // Over one divisor, so that only the division rounds.
    fill_with(tables, |level| {
        (level * (25_500.0 - (LIFT + DROP) * amount) + 255.0 * LIFT * amount) / 25_500.0
    });
});
