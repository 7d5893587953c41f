//! Median: each value becomes the middle one, by rank, of those in a square of 2r + 1 by 2r + 1 pixels around it,
//! in each channel by itself. As `medianBlur` in `OpenCV`.
//!
//! The radius is rounded to whole pixels at the scale at hand; at 0 nothing changes. Edges are replicated. Works
//! on gamma-coded sRGB, colours multiplied with alpha and rounded to 8 bits; alpha is filtered as the colours are.
//! A median of colours that are nowhere above alpha is not above the median of alpha, so that they can be
//! divided by it again, rounded to the nearest level. Where alpha becomes 0, so does the colour.

use crate::filter::{Filter, param};
use crate::ops::premultiplied_rows::{PremultipliedRows, unpremultiply};
use crate::simd::u8x16::Bytes16;
use crate::{Group, Kernel, Neighbourhood, Region, Text, Window};

mod histogram;
mod network;

pub(super) const FILTER: Filter = Filter {
    id: "median",
    name: Text { en: "Median", de: "Median" },
    summary: Text {
        en: "Takes away specks and scratches, and leaves edges.",
        de: "Nimmt Flecken und Kratzer weg und lässt Kanten stehen.",
    },
    synonyms: Text {
        en: "noise reduction, denoise, noise, despeckle, dust, scratches, smooth",
        de: "rauschminderung, rauschen, entrauschen, staub, kratzer, störungen",
    },
    group: Group::Detail,
    params: &[param("radius_px", Text { en: "Radius", de: "Radius" })
        .range(1.0, 20.0)
        .unit("px")
        .default(1.0)],
    kernel: Kernel::Neighbourhood(Neighbourhood { radius_px, run }),
};

fn radius_px(values: &[f64], scale: f64) -> u32 {
    libm::round(values[0] * scale) as u32
}

fn run(values: &[f64], source: &Window, region: Region, out: &mut [u8]) {
    if out.is_empty() {
        return;
    }
    match radius_px(values, source.scale) {
        0 => return source.copy(region, out),
        1 => by_network(network::row_of_3, source, region, out),
        2 => by_network(network::row_of_5, source, region, out),
        radius => histogram::run(radius as usize, source, region, out),
    }
    unpremultiply(out.as_chunks_mut().0, source.opaque);
}

fn by_network<const SIDE: usize>(
    find_row: impl Fn([&[Bytes16]; SIDE], &mut [Bytes16]),
    source: &Window,
    region: Region,
    out: &mut [u8],
) {
    let width = region.width as usize;
    let mut rows = PremultipliedRows::new(source, region, SIDE / 2, SIDE);
    let mut found = vec![[0; 16]; width.div_ceil(4)];
    let first = i64::from(region.y) - (SIDE / 2) as i64;
    for y in first..first + SIDE as i64 - 1 {
        rows.read(y);
    }
    for (y, out) in (first..).zip(out.chunks_mut(width * 4)) {
        rows.read(y + SIDE as i64 - 1);
        find_row(std::array::from_fn(|row| rows.fours(y + row as i64)), &mut found);
        out.copy_from_slice(&found.as_flattened()[..width * 4]);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    #[cfg(target_arch = "wasm32")]
    use wasm_bindgen_test::wasm_bindgen_test as test;

    /// An image wider than a stripe of histograms, in part with the same values again and again.
    #[test]
    fn values_are_in_the_middle_of_those_around_them() {
        let (width, height) = (530, 9);
        let mut rgba = vec![255; width * height * 4];
        for (index, level) in rgba.iter_mut().enumerate() {
            let noise = (index as u32).wrapping_mul(2_654_435_761) >> 24;
            let steps = index as u32 / 200 % 3 * 100;
            *level = if index % 4 == 3 { 255 } else { (steps + noise / [1, 4, 200][index % 3]) as u8 };
        }
        let source = Window::whole((width as u32, height as u32), true, &rgba);
        for radius in [1, 2, 3, 5, 11, 20] {
            let mut out = vec![0; rgba.len()];
            run(&[f64::from(radius)], &source, source.region, &mut out);
            for (index, found) in out.iter().enumerate() {
                let (x, y, channel) = (index / 4 % width, index / 4 / width, index % 4);
                let (mut less, mut not_more) = (0, 0);
                for below in -radius..=radius {
                    let row = source.row(i64::from(below) + y as i64);
                    for right in -radius..=radius {
                        let column = (x as i32 + right).clamp(0, width as i32 - 1);
                        let level = row[column as usize][channel];
                        less += i32::from(level < *found);
                        not_more += i32::from(level <= *found);
                    }
                }
                let half = (2 * radius + 1).pow(2) / 2;
                assert!(less <= half && not_more > half, "{radius}, {x}, {y}: {found}");
            }
        }
    }
}
