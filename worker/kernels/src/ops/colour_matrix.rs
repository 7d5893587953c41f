//! Colour matrices, as `feColorMatrix`: linear mixes of a pixel's red, green and blue.

use crate::ops::weighted_sum::{self, Weights};

/// A 3 × 3 matrix in fixed point, so that every machine computes the same bytes.
#[derive(Debug, Clone, Copy)]
pub struct ColourMatrix {
    rows: [Weights; 3],
    bits: u32,
}

impl ColourMatrix {
    /// A matrix of these rows of weights. They are rounded to 16384ths if all lie between −2 and 2, which is exact to a
    /// fortieth of a level; larger ones, up to ±10, leave fewer fraction bits.
    pub fn new(rows: [[f64; 3]; 3]) -> Self {
        let largest = rows.as_flattened().iter().fold(0.0_f64, |largest, weight| largest.max(weight.abs()));
        let one = |bits: u32| f64::from(1_u32 << bits);
        let fits = |bits: &u32| (largest * one(*bits)).round() <= f64::from(i16::MAX);
        let bits = (0..=14).rev().find(fits).unwrap_or(0);
        Self { rows: rows.map(|row| row.map(|weight| (weight * one(bits)).round() as i16)), bits }
    }

    /// Multiplies the colours of whole RGBA pixels in place, on gamma-coded values; rounded to the nearest level and
    /// clipped to the range. Alpha is not touched.
    pub fn apply(&self, rgba: &mut [u8]) {
        weighted_sum::round(&self.rows, self.bits, rgba);
    }
}
