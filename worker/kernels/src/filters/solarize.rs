//! Solarize: levels from the threshold up are inverted, as `solarize` in Pillow.
//!
//! Looks like a print that saw light while it was developed. A threshold of 256 is above every level and
//! changes nothing; 0 is Invert. Works on each channel of gamma-coded sRGB; alpha is not touched.

use crate::lut::tables::fill_with;
use crate::{Group, Kernel, Kind, Param, Spec};

pub(super) const SPEC: Spec = Spec {
    id: "solarize",
    name: "Solarize",
    summary: "Inverts what is lighter than a threshold, as if light had struck the developing print.",
    group: Group::Colour,
    kind: Kind::Tone,
    params: &[Param {
        id: "threshold",
        name: "Threshold",
        unit: "",
        min: 0.0,
        max: 256.0,
        step: 1.0,
        default: 256.0,
    }],
};

pub(super) const KERNEL: Kernel = Kernel::Tone(|values, tables| {
    fill_with(tables, |level| if level < values[0] { level } else { 255.0 - level });
});
