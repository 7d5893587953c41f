//! Gaussian blur: each pixel becomes the mean of all pixels around it, weighted by a bell of standard deviation σ.
//!
//! As feGaussianBlur means it: with exp(−(x² + y²) / 2σ²) as weights, and not by boxes. Works on gamma-coded sRGB,
//! colour times alpha; edges are replicated. Within one level of the exact sum, see `ops/gaussian.rs`, and often
//! nearer. σ counts pixels at full size.

use crate::filter::{Filter, param};
use crate::ops::gaussian::{GaussianBlur, Plan};
use crate::pixel::premultiplied::unpremultiply;
use crate::{Group, Kernel, Neighbourhood, Text};

pub(super) const FILTER: Filter = Filter {
    id: "gaussian-blur",
    name: Text { en: "Gaussian blur", de: "Gaußsche Unschärfe" },
    summary: Text { en: "Softens the picture evenly.", de: "Macht das Bild gleichmäßig weich." },
    synonyms: Text {
        en: "gauss, blur, soft, soften, smooth, defocus, out of focus",
        de: "weichzeichner, weichzeichnen, weich, unscharf, gauß",
    },
    group: Group::Blur,
    params: &[param("sigma_px", Text { en: "Radius", de: "Radius" })
        .range(0.0, 250.0)
        .unit("px")
        .step(0.1)
        .example(3.0)],
    kernel: Kernel::Neighbourhood(Neighbourhood {
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
    }),
};
