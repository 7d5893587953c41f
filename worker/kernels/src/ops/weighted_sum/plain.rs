//! Weighted sums in words that run everywhere. The other file does the same.

use super::Weights;
use crate::pixel::map_rgb::{change_colours, thousandth};

pub fn round(rows: &[Weights; 3], bits: u32, rgba: &mut [u8]) {
    let half = (1 << bits) >> 1;
    change_colours(rgba, |_, colour| {
        rows.map(|weights| ((sum(weights, colour) + half) >> bits).clamp(0, 255))
    });
}

pub fn thousandths(rows: &[Weights; 3], rgba: &mut [u8]) {
    change_colours(rgba, |_, colour| rows.map(|weights| thousandth(sum(weights, colour)).min(255)));
}

pub fn grey_thousandths(weights: Weights, rgba: &mut [u8]) {
    change_colours(rgba, |_, colour| [thousandth(sum(weights, colour)); 3]);
}

#[inline]
fn sum(weights: Weights, [r, g, b]: [i32; 3]) -> i32 {
    let [kr, kg, kb] = weights.map(i32::from);
    kr * r + kg * g + kb * b
}
