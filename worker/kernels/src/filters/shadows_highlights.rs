//! Shadows and highlights: one curve that lifts or lowers the dark and the light end by themselves.
//!
//! With x from 0 to 1 and both amounts from −1 to 1, x becomes
//! x + shadows · x (1 − x)³ + highlights · x³ (1 − x). The first bump is highest at a quarter of the range
//! and gone at its upper end, the second is its mirror image; black and white stay where they are. The curve
//! never falls, whatever the amounts, because the slope of a bump is nowhere below −1 and the two are not
//! steep in the same place. Our own; works on gamma-coded sRGB and on each channel alone, without looking at
//! the pixel's surroundings. Alpha is not touched.

use crate::filter::{Filter, param};
use crate::lut::tables::fill_with;
use crate::{Group, Kernel, Text};

pub(super) const FILTER: Filter = Filter {
    id: "shadows-highlights",
    name: Text { en: "Shadows, highlights", de: "Tiefen, Lichter" },
    summary: Text {
        en: "Brings out what lies in the dark or in the light, and leaves the rest.",
        de: "Holt hervor, was im Dunkeln oder im Hellen liegt, und lässt den Rest.",
    },
    synonyms: Text {
        en: "hdr, backlight, fill light, recover",
        de: "schatten, gegenlicht, aufhelllicht, hdr",
    },
    group: Group::Tone,
    params: &[
        param("shadows", Text { en: "Shadows", de: "Tiefen" }).range(-100.0, 100.0).unit("%").example(70.0),
        param("highlights", Text { en: "Highlights", de: "Lichter" })
            .range(-100.0, 100.0)
            .unit("%")
            .example(-50.0),
    ],
    kernel: Kernel::Tone(|values, tables| {
        let (shadows, highlights) = (values[0] / 100.0, values[1] / 100.0);
        fill_with(tables, |level| {
            let light = level / 255.0;
            let dark = 1.0 - light;
            255.0 * (light + light * dark * (shadows * dark * dark + highlights * light * light))
        });
    }),
};

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_curve_never_falls_and_keeps_its_ends() {
        let Kernel::Tone(fill) = FILTER.kernel else { panic!("a tone filter") };
        for shadows in -10..=10 {
            for highlights in -10..=10 {
                let values = [f64::from(shadows) * 10.0, f64::from(highlights) * 10.0];
                let [table, ..] = crate::tone_tables(fill, &values);
                assert!(table.is_sorted(), "{values:?}");
                assert_eq!((table[0], table[255]), (0, 255), "{values:?}");
            }
        }
    }
}
