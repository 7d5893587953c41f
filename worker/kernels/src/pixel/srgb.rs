//! The transfer curve of sRGB (IEC 61966-2-1), between gamma-coded values and linear light, 0 to 1.

use std::sync::LazyLock;

/// The number of steps of linear light that [`LEVEL`] has, from 0 to 1. One step is a fifth of a level at the dark end,
/// where the curve is steepest.
pub const STEPS: usize = 1 << 14;

/// The linear light of each level, in steps.
pub static LIGHT: LazyLock<[f32; 256]> =
    LazyLock::new(|| std::array::from_fn(|level| decode(level as f64 / 255.0) as f32 * STEPS as f32));

/// The level of each number of steps of linear light, rounded to the nearest.
pub static LEVEL: LazyLock<[u8; STEPS + 1]> =
    LazyLock::new(|| std::array::from_fn(|step| (255.0 * encode(step as f64 / STEPS as f64)).round() as u8));

/// Decodes a gamma-coded value to linear light, both from 0 to 1.
pub fn decode(coded: f64) -> f64 {
    if coded <= 0.04045 { coded / 12.92 } else { libm::pow((coded + 0.055) / 1.055, 2.4) }
}

/// Encodes linear light as a gamma-coded value, both from 0 to 1.
pub fn encode(light: f64) -> f64 {
    if light <= 0.003_130_8 { light * 12.92 } else { 1.055 * libm::pow(light, 1.0 / 2.4) - 0.055 }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_undoes_the_other() {
        for step in 0..=1000 {
            let coded = f64::from(step) / 1000.0;
            assert!((encode(decode(coded)) - coded).abs() < 1e-7, "{coded}");
        }
        assert!((decode(0.5) - 0.214_041_14).abs() < 1e-8);
    }
}
