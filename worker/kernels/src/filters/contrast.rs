//! Contrast: every channel's distance from middle grey (127.5) times 1 + amount, as `contrast()` of Filter
//! Effects Module Level 1.
//!
//! Works on gamma-coded sRGB. Rounded to the nearest level, halves up. Alpha is not touched.

use crate::lut::tables::fill_with;
use crate::{Group, Kernel, Kind, Param, Spec};

pub(super) const SPEC: Spec = Spec {
    id: "contrast",
    name: "Contrast",
    summary: "Moves light and dark apart, or closer to a middle grey.",
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
    let amount = values[0];
    // 127.5 + (level − 127.5) (1 + amount), over one divisor: all before it is exact.
    fill_with(tables, |level| (level * (100.0 + amount) - 127.5 * amount) / 100.0);
});
