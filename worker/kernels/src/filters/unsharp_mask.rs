//! Unsharp mask: what a blur would take away is added once more, which makes edges steeper.
//!
//! level + amount · (level − blurred level), channel by channel, where the two are more than the threshold apart;
//! elsewhere the level stays. The blurred level is that of the Gaussian blur, colour divided by alpha. Works on
//! gamma-coded sRGB, rounded to the nearest level; edges are replicated. Alpha is not changed, nor is the colour
//! under alpha 0. The radius is the blur's standard deviation σ and counts pixels at full size.

use crate::ops::combine_with_blur::combine_with_blur;
use crate::ops::gaussian::Plan;
use crate::simd::i16x8::{I16x8, I32x4};
use crate::{Neighbourhood, Group, Kernel, Kind, Param, Spec};

pub(super) const SPEC: Spec = Spec {
    id: "unsharp-mask",
    name: "Unsharp mask",
    summary: "Sharpens edges of a chosen fineness and strength.",
    group: Group::Detail,
    kind: Kind::Neighbourhood,
    params: &[
        Param { id: "amount", name: "Amount", unit: "%", min: 0.0, max: 500.0, step: 1.0, default: 0.0 },
        Param { id: "sigma_px", name: "Radius", unit: "px", min: 0.1, max: 250.0, step: 0.1, default: 1.5 },
        Param { id: "threshold", name: "Threshold", unit: "", min: 0.0, max: 255.0, step: 1.0, default: 0.0 },
    ],
};

pub(super) const KERNEL: Kernel = Kernel::Neighbourhood(Neighbourhood {
    radius_px: |values, scale| if values[0] == 0.0 { 0 } else { Plan::new(values[1] * scale).radius_px() },
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
});
