//! Exposure: linear light times 2 to the power of so many EV, as if the shutter had been open longer.
//!
//! The only tone filter that leaves gamma-coded sRGB: a value is decoded with the transfer curve of
//! IEC 61966-2-1, multiplied, cut at white and coded again. Alpha is not touched.

use crate::pixel::srgb::{decode, encode};
use crate::lut::tables::fill_with;
use crate::{Group, Kernel, Kind, Param, Spec};

pub(super) const SPEC: Spec = Spec {
    id: "exposure",
    name: "Exposure",
    summary: "Gives more or less light, counted in stops.",
    group: Group::Tone,
    kind: Kind::Tone,
    params: &[Param {
        id: "exposure_ev",
        name: "Exposure",
        unit: "EV",
        min: -5.0,
        max: 5.0,
        step: 0.01,
        default: 0.0,
    }],
};

pub(super) const KERNEL: Kernel = Kernel::Tone(|values, tables| {
    let factor = libm::exp2(values[0]);
    fill_with(tables, |level| 255.0 * encode(decode(level / 255.0) * factor));
});
