//! Grain: noise that is the same in all three channels, strongest in the midtones, as on film.
//!
//! Every photo pixel has its own number, made from its column, its row and the seed by the finaliser of
//! `MurmurHash3`, so that regions, bands and workers agree and a saved picture can be made again. The sum of
//! that number's four bytes is nearly normal. It is scaled to a standard deviation of 32 levels at 100 %,
//! weighed by 4 L (1 − L) with the luma L, and added: black and white stay clean. At a smaller scale a pixel
//! stands for the mean of many, and the grain is weaker by the scale. Our own, in integers; works on
//! gamma-coded sRGB, clipped to the range. Alpha is not touched.

use crate::filter::{Filter, param};
use crate::pixel::map_rgb::map_rgb;
use crate::{Group, Kernel, Text};

pub(super) const FILTER: Filter = Filter {
    id: "grain",
    name: Text { en: "Grain", de: "Korn" },
    summary: Text { en: "Adds the grain of film.", de: "Gibt das Korn von Film hinzu." },
    synonyms: Text {
        en: "film, film grain, noise, analog", de: "filmkorn, film, rauschen, analog, körnung"
    },
    group: Group::Effect,
    params: &[
        param("amount", Text { en: "Amount", de: "Stärke" }).range(0.0, 100.0).unit("%").example(45.0),
        param("seed", Text { en: "Seed", de: "Startwert" }).range(0.0, 9999.0),
    ],
    kernel: Kernel::Positional(|values, position, rgba| {
        let strength = values[0] / 100.0 * position.scale.min(1.0) * DEVIATION / BYTES_DEVIATION;
        let strength = (strength * 65_536.0).round() as i32;
        let row = hash(hash(values[1].round() as u32) ^ position.y);
        map_rgb(rgba, |index, [r, g, b]| {
            let number = hash(row ^ (position.x + index));
            // Sums of the bytes 0 and 1, and of the bytes 2 and 3, in the halves of one word.
            let sums = (number & 0x00ff_00ff) + ((number >> 8) & 0x00ff_00ff);
            let luma = (77 * r + 150 * g + 29 * b) >> 8;
            // 4 L (1 − L) in 256ths, at most 254, so that the product below fits in 31 bits.
            let weight = (luma * (255 - luma)) >> 6;
            let noise = ((sums & 0xffff) + (sums >> 16)) as i32 - BYTES_MEAN;
            let change = (noise * strength * weight + (1 << 23)) >> 24;
            [r, g, b].map(|level| (level + change).clamp(0, 255))
        });
    }),
};

/// Standard deviation at 100 %, in levels.
const DEVIATION: f64 = 32.0;
/// Standard deviation of the sum of four bytes: √(4 · (256² − 1) / 12).
const BYTES_DEVIATION: f64 = 147.800_541_271_674_6;
/// Mean of the sum of four bytes.
const BYTES_MEAN: i32 = 510;

/// The finaliser of `MurmurHash3`, a bijection in which each bit of the result depends on each bit of the number.
pub(super) fn hash(number: u32) -> u32 {
    let number = (number ^ (number >> 16)).wrapping_mul(0x85eb_ca6b);
    let number = (number ^ (number >> 13)).wrapping_mul(0xc2b2_ae35);
    number ^ (number >> 16)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{PixelOrigin, apply_positional};

    fn apply(values: &[f64], origin: &PixelOrigin, rgba: &mut [u8]) {
        let Kernel::Positional(run) = FILTER.kernel else { panic!("grain is placed") };
        apply_positional(origin, 0, rgba, |position, pixels| run(values, position, pixels));
    }

    /// On a middle grey: the mean stays, the deviation is as specified, neighbours are not correlated.
    #[test]
    fn the_grain_is_fine_and_fair() {
        const SIDE: usize = 256;
        for scale in [1.0, 0.5] {
            let mut pixels = [128, 128, 128, 255].repeat(SIDE * SIDE);
            let origin = PixelOrigin { scale, ..PixelOrigin::whole(SIDE as u32, SIDE as u32) };
            apply(&[50.0, 7.0], &origin, &mut pixels);
            let changes: Vec<f64> = pixels.chunks(4).map(|pixel| f64::from(pixel[0]) - 128.0).collect();
            let mean = |values: &mut dyn Iterator<Item = f64>| values.sum::<f64>() / changes.len() as f64;
            assert!(mean(&mut changes.iter().copied()).abs() < 0.2);
            let variance = mean(&mut changes.iter().map(|change| change * change));
            assert!((variance.sqrt() - 16.0 * scale).abs() < 0.3, "{}", variance.sqrt());
            for distance in [1, SIDE] {
                let common = mean(&mut changes.iter().zip(&changes[distance..]).map(|(a, b)| a * b));
                assert!((common / variance).abs() < 0.02, "{distance}: {}", common / variance);
            }
        }
    }

    #[test]
    fn black_and_white_stay_clean() {
        let mut pixels = [[0, 0, 0, 255], [255, 255, 255, 255]].concat().repeat(100);
        let before = pixels.clone();
        apply(&[100.0, 1.0], &PixelOrigin::whole(20, 10), &mut pixels);
        assert_eq!(pixels, before);
    }
}
