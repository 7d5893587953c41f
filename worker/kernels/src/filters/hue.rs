//! Hue: colours are turned around the axis of greys, as `hue-rotate()` of Filter Effects Module Level 1.
//!
//! The matrix keeps luma (0.213, 0.715, 0.072) and greys; it is a linear approximation on gamma-coded sRGB,
//! and cuts off what leaves the range. Rounded to the nearest level, weights to 1/16384. Alpha is not
//! touched.

use crate::filter::{Filter, param};
use crate::ops::colour_matrix::ColourMatrix;
use crate::{Group, Kernel, Text};

pub(super) const FILTER: Filter = Filter {
    id: "hue",
    name: Text { en: "Hue rotation", de: "Farbton drehen" },
    summary: Text {
        en: "Turns every colour by an angle on the colour wheel.",
        de: "Dreht jede Farbe um einen Winkel auf dem Farbkreis.",
    },
    synonyms: Text { en: "hsl, color shift, color wheel", de: "hsl, farbverschiebung, farbkreis" },
    group: Group::Colour,
    params: &[param("angle_deg", Text { en: "Angle", de: "Winkel" })
        .range(-180.0, 180.0)
        .unit("°")
        .example(120.0)],
    kernel: Kernel::Colour(|values, rgba| {
        let angle = values[0].to_radians();
        let (sin, cos) = (libm::sin(angle), libm::cos(angle));
        // The specification's three matrices: the constant one, that of the cosine and that of the sine.
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
    }),
};
