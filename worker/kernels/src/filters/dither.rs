//! Dither: few levels of each channel, in fine patterns that look like those between.
//!
//! The levels are equal steps from 0 to 255, rounded to the nearest, halves up. Diffusion off is ordered dithering:
//! with the 8 × 8 matrix of Bayer, whose entries M run from 0 to 63, a value goes to the step above when what it has
//! beyond the step below is more than (2M + 1) / 128 of a step. On is error diffusion after Floyd and Steinberg, see
//! `dither/diffusion.rs`. Both in whole numbers, on gamma-coded sRGB as it stands; greys stay grey. Alpha is not
//! touched. There is no neutral setting.
//!
//! Patterns are made of pixels of the view at hand, whatever its scale: a small view shows them coarser than the
//! saved file.

mod diffusion;

use crate::filter::{Filter, param};
use crate::{Group, Kernel, Neighbourhood, Region, Text, Window};

pub(super) const FILTER: Filter = Filter {
    id: "dither",
    name: Text { en: "Dither", de: "Dithern" },
    summary: Text {
        en: "Makes do with few levels, in fine patterns.",
        de: "Kommt mit wenigen Stufen aus, in feinen Mustern.",
    },
    synonyms: Text {
        en: "bayer, floyd, steinberg, palette, reduce colors",
        de: "bayer, floyd, steinberg, palette, rasterung",
    },
    group: Group::Effect,
    params: &[
        param("levels", Text { en: "Levels", de: "Stufen" }).range(2.0, 16.0).default(2.0),
        param("diffusion", Text { en: "Diffusion", de: "Fehler verteilen" }).range(0.0, 1.0).default(1.0),
    ],
    kernel: Kernel::Neighbourhood(Neighbourhood {
        radius_px: |values, _| if diffuses(values) { diffusion::RADIUS_PX } else { 0 },
        run: |values, source, region, out| {
            let steps = values[0].round() as u32 - 1;
            if diffuses(values) {
                diffusion::diffuse(steps, source, region, out);
            } else {
                order(steps, source, region, out);
            }
        },
    }),
};

fn diffuses(values: &[f64]) -> bool {
    values[1] >= 0.5
}

/// The level of step `step` of `steps`, rounded to the nearest: step 1 of 2 is 128.
fn level(step: u32, steps: u32) -> u8 {
    ((510 * step + steps) / (2 * steps)) as u8
}

fn order(steps: u32, source: &Window, region: Region, out: &mut [u8]) {
    source.copy(region, out);
    let tables = tables(steps);
    for (y, row) in (region.y..).zip(out.chunks_exact_mut(region.width.max(1) as usize * 4)) {
        let tables = &tables[y as usize % 8];
        for (x, pixel) in (region.x..).zip(row.as_chunks_mut::<4>().0) {
            let table = &tables[x as usize % 8];
            let [r, g, b, a] = *pixel;
            *pixel = [table[usize::from(r)], table[usize::from(g)], table[usize::from(b)], a];
        }
    }
}

/// The output level of each input level, for each row and column of the matrix.
fn tables(steps: u32) -> [[[u8; 256]; 8]; 8] {
    std::array::from_fn(|y| {
        std::array::from_fn(|x| {
            let threshold = (2 * bayer(x as u32, y as u32) + 1) * 255;
            std::array::from_fn(|value| {
                let (below, beyond) = (value as u32 * steps / 255, value as u32 * steps % 255);
                level(below + u32::from(128 * beyond > threshold), steps)
            })
        })
    })
}

/// An entry of the Bayer matrix: the bits of x ^ y and of y, interleaved and reversed.
fn bayer(x: u32, y: u32) -> u32 {
    (0..3).fold(0, |entry, bit| (entry << 2) | ((((x ^ y) >> bit) & 1) << 1) | ((y >> bit) & 1))
}
