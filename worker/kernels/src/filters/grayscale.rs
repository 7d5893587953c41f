//! Grayscale: ⌊(299 R + 587 G + 114 B) / 1000⌋ in exact integers; the weights are those of BT.601.
//!
//! Works on gamma-coded sRGB; alpha is not touched. Often this is written in floating point, as
//! 0.299 R + 0.587 G + 0.114 B cut off to an integer. That is not the same: in `f32` it differs on 836
//! of the 16,777,216 colours, in `f64` on 3,464, because a sum that should be whole comes out a hair
//! below. In `f64` even 65 of the 256 greys turn one level darker. The integers have neither fault.

use crate::filter::Filter;
use crate::ops::weighted_sum::{Weights, grey_thousandths};
use crate::pixel::map_rgb::div_1000;
use crate::{Group, Kernel, Text};

pub(super) const FILTER: Filter = Filter {
    id: "grayscale",
    name: Text { en: "Grayscale", de: "Graustufen" },
    summary: Text {
        en: "Turns colours into greys of the same lightness.",
        de: "Macht aus Farben Grautöne derselben Helligkeit.",
    },
    synonyms: Text {
        en: "black and white, bw, b&w, monochrome, desaturate, grey",
        de: "schwarzweiß, schwarz-weiß, sw, monochrom, entfärben, grau",
    },
    group: Group::Colour,
    params: &[],
    kernel: Kernel::Colour(|_, rgba| grey_thousandths(LUMA, rgba)),
};

/// The luma weights of BT.601, in thousandths.
const LUMA: Weights = [299, 587, 114];

/// The luma of a pixel, which other filters use too: ⌊(299 R + 587 G + 114 B) / 1000⌋.
pub(super) fn luma(r: i32, g: i32, b: i32) -> i32 {
    let [kr, kg, kb] = LUMA.map(i32::from);
    div_1000(kr * r + kg * g + kb * b)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The numbers of the module's note, counted over all 16.7 million colours.
    #[test]
    fn where_the_float_forms_differ() {
        let Kernel::Colour(run) = FILTER.kernel else { panic!("grayscale is a colour filter") };
        let (mut in_f32, mut in_f64, mut greys_in_f64) = (0, 0, 0);
        let mut row = [0; 256 * 4];
        for (r, g) in (0u8..=255).flat_map(|r| (0u8..=255).map(move |g| (r, g))) {
            for (b, pixel) in (0u8..=255).zip(row.as_chunks_mut::<4>().0) {
                *pixel = [r, g, b, 255];
            }
            run(&[], &mut row);
            for (b, pixel) in (0u8..=255).zip(row.as_chunks::<4>().0) {
                let single = (0.299 * f32::from(r) + 0.587 * f32::from(g) + 0.114 * f32::from(b)) as u8;
                let double = (0.299 * f64::from(r) + 0.587 * f64::from(g) + 0.114 * f64::from(b)) as u8;
                in_f32 += u32::from(single != pixel[0]);
                in_f64 += u32::from(double != pixel[0]);
                if r == g && g == b {
                    assert_eq!(pixel[0], r, "a grey stays as it is");
                    greys_in_f64 += u32::from(double != r);
                }
            }
        }
        assert_eq!((in_f32, in_f64, greys_in_f64), (836, 3464, 65));
    }
}
