//! Curves: light and dark are bent along a curve, and then red, green and blue each along one of their own.
//!
//! A curve has up to eight points, each a level in and a level out, from 0 to 255. Levels in are whole (others are
//! rounded to the nearest, halves up); a point whose level in is below 0 is not there. Points may stand in any order;
//! of two at one level in, the later one counts. Between points a curve is a cubic that overshoots neither (see
//! `lut/tone_curve.rs`; `PchipInterpolator` in `SciPy`), before the first and after the last it is level: one point alone makes
//! one level of everything. A curve without points changes nothing. The master curve comes first, for all three
//! channels; what it finds goes into the channel's own curve as it is. Works on gamma-coded sRGB and is rounded once,
//! to the nearest level, halves up. Alpha is not touched.

use crate::lut::tone_curve::{ToneCurve, MAX_POINTS, curve_points};
use crate::lut::tables::fill_each;
use crate::{Group, Kernel, Kind, Param, Spec};

/// The points of one curve, with the levels that they have at first.
macro_rules! curve {
    ($id:literal, $name:literal) => {
        curve!($id, $name,
            "1" 0.0 0.0, "2" 255.0 255.0, "3" -1.0 0.0, "4" -1.0 0.0,
            "5" -1.0 0.0, "6" -1.0 0.0, "7" -1.0 0.0, "8" -1.0 0.0
        )
    };
    ($id:literal, $name:literal, $($number:literal $in:literal $out:literal),*) => {
        [$([
            level(concat!($id, "_", $number, "_in"), concat!($name, ", point ", $number, ", in"), -1.0, $in),
            level(concat!($id, "_", $number, "_out"), concat!($name, ", point ", $number, ", out"), 0.0, $out),
        ]),*]
    };
}

pub(super) const SPEC: Spec = Spec {
    id: "curves",
    name: "Curves",
    summary: "Bends light and dark, and each colour, along curves.",
    group: Group::Tone,
    kind: Kind::Tone,
    params: PARAMS.as_flattened().as_flattened(),
};

/// Curve by curve, point by point: its level in and its level out. Without any setting it is a straight line.
static PARAMS: [[[Param; 2]; MAX_POINTS]; 4] =
    [curve!("master", "Master"), curve!("red", "Red"), curve!("green", "Green"), curve!("blue", "Blue")];

pub(super) const KERNEL: Kernel = Kernel::Tone(|values, tables| {
    let curve = |which: usize| ToneCurve::new(&curve_points(values, which));
    let (master, colours) = (curve(0), [curve(1), curve(2), curve(3)]);
    fill_each(tables, |channel, level| colours[channel].at(master.at(level)));
});

const fn level(id: &'static str, name: &'static str, min: f64, default: f64) -> Param {
    Param { id, name, unit: "", min, max: 255.0, step: 1.0, default }
}
