//! Temperature and tint: the picture as if its white were another one.
//!
//! In linear light, the white of 6504 K becomes another white by the Bradford adaptation (the linear one of
//! ICC.1). Temperature moves along the daylight locus of CIE 15, by 0.96 mired a step: +100 is the warm white
//! of 4004 K, −100 the cool one of 17,316 K. Tint moves across it, by 0.0002 a step in v of the CIE 1960 UCS:
//! positive towards magenta, negative towards green. Luminance of white is kept. Colours are decoded and coded
//! with the transfer curve and the primaries of IEC 61966-2-1; what leaves the range is cut off. Alpha is not
//! touched.

mod adaptation;

use crate::filter::{Filter, param};
use crate::pixel::map_rgb::trunc;
use crate::pixel::srgb::{LEVEL, LIGHT, STEPS};
use crate::{Group, Kernel, Text};

pub(super) const FILTER: Filter = Filter {
    id: "temperature",
    name: Text { en: "Temperature and tint", de: "Temperatur und Tönung" },
    summary: Text {
        en: "Makes the light warmer or cooler, greener or more magenta.",
        de: "Macht das Licht wärmer oder kühler, grüner oder purpurner.",
    },
    synonyms: Text {
        en: "white balance, wb, kelvin, color temperature, color balance, warm, cold, cool",
        de: "weißabgleich, wb, kelvin, farbtemperatur, farbbalance, farbstich, warm, kalt",
    },
    group: Group::Colour,
    params: &[
        param("temperature", Text { en: "Temperature", de: "Temperatur" }).range(-100.0, 100.0).example(55.0),
        param("tint", Text { en: "Tint", de: "Tönung" }).range(-100.0, 100.0),
    ],
    kernel: Kernel::Colour(|values, rgba| {
        let rows = adaptation::matrix(values[0], values[1]).map(|row| row.map(|weight| weight as f32));
        // The contribution of each level of a channel to all three outputs; a fourth fills the vector's lanes.
        let [red, green, blue] = [0, 1, 2]
            .map(|channel| LIGHT.map(|light| [0, 1, 2, 2].map(|row: usize| rows[row][channel] * light)));
        let level = &*LEVEL;
        for pixels in rgba.as_chunks_mut::<4>().0.chunks_mut(BLOCK) {
            // In two loops, so that compilers vectorise the first.
            let mut steps = [[0; 4]; BLOCK];
            for (steps, [r, g, b, _]) in steps.iter_mut().zip(&*pixels) {
                let [red, green, blue] =
                    [red[usize::from(*r)], green[usize::from(*g)], blue[usize::from(*b)]];
                *steps = std::array::from_fn(|row| step(red[row] + green[row] + blue[row] + 0.5));
            }
            for (pixel, steps) in pixels.iter_mut().zip(steps) {
                let [r, g, b] = [0, 1, 2].map(|row: usize| level[steps[row] as usize]);
                *pixel = [r, g, b, pixel[3]];
            }
        }
    }),
};

/// Pixels of a block: each stage loops over a whole block, so that compilers vectorise the arithmetic.
const BLOCK: usize = 64;

/// Truncates a sum to a step of linear light, clipped to the range.
fn step(sum: f32) -> i32 {
    // `clamp` written as two selects, which compile to one instruction each.
    let sum = if sum > 0.0 { sum } else { 0.0 };
    trunc(if sum < STEPS as f32 { sum } else { STEPS as f32 })
}
