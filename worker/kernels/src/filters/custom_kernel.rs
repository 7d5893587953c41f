//! Custom kernel: each pixel becomes a weighted sum of the 5 × 5 pixels around it, or of the inner 3 × 3.
//!
//! Weights are named as in a spreadsheet: columns A to E, rows 1 to 5, the pixel itself is C3. The kernel is not
//! turned round (a correlation, as `filter2D` in `OpenCV`). A channel becomes sum / divisor + bias, rounded to the
//! nearest level, halves up, and clipped to the range; exactly so where weights and divisor are whole. Works on
//! gamma-coded sRGB as it stands, not premultiplied, in `f32`, in one order of operations everywhere; edges are
//! replicated. Alpha is neither convolved nor changed.
//!
//! At a smaller scale s a pixel is 1 / s pixels wide, and the kernel is fitted to do the same to what is smooth:
//! its sum S stays in the middle, the rest is split into an odd part, which takes first differences and is
//! multiplied by s, and an even part, which takes second differences and is multiplied by s².

use crate::filter::{Filter, NamedParam, param};
use crate::ops::neighbour_rows::{copy_alpha, for_each_row};
use crate::{Group, Kernel, Neighbourhood, Region, Text, Window};

pub(super) const FILTER: Filter = Filter {
    id: "custom-kernel",
    name: Text { en: "Custom kernel", de: "Eigener Kern" },
    summary: Text {
        en: "Mixes each pixel with those around it by your own weights.",
        de: "Mischt jedes Pixel mit denen ringsum nach eigenen Gewichten.",
    },
    synonyms: Text { en: "convolution, matrix, 3x3, 5x5", de: "faltung, faltungsmatrix, matrix" },
    group: Group::Detail,
    // The example outlines the picture on top of itself.
    params: &[
        weight("a1", "A1", 0.0),
        weight("b1", "B1", 0.0),
        weight("c1", "C1", 0.0),
        weight("d1", "D1", 0.0),
        weight("e1", "E1", 0.0),
        weight("a2", "A2", 0.0),
        weight("b2", "B2", 0.0),
        weight("c2", "C2", 0.0).example(-2.0),
        weight("d2", "D2", 0.0),
        weight("e2", "E2", 0.0),
        weight("a3", "A3", 0.0),
        weight("b3", "B3", 0.0).example(-2.0),
        weight("c3", "C3", 1.0).example(9.0),
        weight("d3", "D3", 0.0).example(-2.0),
        weight("e3", "E3", 0.0),
        weight("a4", "A4", 0.0),
        weight("b4", "B4", 0.0),
        weight("c4", "C4", 0.0).example(-2.0),
        weight("d4", "D4", 0.0),
        weight("e4", "E4", 0.0),
        weight("a5", "A5", 0.0),
        weight("b5", "B5", 0.0),
        weight("c5", "C5", 0.0),
        weight("d5", "D5", 0.0),
        weight("e5", "E5", 0.0),
        param("divisor", Text { en: "Divisor", de: "Teiler" }).range(1.0, 1000.0).default(1.0),
        param("bias", Text { en: "Bias", de: "Versatz" }).range(-255.0, 255.0),
    ],
    kernel: Kernel::Neighbourhood(Neighbourhood { radius_px: |_, _| 2, run }),
};

/// Pixels whose sums are kept in registers while the loop goes through the weights.
const BLOCK: usize = 8;

/// A weight other than 0, and the row and column (0 to 4) of its pixel in the kernel.
struct Tap {
    row: usize,
    column: usize,
    weight: f32,
}

fn run(values: &[f64], source: &Window, region: Region, out: &mut [u8]) {
    let taps = taps(values, source.scale);
    let (divisor, bias) = (values[25] as f32, values[26] as f32);
    for_each_row::<5, [f32; 4]>(source, region, out, as_numbers, |rows, own, out| {
        let (blocks, rest) = out.as_chunks_mut::<BLOCK>();
        for (index, out) in blocks.iter_mut().enumerate() {
            *out = convolved(rows, index * BLOCK, &taps, divisor, bias);
        }
        let done = own.len() - rest.len();
        for (index, out) in rest.iter_mut().enumerate() {
            [*out] = convolved(rows, done + index, &taps, divisor, bias);
        }
        copy_alpha(own, out);
    });
}

