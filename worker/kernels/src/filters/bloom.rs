//! Bloom: bright parts glow, as if the lens had scattered their light.
//!
//! A pixel's light is its colour times t = (Y − threshold) / (255 − threshold), cut to 0–1, where its luma Y is
//! ⌊(77 R + 150 G + 29 B) / 256⌋; with a threshold of 255 there is none. The light, times alpha, is spread by the
//! Gaussian blur to the glow. The result is level + g · (255 − level), where g = amount · glow / 255, at most 1:
//! light added as by a second projector (“screen”).
//!
//! Our own; works on gamma-coded sRGB in 128ths of a level, rounded to the nearest level at last; edges are
//! replicated. Alpha is not changed, nor is the colour under alpha 0. The radius is the blur's standard deviation
//! σ and counts pixels at full size.

use crate::filter::{Filter, param};
use crate::ops::combine_with_blur::combine_with_rows;
use crate::ops::gaussian::{GaussianBlur, Plan, RowSource};
use crate::simd::i16x8::{I16x8, Rgba16};
use crate::{Group, Kernel, Neighbourhood, Region, Text, Window};

pub(super) const FILTER: Filter = Filter {
    id: "bloom",
    name: Text { en: "Bloom", de: "Überstrahlung" },
    summary: Text { en: "Lets bright parts glow.", de: "Lässt helle Stellen leuchten." },
    synonyms: Text { en: "glow, orton, soft light, halation", de: "leuchten, glühen, schein, orton" },
    group: Group::Blur,
    params: &[
        param("amount", Text { en: "Amount", de: "Stärke" }).range(0.0, 200.0).unit("%").example(120.0),
        param("sigma_px", Text { en: "Radius", de: "Radius" })
            .range(1.0, 250.0)
            .unit("px")
            .default(25.0)
            .example(8.0),
        param("threshold", Text { en: "Threshold", de: "Schwelle" }).range(0.0, 255.0).default(170.0),
    ],
    kernel: Kernel::Neighbourhood(Neighbourhood {
        radius_px: |values, scale| {
            if values[0] == 0.0 { 0 } else { Plan::new(values[1] * scale).radius_px() }
        },
        run: |values, source, region, out| {
            if values[0] == 0.0 || out.is_empty() {
                return source.copy(region, out);
            }
            let plan = Plan::new(values[1] * source.scale);
            let window = *source;

            let glow = GaussianBlur::new(&plan, region, source.picture, |part| {
                Box::new(Light { window, part, y: part.y, of_luma: shares(values[2]) })
            });
            let half_amount = I16x8::splat((values[0] / 200.0 * 32_767.0 + 0.5) as i16);
            let (full, a_256th) = (I16x8::splat(32_640), I16x8::splat(128));
            combine_with_rows(
                glow,
                |_| {},
                source,
                region,
                out,
                |levels, half_glow| {
                    let half = half_glow.saturating_add(half_glow).mul_q15(half_amount);
                    let missing = full.saturating_sub(levels);
                    // White is 255 levels above black, but 1 in Q15 is 256 levels: hence a 256th more.
                    levels.saturating_add(
                        half.saturating_add(half).mul_q15(missing.saturating_add(missing.mul_q15(a_256th))),
                    )
                },
            );
        },
    }),
};

/// The rows of an image's light (see the contract), times alpha, in 128ths of a level (Q7).
struct Light<'a> {
    window: Window<'a>,
    part: Region,
    y: u32,
    of_luma: [i16; 256],
}

/// For each luma, the fraction t of the colour that is light, in Q15: 32,767 is all of it.
fn shares(threshold: f64) -> [i16; 256] {
    std::array::from_fn(|luma| {
        let above = (luma as f64 - threshold) / (255.0 - threshold).max(1.0);
        (above.max(0.0) * 32_767.0 + 0.5) as i16
    })
}

impl Light<'_> {
    #[inline]
    fn of(&self, two: [[u8; 4]; 2]) -> I16x8 {
        let [first, second] = two.map(|pixel| {
            let [r, g, b, alpha] = pixel.map(u32::from);
            let share = self.of_luma[((77 * r + 150 * g + 29 * b) >> 8) as usize];
            if self.window.opaque { share } else { ((share as u32 * alpha + 127) / 255) as i16 }
        });
        I16x8::from_u8_q7(two).mul_q15(I16x8::splat_pixels(first, second))
    }
}

impl RowSource for Light<'_> {
    fn next(&mut self, row: &mut [Rgba16]) {
        let from = (self.part.x - self.window.region.x) as usize;
        let pixels = &self.window.row(i64::from(self.y))[from..][..self.part.width as usize];
        let (twos, last) = pixels.as_chunks();
        for (wide, two) in row.as_chunks_mut().0.iter_mut().zip(twos) {
            self.of(*two).store(wide);
        }
        if let [pixel] = last {
            let mut both = [[0; 4]; 2];
            self.of([*pixel; 2]).store(&mut both);
            row[pixels.len() - 1] = both[0];
        }
        self.y += 1;
    }
}
