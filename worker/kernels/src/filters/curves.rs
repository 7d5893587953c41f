//! Curves: light and dark are bent along a curve, and then red, green and blue each along one of their own.
//!
//! A curve has up to eight points, each a level in and a level out, from 0 to 255. Levels in are whole (others are
//! rounded to the nearest, halves up); a point whose level in is below 0 is not there. Points may stand in any order;
//! of two at one level in, the later one counts. Between points a curve is a cubic that overshoots neither (see
//! `lut/tone_curve.rs`; `PchipInterpolator` in `SciPy`), before the first and after the last it is level: one point alone makes
//! one level of everything. A curve without points changes nothing. The master curve comes first, for all three
//! channels; what it finds goes into the channel's own curve as it is. Works on gamma-coded sRGB and is rounded once,
//! to the nearest level, halves up. Alpha is not touched.

use crate::filter::{Filter, NamedParam, param};
use crate::lut::tables::fill_each;
use crate::lut::tone_curve::{MAX_POINTS, ToneCurve, curve_points};
use crate::{Group, Kernel, Text};

/// The parameters of one curve's points. Two points are there at first, and make a straight line; others are at −1,
/// where a point is not there.
macro_rules! curve {
    ($id:literal, $en:literal, $de:literal) => {
        curve!(@points $id, $en, $de,
            "1" 0.0 0.0, "2" 255.0 255.0, "3" -1.0 0.0, "4" -1.0 0.0,
            "5" -1.0 0.0, "6" -1.0 0.0, "7" -1.0 0.0, "8" -1.0 0.0
        )
    };
    (@points $id:literal, $en:literal, $de:literal, $($number:literal $in:literal $out:literal),*) => {
        [$([
            level(
                concat!($id, "_", $number, "_in"),
                Text {
                    en: concat!($en, ", point ", $number, ", in"),
                    de: concat!($de, ", Punkt ", $number, ", Eingang"),
                },
                -1.0,
                $in,
            ),
            level(
                concat!($id, "_", $number, "_out"),
                Text {
                    en: concat!($en, ", point ", $number, ", out"),
                    de: concat!($de, ", Punkt ", $number, ", Ausgang"),
                },
                0.0,
                $out,
            ),
        ]),*]
    };
}

pub(super) const FILTER: Filter = Filter {
    id: "curves",
    name: Text { en: "Curves", de: "Gradationskurven" },
    summary: Text {
        en: "Bends light and dark, and each colour, along curves.",
        de: "Biegt Hell und Dunkel und jede Farbe entlang von Kurven.",
    },
    synonyms: Text {
        en: "tone curve, rgb curves, s-curve, gradation, histogram",
        de: "kurven, tonwertkurve, s-kurve, histogramm",
    },
    group: Group::Tone,
    params: PARAMS.as_flattened().as_flattened(),
    kernel: Kernel::Tone(|values, tables| {
        let curve = |which: usize| ToneCurve::new(&curve_points(values, which));
        let (master, colours) = (curve(0), [curve(1), curve(2), curve(3)]);
        fill_each(tables, |channel, level| colours[channel].at(master.at(level)));
    }),
};

/// Curve by curve, point by point: its level in and its level out. Without any setting it is a straight line.
const PARAMS: [[[NamedParam; 2]; MAX_POINTS]; 4] = [
    with_example(curve!("master", "Master", "Alle")),
    curve!("red", "Red", "Rot"),
    curve!("green", "Green", "Grün"),
    curve!("blue", "Blue", "Blau"),
];

/// Levels in and out of the master curve's points in the example: more contrast.
const EXAMPLE: [[f64; 2]; 5] = [[0.0, 0.0], [64.0, 36.0], [128.0, 128.0], [191.0, 215.0], [255.0, 255.0]];

const fn with_example(mut points: [[NamedParam; 2]; MAX_POINTS]) -> [[NamedParam; 2]; MAX_POINTS] {
    let mut index = 0;
    while index < EXAMPLE.len() {
        let [level_in, level_out] = EXAMPLE[index];
        points[index] = [points[index][0].example(level_in), points[index][1].example(level_out)];
        index += 1;
    }
    points
}

const fn level(id: &'static str, name: Text, min: f64, default: f64) -> NamedParam {
    param(id, name).range(min, 255.0).default(default)
}
