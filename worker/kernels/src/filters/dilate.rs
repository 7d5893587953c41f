//! Dilate: each value becomes the greatest of those in a square of 2r + 1 by 2r + 1 pixels around it, in each channel by
//! itself, so that what is light grows. As `dilate` in `OpenCV`.
//!
//! The radius is rounded to whole pixels at the scale at hand; at 0 nothing changes. Edges are replicated. Works on
//! gamma-coded sRGB, colours multiplied with alpha and rounded to 8 bits; alpha is filtered as the colours are, and
//! they are divided by it again, rounded to the nearest level. Where alpha becomes 0, so does the colour.

use crate::ops::min_max;
use crate::{Neighbourhood, Group, Kernel, Kind, Param, Spec};

pub(super) const SPEC: Spec = Spec {
    id: "dilate",
    name: "Dilate",
    summary: "Grows light areas.",
    group: Group::Detail,
    kind: Kind::Neighbourhood,
    params: &[Param {
        id: "radius_px",
        name: "Radius",
        unit: "px",
        min: 0.0,
        max: 20.0,
        step: 1.0,
        default: 0.0,
    }],
};

pub(super) const KERNEL: Kernel = Kernel::Neighbourhood(Neighbourhood {
    radius_px,
    run: |values, source, region, out| {
        min_max::run(radius_px(values, source.scale), source, region, out, u8::max);
    },
});

fn radius_px(values: &[f64], scale: f64) -> u32 {
    libm::round(values[0] * scale) as u32
}
