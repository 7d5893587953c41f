//! Unsharp mask: what a blur would take away is added once more, which makes edges steeper.
//!
//! level + amount · (level − blurred level), channel by channel, where the two are more than the threshold apart;
//! elsewhere the level stays. The blurred level is that of the Gaussian blur, colour divided by alpha. Works on
//! gamma-coded sRGB, rounded to the nearest level; edges are replicated. Alpha is not changed, nor is the colour
//! under alpha 0. The radius is the blur's standard deviation σ and counts pixels at full size.

use crate::filter::{Filter, param};
use crate::ops::combine_with_blur::combine_with_blur;
use crate::ops::gaussian::Plan;
use crate::simd::i16x8::{I16x8, I32x4};
use crate::{Group, Kernel, Neighbourhood, Text};

pub(super) const FILTER: Filter = Filter {
    id: "unsharp-mask",
    name: Text { en: "Unsharp mask", de: "Unscharf maskieren" },
    summary: Text {
        en: "Sharpens edges of a chosen fineness and strength.",
        de: "Schärft Kanten in wählbarer Feinheit und Stärke.",
    },
    synonyms: Text { en: "usm, sharpen, crisp", de: "usm, schärfen, scharfzeichnen" },
    group: Group::Detail,
    params: &[
        param("amount", Text { en: "Amount", de: "Stärke" }).range(0.0, 500.0).unit("%").example(220.0),
        param("sigma_px", Text { en: "Radius", de: "Radius" })
            .range(0.1, 250.0)
            .unit("px")
            .step(0.1)
            .default(1.5),
        param("threshold", Text { en: "Threshold", de: "Schwelle" }).range(0.0, 255.0),
    ],
    kernel: Kernel::Neighbourhood(Neighbourhood {
        radius_px: |values, scale| {
            if values[0] == 0.0 { 0 } else { Plan::new(values[1] * scale).radius_px() }
        },
        run: |values, source, region, out| {
            if values[0] == 0.0 {
                return source.copy(region, out);
            }
            let plan = Plan::new(values[1] * source.scale);
            let amount = (values[0] / 100.0 * 4096.0 + 0.5) as i16;
            let weights = I16x8::splat_pairs(4096, amount);
            let threshold = I16x8::splat((values[2] * 128.0) as i16);
            combine_with_blur(&plan, source, region, out, |levels, around| {
                let more = levels.saturating_sub(around).zero_within(threshold);
                let (first, second) = levels.interleave(more);
                let sum = |pairs: I16x8| I32x4::rounding_half::<12>().add(pairs.dot(weights));
                sum(first).shift_narrow::<12>(sum(second))
            });
        },
    }),
};
