//! Motion blur: each pixel becomes the mean along a line through it, as if the camera had moved.
//!
//! The line has a length and is turned by an angle, counter-clockwise from the horizontal. It is sampled once per
//! column if it is nearer to the horizontal, else once per row; across, a sample lies between two pixels and is
//! mixed from both. With ρ half of what the line covers of that axis, samples count fully as far as ⌊ρ⌋ from the
//! middle, and those beyond for the rest of ρ. Long lines are summed up in two steps (see `ops/line_blur/plan.rs`), which
//! mixes neighbours across the line once more.
//!
//! Our own; works on gamma-coded sRGB, colour times alpha, rounded to the nearest level; edges are replicated. The
//! length counts pixels at full size.

use crate::ops::box_mean::BoxMean;
use crate::pixel::premultiplied::unpremultiply;
use crate::ops::line_blur::{Plan, LineBlur};
use crate::{Neighbourhood, Group, Kernel, Kind, Param, Region, Spec};

pub(super) const SPEC: Spec = Spec {
    id: "motion-blur",
    name: "Motion blur",
    summary: "Blurs along a direction.",
    group: Group::Blur,
    kind: Kind::Neighbourhood,
    params: &[
        Param { id: "length_px", name: "Length", unit: "px", min: 0.0, max: 500.0, step: 1.0, default: 0.0 },
        Param { id: "angle_deg", name: "Angle", unit: "°", min: -90.0, max: 90.0, step: 1.0, default: 0.0 },
    ],
};

pub(super) const KERNEL: Kernel = Kernel::Neighbourhood(Neighbourhood {
    radius_px: |values, scale| {
        let length_px = values[0] * scale;
        match upright(values) {
            Some(_) => BoxMean::read_radius_px(length_px / 2.0),
            None => Plan::new(length_px, values[1]).radius_px(),
        }
    },
    run: |values, source, region, out| {
        let length_px = values[0] * source.scale;
        if length_px == 0.0 || out.is_empty() {
            return source.copy(region, out);
        }
        if let Some((across, down)) = upright(values) {
            let half = length_px / 2.0;
            let mut means = BoxMean::new((across * half, down * half), source, region);
            for row in out.chunks_exact_mut(region.width as usize * 4) {
                unpremultiply(means.next(), source.opaque, row);
            }
            return;
        }
        let plan = Plan::new(length_px, values[1]);
        // In strips, so that what is needed again is still near.
        let mut x = 0;
        while x < region.width {
            let strip = Region { x: region.x + x, width: plan.strip_px().min(region.width - x), ..region };
            let mut line_blur = LineBlur::new(&plan, source, strip);
            for row in out.chunks_exact_mut(region.width as usize * 4) {
                let row = &mut row[x as usize * 4..][..strip.width as usize * 4];
                unpremultiply(line_blur.next(), source.opaque, row);
            }
            x += strip.width;
        }
    },
});

/// How much of the line lies across and how much down, if it is all of it: then it is a box of one pixel's width.
fn upright(values: &[f64]) -> Option<(f64, f64)> {
    match values[1].abs() {
        0.0 => Some((1.0, 0.0)),
        90.0 => Some((0.0, 1.0)),
        _ => None,
    }
}
