//! Threshold: white where the luma reaches the threshold, black where it does not.
//!
//! The luma is that of Grayscale, in exact integers: ⌊(299 R + 587 G + 114 B) / 1000⌋ on gamma-coded sRGB.
//! A threshold of 0 leaves only white. There is no neutral setting. Alpha is not touched.

use crate::pixel::map_rgb::map_rgb;
use crate::{Group, Kernel, Kind, Param, Spec};

pub(super) const SPEC: Spec = Spec {
    id: "threshold",
    name: "Threshold",
    summary: "Leaves pure black and pure white, divided at one lightness.",
    group: Group::Colour,
    kind: Kind::Colour,
    params: &[Param {
        id: "threshold",
        name: "Threshold",
        unit: "",
        min: 0.0,
        max: 255.0,
        step: 1.0,
        default: 128.0,
    }],
};

pub(super) const KERNEL: Kernel = Kernel::Colour(|values, rgba| {
    let least = 1000 * values[0].ceil() as i32;
    map_rgb(rgba, |_, [r, g, b]| {
        let level = if 299 * r + 587 * g + 114 * b >= least { 255 } else { 0 };
        [level; 3]
    });
});
