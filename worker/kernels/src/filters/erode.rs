//! Erode: each value becomes the least of those in a square of 2r + 1 by 2r + 1 pixels around it, in each channel by
//! itself, so that what is dark grows. As `erode` in `OpenCV`.
//!
//! The radius is rounded to whole pixels at the scale at hand; at 0 nothing changes. Edges are replicated. Works on
//! gamma-coded sRGB, colours multiplied with alpha and rounded to 8 bits; alpha is filtered as the colours are, and
//! they are divided by it again, rounded to the nearest level. Where alpha becomes 0, so does the colour.

use crate::filter::{Filter, param};
use crate::ops::min_max;
use crate::{Group, Kernel, Neighbourhood, Text};

pub(super) const FILTER: Filter = Filter {
    id: "erode",
    name: Text { en: "Erode", de: "Erodieren" },
    summary: Text { en: "Shrinks light areas.", de: "Lässt helle Flächen schrumpfen." },
    synonyms: Text { en: "minimum, morphology, shrink, darker", de: "minimum, morphologie, dunkler" },
    group: Group::Detail,
    params: &[param("radius_px", Text { en: "Radius", de: "Radius" })
        .range(0.0, 20.0)
        .unit("px")
        .example(2.0)],
    kernel: Kernel::Neighbourhood(Neighbourhood {
        radius_px,
        run: |values, source, region, out| {
            min_max::run(radius_px(values, source.scale), source, region, out, u8::min);
        },
    }),
};

fn radius_px(values: &[f64], scale: f64) -> u32 {
    libm::round(values[0] * scale) as u32
}
