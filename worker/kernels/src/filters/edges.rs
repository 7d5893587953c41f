//! Edges: how steeply the lightness changes, white on black, by the Sobel operator.
//!
//! The luma of Grayscale is convolved with −1 0 1 / −2 0 2 / −1 0 1 and with its transpose; √(gx² + gy²) times the
//! strength, rounded to the nearest level and cut at white, becomes all three channels. Edges of the picture are
//! replicated. Works on gamma-coded sRGB, not premultiplied; in `f32`, in one order of operations everywhere.
//! Alpha is not touched. There is no neutral setting.
//!
//! At a smaller scale s the strength is multiplied by s: a pixel there is 1 / s pixels wide, and the differences
//! of the same smooth picture are 1 / s times as large.

use super::grayscale::luma;
use crate::filter::{Filter, param};
use crate::ops::neighbour_rows::for_each_row;
use crate::{Group, Kernel, Neighbourhood, Region, Text, Window};

pub(super) const FILTER: Filter = Filter {
    id: "edges",
    name: Text { en: "Edges", de: "Kanten" },
    summary: Text { en: "Draws outlines, white on black.", de: "Zeichnet Umrisse, weiß auf schwarz." },
    synonyms: Text {
        en: "outline, contour, sobel, sketch, find edges",
        de: "umriss, kontur, sobel, skizze, konturen finden",
    },
    group: Group::Effect,
    params: &[param("strength", Text { en: "Amount", de: "Stärke" })
        .range(10.0, 400.0)
        .unit("%")
        .default(100.0)],
    kernel: Kernel::Neighbourhood(Neighbourhood { radius_px: |_, _| 1, run }),
};

fn run(values: &[f64], source: &Window, region: Region, out: &mut [u8]) {
    let strength = (values[0] / 100.0 * source.scale) as f32;
    let mut levels = vec![0; region.width as usize];
    for_each_row(source, region, out, lumas, |rows, own, out| {
        slopes(rows, strength, &mut levels);
        for ((pixel, level), before) in out.iter_mut().zip(&levels).zip(own) {
            let alpha = u32::from_le_bytes(*before) & 0xff00_0000;
            *pixel = (alpha | (u32::from(*level) * 0x01_0101)).to_le_bytes();
        }
    });
}

fn lumas(pixels: &[[u8; 4]], lumas: &mut [u8]) {
    for (pixel, level) in pixels.iter().zip(lumas) {
        let word = u32::from_le_bytes(*pixel);
        let [r, g, b] = [word, word >> 8, word >> 16].map(|level| (level & 255) as i32);
        *level = luma(r, g, b) as u8;
    }
}

fn slopes([above, here, below]: [&[u8]; 3], strength: f32, levels: &mut [u8]) {
    let width = levels.len();
    let [nw, n, ne] = [&above[..width], &above[1..][..width], &above[2..][..width]];
    let [w, e] = [&here[..width], &here[2..][..width]];
    let [sw, s, se] = [&below[..width], &below[1..][..width], &below[2..][..width]];
    for i in 0..width {
        let [nw, n, ne, w, e, sw, s, se] = [nw, n, ne, w, e, sw, s, se].map(|row| i16::from(row[i]));
        let across = (ne - nw) + 2 * (e - w) + (se - sw);
        let down = (sw - nw) + 2 * (s - n) + (se - ne);
        let [across, down] = [across, down].map(i32::from);
        let slope = ((across * across + down * down) as f32).sqrt();
        // Adding 2²³ rounds to an integer, which is then in the lowest bits of the f32.
        let rounded = (slope * strength + 8_388_608.0).to_bits() as i32 - 0x4b00_0000;
        levels[i] = rounded.min(255) as u8;
    }
}
