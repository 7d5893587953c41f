//! What neighbours weigh: in 32,768ths.

use crate::simd::i16x8::{I16x8, Rgba16};

/// Spatial weights of the neighbours within a circle.
pub struct Circle {
    pub radius_px: usize,
    pub rows: Vec<CircleRow>,
}

/// One row of the circle.
pub struct CircleRow {
    /// Offset of the row from the centre.
    pub y: i64,
    /// The first column, counted from the left edge of the circle's bounding box.
    pub x: usize,
    /// The weights of each pair of neighbours, repeated four times.
    pub weights: Vec<[Rgba16; 2]>,
}

impl Circle {
    pub fn new(radius_px: u32, sigma_px: f64) -> Self {
        let reach = i64::from(radius_px);
        let weigh = |x: i64, y: i64| {
            let squared = x * x + y * y;
            if squared > reach * reach {
                return 0;
            }
            let weight = libm::exp(-(squared as f64) / (2.0 * sigma_px * sigma_px));
            libm::round(weight * 32_767.0) as u16
        };
        let row = |y: i64| {
            let side = (0..=reach).take_while(|x| x * x + y * y <= reach * reach).count() as i64 - 1;
            let weights = (-side..=side).step_by(2).map(|x| {
                let two = [weigh(x, y), weigh(x + 1, y)];
                [[two, two].concat().try_into().expect("four"); 2]
            });
            CircleRow { y, x: (reach - side) as usize, weights: weights.collect() }
        };
        Self { radius_px: radius_px as usize, rows: (-reach..=reach).map(row).collect() }
    }
}

/// Range weights by colour distance d: exp(−d² / 2t²), approximated within a thousandth by the sixteenth power of a cubic
/// polynomial in d².
pub struct Closeness {
    /// The distance from which on the weight is 0.
    farthest: I16x8,
    /// One level of distance, in 32768ths of the range of the polynomial.
    step: I16x8,
    /// The coefficients of the polynomial.
    terms: [I16x8; 3],
}

impl Closeness {
    pub fn new(threshold: f64) -> Self {
        // The weight of this distance rounds to 0.
        let farthest = (4.8 * threshold).ceil().min(1020.0);
        let step = (32_767.0 / farthest).floor();
        // The sixteenth root of exp(−most · z), for z from 0 to 1.
        let most = (32_768.0 / step).powi(2) / (2.0 * threshold * threshold) / 16.0;
        let term = |factor: f64| I16x8::splat(libm::round(factor * 32_768.0) as i16);
        Self {
            farthest: I16x8::splat(farthest as i16),
            step: I16x8::splat(step as i16),
            terms: [term(most), term(most * most / 2.0), term(most * most * most / 6.0)],
        }
    }

    #[inline]
    pub fn weigh(&self, distance: I16x8) -> I16x8 {
        let [a, b, c] = self.terms;
        let distance = distance.min(self.farthest).wrapping_mul(self.step);
        let z = distance.mul_q15(distance);
        let root = I16x8::splat(32_767)
            .saturating_sub(a.saturating_sub(b.saturating_sub(c.mul_q15(z)).mul_q15(z)).mul_q15(z));
        let root = root.mul_q15(root);
        let root = root.mul_q15(root);
        let root = root.mul_q15(root);
        root.mul_q15(root)
    }
}
