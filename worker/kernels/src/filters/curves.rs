//! Curves: light and dark are bent along a curve, and then red, green and blue each along one of their own.
//!
//! A curve goes smoothly through five points, which stand at the levels 0, 64, 128, 191 and 255; each setting is
//! how many levels above or below its point lies, cut to 0–255. Between its points it overshoots none of them (see
//! `curve.rs`; `PchipInterpolator` in `SciPy`). The master curve comes first, for all three channels; what it finds
//! goes into the channel's own curve as it is. Works on gamma-coded sRGB and is rounded once, to the nearest level,
//! halves up. Alpha is not touched.

use crate::curve::Curve;
use crate::tone::fill_each;
use crate::{Group, Kernel, Kind, Param, Spec};

pub(super) const SPEC: Spec = Spec {
    id: "curves",
    name: "Curves",
    summary: "Bends light and dark, and each colour, along curves.",
    group: Group::Tone,
    kind: Kind::Tone,
    params: &[
        point("master_blacks", "Blacks"),
        point("master_shadows", "Shadows"),
        point("master_midtones", "Midtones"),
        point("master_lights", "Lights"),
        point("master_whites", "Whites"),
        point("red_blacks", "Red blacks"),
        point("red_shadows", "Red shadows"),
        point("red_midtones", "Red midtones"),
        point("red_lights", "Red lights"),
        point("red_whites", "Red whites"),
        point("green_blacks", "Green blacks"),
        point("green_shadows", "Green shadows"),
        point("green_midtones", "Green midtones"),
        point("green_lights", "Green lights"),
        point("green_whites", "Green whites"),
        point("blue_blacks", "Blue blacks"),
        point("blue_shadows", "Blue shadows"),
        point("blue_midtones", "Blue midtones"),
        point("blue_lights", "Blue lights"),
        point("blue_whites", "Blue whites"),
    ],
};

/// Where the points stand.
const LEVELS: [f64; 5] = [0.0, 64.0, 128.0, 191.0, 255.0];

pub(super) const KERNEL: Kernel = Kernel::Tone(|values, tables| {
    let curve = |which: usize| {
        let moved = |k: usize| (LEVELS[k] + values[which * LEVELS.len() + k]).clamp(0.0, 255.0);
        Curve::new(LEVELS, std::array::from_fn(moved))
    };
    let (master, colours) = (curve(0), [curve(1), curve(2), curve(3)]);
    fill_each(tables, |channel, level| colours[channel].at(master.at(level)));
});

const fn point(id: &'static str, name: &'static str) -> Param {
    Param { id, name, unit: "", min: -100.0, max: 100.0, step: 1.0, default: 0.0 }
}
