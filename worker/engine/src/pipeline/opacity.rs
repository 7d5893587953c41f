//! Opacity: a filter's result blended over its input.

use safelight_kernels::ToneTables;
use safelight_recipe::FULL_STRENGTH;

/// The share of the result in the blend, in 256ths: 0 is the input alone, 256 the result alone. A recipe calls it
/// `strength` and states it in per cent.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Opacity(u32);

impl Opacity {
    /// The result alone.
    pub const FULL: Self = Self(256);

    /// From per cent, 0 to 100.
    pub fn new(per_cent: f64) -> Self {
        Self((per_cent / FULL_STRENGTH * 256.0).round().clamp(0.0, 256.0) as u32)
    }

    /// Blends look-up tables over the identity. The result can be composed like any other tables.
    pub fn blend_tables(self, tables: &mut ToneTables) {
        for table in tables {
            for (level, entry) in (0u8..=255).zip(table) {
                *entry = self.blend(level, *entry);
            }
        }
    }

    /// Blends each channel on its own, in place into the result `rgba`. Right for filters that leave alpha as it is.
    pub fn blend_channels(self, input: &[u8], rgba: &mut [u8]) {
        for (input, result) in input.iter().zip(rgba) {
            *result = self.blend(*input, *result);
        }
    }

    /// Blends straight-alpha pixels premultiplied, so that transparent pixels add no colour; in place into the
    /// result `rgba`. `opaque` says that every alpha of both is 255.
    pub fn blend_pixels(self, opaque: bool, input: &[u8], rgba: &mut [u8]) {
        if opaque {
            // The alphas cancel out, so this gives the same numbers.
            return self.blend_channels(input, rgba);
        }
        for (input, result) in input.as_chunks::<4>().0.iter().zip(rgba.as_chunks_mut::<4>().0) {
            let alphas = [u32::from(input[3]) * (256 - self.0), u32::from(result[3]) * self.0];
            let sum = alphas[0] + alphas[1];
            if sum == 0 {
                // Both are invisible. Opacity 0 still has to give back the input's bytes.
                *result = if self.0 == 0 { *input } else { *result };
                continue;
            }
            for channel in 0..3 {
                let colour = u32::from(input[channel]) * alphas[0] + u32::from(result[channel]) * alphas[1];
                result[channel] = ((colour + sum / 2) / sum) as u8;
            }
            result[3] = ((sum + 128) >> 8) as u8;
        }
    }

    fn blend(self, input: u8, result: u8) -> u8 {
        ((u32::from(input) * (256 - self.0) + u32::from(result) * self.0 + 128) >> 8) as u8
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_ends_are_exact_and_the_middle_lies_between() {
        let (input, result) = ([10, 200, 0, 255], [250, 100, 1, 255]);
        for (per_cent, expected) in [(0.0, input), (100.0, result), (50.0, [130, 150, 1, 255])] {
            for opaque in [true, false] {
                let mut blended = result;
                Opacity::new(per_cent).blend_pixels(opaque, &input, &mut blended);
                assert_eq!(blended, expected, "{per_cent} {opaque}");
            }
        }
    }

    #[test]
    fn transparent_pixels_add_no_colour() {
        let mut blended = [0, 0, 0, 0];
        Opacity::new(50.0).blend_pixels(false, &[200, 100, 50, 128], &mut blended);
        assert_eq!(blended, [200, 100, 50, 64]);
    }
}
