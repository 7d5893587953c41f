//! Tone curve: five points of the range are moved up or down, and a smooth curve goes through them.
//!
//! The points stand at the levels 0, 64, 128, 191 and 255; each setting is what its point becomes, in levels
//! above or below, cut to 0–255. The curve between them overshoots none of them (see `curve.rs`;
//! `PchipInterpolator` in `SciPy`) and is the same for all three channels. Works on gamma-coded sRGB, rounded to the
//! nearest level, halves up. Alpha is not touched.

use crate::curve::Curve;
use crate::tone::fill_with;
use crate::{Group, Kernel, Kind, Param, Spec};

pub(super) const SPEC: Spec = Spec {
    id: "tone-curve",
    name: "Tone curve",
    summary: "Bends light and dark along a curve through five points.",
    group: Group::Tone,
    kind: Kind::Tone,
    params: &[
        point("blacks", "Blacks"),
        point("shadows", "Shadows"),
        point("midtones", "Midtones"),
        point("lights", "Lights"),
        point("whites", "Whites"),
    ],
};

/// Where the points stand.
const LEVELS: [f64; 5] = [0.0, 64.0, 128.0, 191.0, 255.0];

pub(super) const KERNEL: Kernel = Kernel::Tone(|values, tables| {
    let moved = std::array::from_fn(|k| (LEVELS[k] + values[k]).clamp(0.0, 255.0));
    let curve = Curve::new(LEVELS, moved);
    fill_with(tables, |level| curve.at(level));
});

const fn point(id: &'static str, name: &'static str) -> Param {
    Param { id, name, unit: "", min: -100.0, max: 100.0, step: 1.0, default: 0.0 }
}
