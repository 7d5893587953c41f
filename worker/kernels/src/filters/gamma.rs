//! Gamma: every channel, from 0 to 1, to the power of 1 / gamma. Above 1 the midtones become lighter.
//!
//! The power law of `-gamma` in `ImageMagick` and of the middle slider of Levels, on gamma-coded sRGB. Black
//! and white stay where they are. Rounded to the nearest level, halves up. Alpha is not touched.

use crate::lut::tables::fill_with;
use crate::{Group, Kernel, Kind, Param, Spec};

pub(super) const SPEC: Spec = Spec {
    id: "gamma",
    name: "Gamma",
    summary: "Lightens or darkens the midtones; black and white stay.",
    group: Group::Tone,
    kind: Kind::Tone,
    params: &[Param { id: "gamma", name: "Gamma", unit: "", min: 0.1, max: 10.0, step: 0.01, default: 1.0 }],
};

pub(super) const KERNEL: Kernel = Kernel::Tone(|values, tables| {
    fill_with(tables, |level| 255.0 * libm::pow(level / 255.0, 1.0 / values[0]));
});
