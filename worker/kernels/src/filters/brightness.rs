//! Brightness: every channel times 1 + amount, as `brightness()` of Filter Effects Module Level 1.
//!
//! Works on gamma-coded sRGB, so that +100 % doubles the number, not the light (that is Exposure). Rounded
//! to the nearest level, halves up. Alpha is not touched.

use crate::lut::tables::fill_with;
use crate::{Group, Kernel, Kind, Param, Spec};

pub(super) const SPEC: Spec = Spec {
    id: "brightness",
    name: "Brightness",
    summary: "Makes everything lighter or darker by the same factor.",
    group: Group::Tone,
    kind: Kind::Tone,
    params: &[Param {
        id: "amount",
        name: "Amount",
        unit: "%",
        min: -100.0,
        max: 100.0,
        step: 1.0,
        default: 0.0,
    }],
};

pub(super) const KERNEL: Kernel = Kernel::Tone(|values, tables| {
    // A whole percentage times a level is exact, so that the one division rounds once.
    fill_with(tables, |level| level * (100.0 + values[0]) / 100.0);
});
