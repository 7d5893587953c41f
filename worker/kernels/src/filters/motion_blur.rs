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

use crate::filter::{Filter, param};
use crate::ops::box_mean::BoxMean;
use crate::ops::line_blur::{LineBlur, Plan};
use crate::pixel::premultiplied::unpremultiply;
use crate::{Group, Kernel, Neighbourhood, Region, Text};

pub(super) const FILTER: Filter = Filter {
    id: "motion-blur",
    name: Text { en: "Motion blur", de: "Bewegungsunschärfe" },
    summary: Text { en: "Blurs along a direction.", de: "Verwischt in einer Richtung." },
    synonyms: Text {
        en: "speed, panning, movement, direction",
        de: "bewegung, mitzieher, geschwindigkeit, wischen",
    },
    group: Group::Blur,
    params: &[
        param("length_px", Text { en: "Length", de: "Länge" }).range(0.0, 500.0).unit("px").example(24.0),
        param("angle_deg", Text { en: "Angle", de: "Winkel" }).range(-90.0, 90.0).unit("°"),
    ],
    kernel: Kernel::Neighbourhood(Neighbourhood {
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
            // In strips, so that rows stay in the cache until they are needed again.
            let mut x = 0;
            while x < region.width {
                let strip =
                    Region { x: region.x + x, width: plan.strip_px().min(region.width - x), ..region };
                let mut line_blur = LineBlur::new(&plan, source, strip);
                for row in out.chunks_exact_mut(region.width as usize * 4) {
                    let row = &mut row[x as usize * 4..][..strip.width as usize * 4];
                    unpremultiply(line_blur.next(), source.opaque, row);
                }
                x += strip.width;
            }
        },
    }),
};

/// For a horizontal or vertical line, its share across and its share down: (1, 0) or (0, 1). Such a blur is a box blur
/// one pixel wide.
fn upright(values: &[f64]) -> Option<(f64, f64)> {
    match values[1].abs() {
        0.0 => Some((1.0, 0.0)),
        90.0 => Some((0.0, 1.0)),
        _ => None,
    }
}
