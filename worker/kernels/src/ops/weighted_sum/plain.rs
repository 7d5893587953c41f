//! The specification of each operation, in plain Rust.

use super::Weights;
use crate::pixel::map_rgb::{div_1000, map_rgb};

pub fn round(rows: &[Weights; 3], bits: u32, rgba: &mut [u8]) {
    let half = (1 << bits) >> 1;
    map_rgb(rgba, |_, colour| rows.map(|weights| ((sum(weights, colour) + half) >> bits).clamp(0, 255)));
}

pub fn thousandths(rows: &[Weights; 3], rgba: &mut [u8]) {
    map_rgb(rgba, |_, colour| rows.map(|weights| div_1000(sum(weights, colour)).min(255)));
}

pub fn grey_thousandths(weights: Weights, rgba: &mut [u8]) {
    map_rgb(rgba, |_, colour| [div_1000(sum(weights, colour)); 3]);
}

#[inline]
fn sum(weights: Weights, [r, g, b]: [i32; 3]) -> i32 {
    let [kr, kg, kb] = weights.map(i32::from);
    kr * r + kg * g + kb * b
}
