//! Saturation: every channel's distance from the pixel's luma times 1 + amount, as `saturate()` of Filter
//! Effects Module Level 1, whose matrix weighs red, green and blue with 0.213, 0.715 and 0.072.
//!
//! Works on gamma-coded sRGB; greys stay as they are. Rounded to the nearest level, weights to 1/16384.
//! Alpha is not touched.

use crate::ops::colour_matrix::ColourMatrix;
use crate::{Group, Kernel, Kind, Param, Spec};

pub(super) const SPEC: Spec = Spec {
    id: "saturation",
    name: "Saturation",
    summary: "Makes all colours stronger or paler by the same factor.",
    group: Group::Colour,
    kind: Kind::Colour,
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

pub(super) const KERNEL: Kernel = Kernel::Colour(|values, rgba| {
    let keep = 1.0 + values[0] / 100.0;
    let luma = [0.213, 0.715, 0.072].map(|weight| weight * (1.0 - keep));
    let [r, g, b] = luma;
    ColourMatrix::new([[r + keep, g, b], [r, g + keep, b], [r, g, b + keep]]).apply(rgba);
});
