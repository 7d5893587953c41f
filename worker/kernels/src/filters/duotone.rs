//! Duotone: the picture in two inks. Its luma runs from one colour to another along a straight line.
//!
//! The luma is that of Grayscale, ⌊(299 R + 587 G + 114 B) / 1000⌋; a channel becomes
//! dark + (light − dark) · luma / 255 in gamma-coded sRGB, rounded to the nearest level, halves up. There is
//! no neutral setting. Alpha is not touched.

use super::grayscale::luma;
use crate::filter::{Filter, NamedParam, param};
use crate::pixel::map_rgb::map_rgb;
use crate::{Group, Kernel, Text};

pub(super) const FILTER: Filter = Filter {
    id: "duotone",
    name: Text { en: "Duotone", de: "Duplex" },
    summary: Text {
        en: "Prints the picture in two inks, one for the dark and one for the light.",
        de: "Druckt das Bild in zwei Farben, eine für das Dunkle und eine für das Helle.",
    },
    synonyms: Text {
        en: "split toning, gradient map, two colors, tint",
        de: "teiltonung, verlaufsumsetzung, zweifarbig, duotone",
    },
    group: Group::Colour,
    params: &[
        level("dark_red", Text { en: "Dark red", de: "Dunkel, Rot" }, 30.0),
        level("dark_green", Text { en: "Dark green", de: "Dunkel, Grün" }, 20.0),
        level("dark_blue", Text { en: "Dark blue", de: "Dunkel, Blau" }, 80.0),
        level("light_red", Text { en: "Light red", de: "Hell, Rot" }, 255.0),
        level("light_green", Text { en: "Light green", de: "Hell, Grün" }, 220.0),
        level("light_blue", Text { en: "Light blue", de: "Hell, Blau" }, 170.0),
    ],
    kernel: Kernel::Colour(|values, rgba| {
        if values.iter().all(|level| level.fract() == 0.0) {
            let [dark, light] = [0, 3].map(|first| [0, 1, 2].map(|channel| values[first + channel] as i32));
            return whole(dark, light, rgba);
        }
        let mut inks = [[0; 3]; 256];
        for (luma, ink) in (0u8..=255).map(f64::from).zip(&mut inks) {
            for (channel, level) in ink.iter_mut().enumerate() {
                let (dark, light) = (values[channel], values[channel + 3]);
                *level = ((dark * (255.0 - luma) + light * luma) / 255.0).round() as i32;
            }
        }
        map_rgb(rgba, |_, [r, g, b]| inks[luma(r, g, b) as usize]);
    }),
};

/// The mix for whole levels, as the sliders have them: computed, because SIMD has no table look-up.
fn whole(dark: [i32; 3], light: [i32; 3], rgba: &mut [u8]) {
    map_rgb(rgba, |_, [r, g, b]| {
        let luma = luma(r, g, b);
        [0, 1, 2].map(|channel| {
            // A division by 255, rounded to the nearest; no quotient lies half-way.
            let from_half = dark[channel] * (255 - luma) + light[channel] * luma + 127;
            (from_half + 1 + (from_half >> 8)) >> 8
        })
    });
}

const fn level(id: &'static str, name: Text, default: f64) -> NamedParam {
    param(id, name).range(0.0, 255.0).default(default)
}
