//! Levels: what lies between two input levels is stretched, bent by a gamma, and put between two output
//! levels. As `-level` and then `+level` in `ImageMagick`, without rounding in between.
//!
//! With t = (level − black) / (white − black), cut to 0–1, a channel becomes
//! output black + (output white − output black) · t^(1 / gamma). A white that is not above black counts as
//! one level above it, so that the curve is a step there. An output white below output black turns the
//! picture into a negative. Works on gamma-coded sRGB; alpha is not touched.

use crate::lut::tables::fill_with;
use crate::{Group, Kernel, Kind, Param, Spec};

pub(super) const SPEC: Spec = Spec {
    id: "levels",
    name: "Levels",
    summary: "Sets which levels become black and white, and where the middle lies.",
    group: Group::Tone,
    kind: Kind::Tone,
    params: &[
        Param { id: "black", name: "Black", unit: "", min: 0.0, max: 254.0, step: 1.0, default: 0.0 },
        Param { id: "gamma", name: "Gamma", unit: "", min: 0.1, max: 10.0, step: 0.01, default: 1.0 },
        Param { id: "white", name: "White", unit: "", min: 1.0, max: 255.0, step: 1.0, default: 255.0 },
        Param {
            id: "output_black",
            name: "Output black",
            unit: "",
            min: 0.0,
            max: 255.0,
            step: 1.0,
            default: 0.0,
        },
        Param {
            id: "output_white",
            name: "Output white",
            unit: "",
            min: 0.0,
            max: 255.0,
            step: 1.0,
            default: 255.0,
        },
    ],
};

pub(super) const KERNEL: Kernel = Kernel::Tone(|values, tables| {
    let &[black, gamma, white, output_black, output_white] = values else { unreachable!("five settings") };
    let range = (white - black).max(1.0);
    fill_with(tables, |level| {
        let inside = ((level - black) / range).clamp(0.0, 1.0);
        output_black + (output_white - output_black) * libm::pow(inside, 1.0 / gamma)
    });
});
