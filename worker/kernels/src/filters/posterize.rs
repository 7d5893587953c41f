//! Posterize: only the first bits of each channel are kept, as `posterize` in Pillow.
//!
//! Levels are rounded down: with 1 bit a channel is 0 or 128. Eight bits are all there are and change
//! nothing. Works on gamma-coded sRGB; alpha is not touched.

use crate::filter::{Filter, param};
use crate::lut::tables::fill_with;
use crate::{Group, Kernel, Text};

pub(super) const FILTER: Filter = Filter {
    id: "posterize",
    name: Text { en: "Posterize", de: "Tontrennung" },
    summary: Text {
        en: "Leaves a few flat steps of each colour, like a screen print.",
        de: "Lässt von jeder Farbe wenige flache Stufen, wie ein Siebdruck.",
    },
    synonyms: Text {
        en: "poster, reduce colors, flat colors",
        de: "poster, farben reduzieren, tonwerttrennung",
    },
    group: Group::Colour,
    params: &[param("bits", Text { en: "Bits", de: "Bits" }).range(1.0, 8.0).default(8.0).example(2.0)],
    kernel: Kernel::Tone(|values, tables| {
        let step = libm::exp2(8.0 - values[0].round());
        fill_with(tables, |level| level - level % step);
    }),
};