/// Convolves `N` pixels from column `x` on.
fn convolved<const N: usize>(
    rows: [&[[f32; 4]]; 5],
    x: usize,
    taps: &[Tap],
    divisor: f32,
    bias: f32,
) -> [[u8; 4]; N] {
    // The bias is multiplied by the divisor, so that the division is the only step that rounds.
    let mut sums = [[(bias + 0.5) * divisor; 4]; N];
    for tap in taps {
        let Some((levels, _)) = rows[tap.row][x + tap.column..].split_first_chunk::<N>() else { continue };
        for (sum, level) in sums.as_flattened_mut().iter_mut().zip(levels.as_flattened()) {
            *sum += tap.weight * level;
        }
    }
    sums.map(|pixel| pixel.map(|sum| ((sum / divisor) as i32).clamp(0, 255) as u8))
}

fn as_numbers(pixels: &[[u8; 4]], row: &mut [[f32; 4]]) {
    for (level, number) in pixels.as_flattened().iter().zip(row.as_flattened_mut()) {
        *number = f32::from(*level);
    }
}

/// The kernel fitted to a scale (see the contract), without weights of 0.
fn taps(values: &[f64], scale: f64) -> Vec<Tap> {
    let weights = &values[..25];
    let sum: f64 = weights.iter().sum();
    let tap = |k: usize| {
        let (even, odd) = (weights[k] + weights[24 - k], weights[k] - weights[24 - k]);
        let stays = if k == 12 { sum * (1.0 - scale * scale) } else { 0.0 };
        let weight = 0.5 * (even * scale * scale + odd * scale) + stays;
        Tap { row: k / 5, column: k % 5, weight: weight as f32 }
    };
    (0..25).map(tap).filter(|tap| tap.weight != 0.0).collect()
}

const fn weight(id: &'static str, name: &'static str, default: f64) -> NamedParam {
    param(id, Text { en: name, de: name }).range(-100.0, 100.0).default(default)
}

#[cfg(test)]
mod tests {
    use super::super::{emboss, sharpen};
    use super::*;

    /// Sharpen is a kernel of second differences, Emboss one of first differences.
    #[test]
    fn fades_with_the_scale_like_sharpen_and_emboss() {
        let rgba: Vec<u8> =
            (0..32 * 32 * 4u32).map(|n| (n.wrapping_mul(2_654_435_761) >> 24) as u8).collect();
        let of = |kernel: Kernel, values: &[f64]| {
            let Kernel::Neighbourhood(area) = kernel else { panic!("an area filter") };
            let source = Window { scale: 0.6, ..Window::whole((32, 32), false, &rgba) };
            let mut out = vec![0; rgba.len()];
            (area.run)(values, &source, source.region, &mut out);
            out
        };
        let weighed = |inner: [[f64; 3]; 3]| {
            let mut values = crate::spec("custom-kernel")
                .unwrap()
                .params
                .iter()
                .map(|param| param.default)
                .collect::<Vec<_>>();
            for (row, weights) in inner.iter().enumerate() {
                values[6 + 5 * row..][..3].copy_from_slice(weights);
            }
            of(FILTER.kernel, &values)
        };
        let near = |a: &[u8], b: &[u8]| a.iter().zip(b).all(|(a, b)| a.abs_diff(*b) <= 1);
        let sharpened = weighed([[0.0, -1.0, 0.0], [-1.0, 5.0, -1.0], [0.0, -1.0, 0.0]]);
        assert!(near(&sharpened, &of(sharpen::FILTER.kernel, &[100.0])));
        let embossed = weighed([[-2.0, -1.0, 0.0], [-1.0, 1.0, 1.0], [0.0, 1.0, 2.0]]);
        assert!(near(&embossed, &of(emboss::FILTER.kernel, &[100.0, 135.0])));
    }
}
