//! Gaussian blur: each pixel becomes the mean of all pixels around it, weighted by a bell of standard deviation σ.
//!
//! As feGaussianBlur means it: with exp(−(x² + y²) / 2σ²) as weights, and not by boxes. Works on gamma-coded sRGB,
//! colour times alpha; edges are replicated. Within one level of the exact sum, see `ops/gaussian.rs`, and often
//! nearer. σ counts pixels at full size.

use crate::ops::gaussian::{GaussianBlur, Plan};
use crate::pixel::premultiplied::unpremultiply;
use crate::{Neighbourhood, Group, Kernel, Kind, Param, Spec};

pub(super) const SPEC: Spec = Spec {
    id: "gaussian-blur",
    name: "Gaussian blur",
    summary: "Softens the picture evenly.",
    group: Group::Blur,
    kind: Kind::Neighbourhood,
    params: &[Param {
        id: "sigma_px",
        name: "Radius",
        unit: "px",
        min: 0.0,
        max: 250.0,
        step: 0.1,
        default: 0.0,
    }],
};

pub(super) const KERNEL: Kernel = Kernel::Neighbourhood(Neighbourhood {
    radius_px: |values, scale| Plan::new(values[0] * scale).radius_px(),
    run: |values, source, region, out| {
        let plan = Plan::new(values[0] * source.scale);
        if plan.is_identity() || out.is_empty() {
            return source.copy(region, out);
        }
        let mut blurred = GaussianBlur::of(&plan, region, source);
        for row in out.chunks_exact_mut(region.width as usize * 4) {
            unpremultiply(blurred.next(), source.opaque, row);
        }
    },
});
