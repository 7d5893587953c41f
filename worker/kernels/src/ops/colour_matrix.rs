//! What filters share that mix the three colours of a pixel linearly.

use crate::ops::weighted_sum::{self, Weights};

/// Three rows of weights for red, green and blue: whole numbers, so that every machine finds the same bytes.
#[derive(Debug, Clone, Copy)]
pub struct ColourMatrix {
    rows: [Weights; 3],
    bits: u32,
}

impl ColourMatrix {
    /// From rows of weights. They are rounded to 16384ths if all are between -2 and 2, which is exact to a fortieth
    /// of a level, and else to as many bits less as the largest has more; none may be larger than 10 either way.
    pub fn new(rows: [[f64; 3]; 3]) -> Self {
        let largest = rows.as_flattened().iter().fold(0.0_f64, |largest, weight| largest.max(weight.abs()));
        let one = |bits: u32| f64::from(1_u32 << bits);
        let fits = |bits: &u32| (largest * one(*bits)).round() <= f64::from(i16::MAX);
        let bits = (0..=14).rev().find(fits).unwrap_or(0);
        Self { rows: rows.map(|row| row.map(|weight| (weight * one(bits)).round() as i16)), bits }
    }

    /// Mixes every pixel, in place, on gamma-coded values; rounds to the nearest level and cuts to the range.
    /// Alpha is not touched.
    pub fn apply(&self, rgba: &mut [u8]) {
        weighted_sum::round(&self.rows, self.bits, rgba);
    }
}
