//! A filter's result mixed with what it was given.

use safelight_kernels::ToneTables;
use safelight_recipe::FULL_STRENGTH;

/// How much of the result there is, in 256ths.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Strength(u32);

impl Strength {
    /// Nothing but the result.
    pub const FULL: Self = Self(256);

    /// From per cent.
    pub fn new(per_cent: f64) -> Self {
        Self((per_cent / FULL_STRENGTH * 256.0).round().clamp(0.0, 256.0) as u32)
    }

    /// What tables become. Afterwards they are as good as any, and may be composed.
    pub fn mix_tables(self, tables: &mut ToneTables) {
        for table in tables {
            for (level, entry) in (0u8..=255).zip(table) {
                *entry = self.between(level, *entry);
            }
        }
    }

    /// Mixes colours under an alpha that the filter has left alone; in place, into the result.
    pub fn mix_colours(self, before: &[u8], rgba: &mut [u8]) {
        for (before, after) in before.iter().zip(rgba) {
            *after = self.between(*before, *after);
        }
    }

    /// Mixes pixels premultiplied, so that no colour is seen that was transparent; in place, into the result.
    pub fn mix_pixels(self, opaque: bool, before: &[u8], rgba: &mut [u8]) {
        if opaque {
            // The same numbers: with both alphas 255 they cancel out.
            return self.mix_colours(before, rgba);
        }
        for (before, after) in before.as_chunks::<4>().0.iter().zip(rgba.as_chunks_mut::<4>().0) {
            let alphas = [u32::from(before[3]) * (256 - self.0), u32::from(after[3]) * self.0];
            let sum = alphas[0] + alphas[1];
            if sum == 0 {
                // Nothing is seen of either: the one that counts more is kept.
                *after = if self.0 == 0 { *before } else { *after };
                continue;
            }
            for channel in 0..3 {
                let colour = u32::from(before[channel]) * alphas[0] + u32::from(after[channel]) * alphas[1];
                after[channel] = ((colour + sum / 2) / sum) as u8;
            }
            after[3] = ((sum + 128) >> 8) as u8;
        }
    }

    fn between(self, before: u8, after: u8) -> u8 {
        ((u32::from(before) * (256 - self.0) + u32::from(after) * self.0 + 128) >> 8) as u8
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_ends_are_exact_and_the_middle_lies_between() {
        let (before, after) = ([10, 200, 0, 255], [250, 100, 1, 255]);
        for (per_cent, expected) in [(0.0, before), (100.0, after), (50.0, [130, 150, 1, 255])] {
            for opaque in [true, false] {
                let mut mixed = after;
                Strength::new(per_cent).mix_pixels(opaque, &before, &mut mixed);
                assert_eq!(mixed, expected, "{per_cent} {opaque}");
            }
        }
    }

    #[test]
    fn what_is_transparent_lends_no_colour() {
        let mut mixed = [0, 0, 0, 0];
        Strength::new(50.0).mix_pixels(false, &[200, 100, 50, 128], &mut mixed);
        assert_eq!(mixed, [200, 100, 50, 64]);
    }
}
