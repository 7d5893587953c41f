//! What filters share that mix the three colours of a pixel linearly.

use crate::colours::change_colours;

/// Three rows of weights for red, green and blue, in 65536ths: whole numbers, so that every machine finds the
/// same bytes, and exact to a hundredth of a level.
#[derive(Debug, Clone, Copy)]
pub struct Matrix([[i32; 3]; 3]);

/// One, as the weights count.
const ONE: f64 = 65_536.0;

impl Matrix {
    /// From rows of weights. None may be larger than 10 either way.
    pub fn new(rows: [[f64; 3]; 3]) -> Self {
        Self(rows.map(|row| row.map(|weight| (weight * ONE).round() as i32)))
    }

    /// Mixes every pixel, in place, on gamma-coded values; rounds to the nearest level and cuts to the range.
    /// Alpha is not touched.
    pub fn apply(&self, rgba: &mut [u8]) {
        let rows = self.0;
        change_colours(rgba, |_, [r, g, b]| {
            rows.map(|[kr, kg, kb]| ((kr * r + kg * g + kb * b + ONE as i32 / 2) >> 16).clamp(0, 255))
        });
    }
}
