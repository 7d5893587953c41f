//! Clarity: more or less contrast over a large radius, which is how clear the air seems to be; up to a high pass.
//!
//! With G the level of the Gaussian blur (colour divided by alpha), channel by channel:
//!
//! (1 − h) · (level + amount · 4 g (1 − g) · (level − G)) + h · (127.5 + level − G)
//!
//! with g = G / 255, so that midtones change most and little is clipped at both ends; and with h the share of the high
//! pass, which is middle grey plus the difference of a pixel from its surroundings.
//!
//! Our own; works on gamma-coded sRGB in 128ths of a level, rounded to the nearest level at the end; edges are
//! replicated. Alpha is not changed, nor is the colour under alpha 0. The radius is the blur's standard deviation σ and
//! counts pixels at full size.

use crate::filter::{Filter, param};
use crate::ops::combine_with_blur::combine_with_blur;
use crate::ops::gaussian::Plan;
use crate::simd::i16x8::I16x8;
use crate::{Group, Kernel, Neighbourhood, Text};

pub(super) const FILTER: Filter = Filter {
    id: "clarity",
    name: Text { en: "Clarity", de: "Klarheit" },
    summary: Text {
        en: "Brings out broad structures, or veils them.",
        de: "Holt breite Strukturen hervor oder verschleiert sie.",
    },
    synonyms: Text {
        en: "structure, texture, dehaze, haze, high pass, midtone contrast",
        de: "struktur, textur, dunst, dunst entfernen, nebel, hochpass",
    },
    group: Group::Detail,
    params: &[
        param("amount", Text { en: "Amount", de: "Stärke" }).range(-100.0, 100.0).unit("%").example(90.0),
        param("sigma_px", Text { en: "Radius", de: "Radius" }).range(1.0, 250.0).unit("px").default(30.0),
        param("high_pass", Text { en: "High pass", de: "Hochpass" }).range(0.0, 100.0).unit("%"),
    ],
    kernel: Kernel::Neighbourhood(Neighbourhood {
        radius_px: |values, scale| {
            if is_neutral(values) { 0 } else { Plan::new(values[1] * scale).radius_px() }
        },
        run: |values, source, region, out| {
            if is_neutral(values) {
                return source.copy(region, out);
            }
            let plan = Plan::new(values[1] * source.scale);
            let part = |percent: f64| I16x8::splat((percent / 100.0 * 32_767.0) as i16);
            let (one, middle) = (part(100.0), I16x8::splat(16_320));
            let (high_pass, rest) = (part(values[2]), part(100.0 - values[2]));
            let amount = part(values[0]).mul_q15(rest);
            let grey = middle.mul_q15(high_pass);
            combine_with_blur(&plan, source, region, out, |levels, around| {
                let difference = levels.saturating_sub(around);
                // 2 g − 1 in Q15, from −1 to 1: twice the difference in Q7, and a 256th more because white is 255 levels.
                let off_middle = around.saturating_sub(middle);
                let off_middle = off_middle.saturating_add(off_middle);
                let off_middle = off_middle.saturating_add(off_middle.mul_q15(I16x8::splat(128)));
                let weight = one
                    .saturating_sub(off_middle.mul_q15(off_middle))
                    .mul_q15(amount)
                    .saturating_add(high_pass);
                levels.mul_q15(rest).saturating_add(grey).saturating_add(difference.mul_q15(weight))
            });
        },
    }),
};

fn is_neutral(values: &[f64]) -> bool {
    values[0] == 0.0 && values[2] == 0.0
}
