//! Hue: colours are turned around the axis of greys, as `hue-rotate()` of Filter Effects Module Level 1.
//!
//! The matrix keeps luma (0.213, 0.715, 0.072) and greys; it is a linear approximation on gamma-coded sRGB,
//! and cuts off what leaves the range. Rounded to the nearest level, weights to 1/16384. Alpha is not
//! touched.

use crate::ops::colour_matrix::ColourMatrix;
use crate::{Group, Kernel, Kind, Param, Spec};

pub(super) const SPEC: Spec = Spec {
    id: "hue",
    name: "Hue rotation",
    summary: "Turns every colour by an angle on the colour wheel.",
    group: Group::Colour,
    kind: Kind::Colour,
    params: &[Param {
        id: "angle_deg",
        name: "Angle",
        unit: "°",
        min: -180.0,
        max: 180.0,
        step: 1.0,
        default: 0.0,
    }],
};

pub(super) const KERNEL: Kernel = Kernel::Colour(|values, rgba| {
    let angle = values[0].to_radians();
    let (sin, cos) = (libm::sin(angle), libm::cos(angle));
    // The specification's three matrices: what stays, what turns with the cosine, what with the sine.
    let row = |along: [f64; 3], across: [f64; 3]| {
        let luma = [0.213, 0.715, 0.072];
        [0, 1, 2].map(|k| luma[k] + cos * along[k] + sin * across[k])
    };
    ColourMatrix::new([
        row([0.787, -0.715, -0.072], [-0.213, -0.715, 0.928]),
        row([-0.213, 0.285, -0.072], [0.143, 0.140, -0.283]),
        row([-0.213, -0.715, 0.928], [-0.787, 0.715, 0.072]),
    ])
    .apply(rgba);
});
