//! Channel mixer: each channel of the result is a sum of shares of all three.
//!
//! Works on gamma-coded sRGB: red = red from red · R + red from green · G + red from blue · B, and so on. Shares
//! that add up to 100 % keep greys. Cut to the range, rounded to the nearest level, weights to 1/16384.
//! Alpha is not touched.

use crate::filter::{Filter, NamedParam, param};
use crate::ops::colour_matrix::ColourMatrix;
use crate::{Group, Kernel, Text};

pub(super) const FILTER: Filter = Filter {
    id: "channel-mixer",
    name: Text { en: "Channel mixer", de: "Kanalmixer" },
    summary: Text {
        en: "Mixes each of red, green and blue anew from all three.",
        de: "Mischt Rot, Grün und Blau jeweils neu aus allen dreien.",
    },
    synonyms: Text {
        en: "rgb, swap channels, infrared, color matrix",
        de: "rgb, kanäle tauschen, infrarot, farbmatrix",
    },
    group: Group::Colour,
    params: &[
        share("red_from_red", Text { en: "Red from red", de: "Rot aus Rot" }, 100.0).example(0.0),
        share("red_from_green", Text { en: "Red from green", de: "Rot aus Grün" }, 0.0),
        share("red_from_blue", Text { en: "Red from blue", de: "Rot aus Blau" }, 0.0).example(100.0),
        share("green_from_red", Text { en: "Green from red", de: "Grün aus Rot" }, 0.0),
        share("green_from_green", Text { en: "Green from green", de: "Grün aus Grün" }, 100.0),
        share("green_from_blue", Text { en: "Green from blue", de: "Grün aus Blau" }, 0.0),
        share("blue_from_red", Text { en: "Blue from red", de: "Blau aus Rot" }, 0.0).example(100.0),
        share("blue_from_green", Text { en: "Blue from green", de: "Blau aus Grün" }, 0.0),
        share("blue_from_blue", Text { en: "Blue from blue", de: "Blau aus Blau" }, 100.0).example(0.0),
    ],
    kernel: Kernel::Colour(|values, rgba| {
        let row = |first: usize| [0, 1, 2].map(|k| values[first + k] / 100.0);
        ColourMatrix::new([row(0), row(3), row(6)]).apply(rgba);
    }),
};

const fn share(id: &'static str, name: Text, default: f64) -> NamedParam {
    param(id, name).range(-200.0, 200.0).unit("%").default(default)
}
