//! Channel mixer: each channel of the result is a sum of shares of all three.
//!
//! Works on gamma-coded sRGB: red = red from red · R + red from green · G + red from blue · B, and so on. Shares
//! that add up to 100 % keep greys. Cut to the range, rounded to the nearest level, weights to 1/16384.
//! Alpha is not touched.

use crate::ops::colour_matrix::ColourMatrix;
use crate::{Group, Kernel, Kind, Param, Spec};

pub(super) const SPEC: Spec = Spec {
    id: "channel-mixer",
    name: "Channel mixer",
    summary: "Mixes each of red, green and blue anew from all three.",
    group: Group::Colour,
    kind: Kind::Colour,
    params: &[
        share("red_from_red", "Red from red", 100.0),
        share("red_from_green", "Red from green", 0.0),
        share("red_from_blue", "Red from blue", 0.0),
        share("green_from_red", "Green from red", 0.0),
        share("green_from_green", "Green from green", 100.0),
        share("green_from_blue", "Green from blue", 0.0),
        share("blue_from_red", "Blue from red", 0.0),
        share("blue_from_green", "Blue from green", 0.0),
        share("blue_from_blue", "Blue from blue", 100.0),
    ],
};

pub(super) const KERNEL: Kernel = Kernel::Colour(|values, rgba| {
    let row = |first: usize| [0, 1, 2].map(|k| values[first + k] / 100.0);
    ColourMatrix::new([row(0), row(3), row(6)]).apply(rgba);
});

const fn share(id: &'static str, name: &'static str, default: f64) -> Param {
    Param { id, name, unit: "%", min: -200.0, max: 200.0, step: 1.0, default }
}
