//! Local contrast: the lightness is spread within each part of the picture, as `createCLAHE` in `OpenCV` does it on
//! the L* of 8-bit CIELAB (contrast-limited adaptive histogram equalization, Zuiderveld 1994).
//!
//! The picture is divided into 8 × 8 tiles, whatever its size (`tiles.rs`). Each tile has a curve that would give
//! every L the same share of it, were not the more frequent ones held back: none counts more than `limit` times
//! the mean, and what is above is given to all. A pixel follows the curves of the four nearest tiles, weighed by
//! distance. Its a* and b* stay (`lab.rs`). There is no neutral setting. Pixels count whatever their alpha. Alpha is not
//! touched.

mod lab;
mod tiles;

use crate::filter::{Filter, param};
use crate::{Analysed, Group, Kernel, Text};
use lab::{Colours, Lab};
use tiles::{TILES, Tiles};

pub(super) const FILTER: Filter = Filter {
    id: "local-contrast",
    name: Text { en: "Local contrast", de: "Lokaler Kontrast" },
    summary: Text {
        en: "Brings out detail in each part of the picture.",
        de: "Holt in jedem Teil des Bildes die Einzelheiten hervor.",
    },
    synonyms: Text { en: "clahe, adaptive, hdr, tone mapping", de: "clahe, adaptiv, hdr, tone mapping" },
    group: Group::Automatic,
    params: &[param("limit", Text { en: "Limit", de: "Grenze" }).range(1.0, 10.0).step(0.1).default(2.0)],
    kernel: Kernel::Analysed(Analysed {
        bins: |_, _| TILES * 256,
        accumulate: |_, position, rgba, bins| {
            let lab = Lab::get();
            let tiles = Tiles::new((position.width, position.height));
            tiles.count(position, rgba, bins.as_chunks_mut().0, |pixel| lab.lightness(pixel));
        },
        finish: |values, picture, bins| Tiles::new(picture).cells(bins.as_chunks().0, values[0]),
        apply: |_, cells, position, rgba| {
            let lab = Lab::get();
            let row = Tiles::new((position.width, position.height)).row(cells, position.y);
            let mut colours = Colours::<BLOCK>::default();
            let blocks = rgba.as_chunks_mut::<4>().0.chunks_mut(BLOCK);
            for (block, x) in blocks.zip((position.x..).step_by(BLOCK)) {
                lab.read(block, &mut colours);
                row.follow(x, &mut colours.lightness);
                colours.write(block);
            }
        },
    }),
};

/// Pixels of a block: each stage loops over a whole block, so that compilers vectorise the arithmetic.
const BLOCK: usize = 64;

/// Rounds a number from 0 to 2²² to the nearest integer, halves to even. Adding 2²³ leaves the integer in the lowest bits
/// of the f32; a cast would take more SIMD instructions.
#[inline]
fn rounded(number: f32) -> i32 {
    (number + 8_388_608.0).to_bits() as i32 & 0x7f_ffff
}
