//! Duotone: the picture in two inks. Its luma runs from one colour to another along a straight line.
//!
//! The luma is that of Grayscale, ⌊(299 R + 587 G + 114 B) / 1000⌋; a channel becomes
//! dark + (light − dark) · luma / 255 in gamma-coded sRGB, rounded to the nearest level, halves up. There is
//! no neutral setting. Alpha is not touched.

use super::grayscale::luma;
use crate::pixel::map_rgb::map_rgb;
use crate::{Group, Kernel, Kind, Param, Spec};

pub(super) const SPEC: Spec = Spec {
    id: "duotone",
    name: "Duotone",
    summary: "Prints the picture in two inks, one for the dark and one for the light.",
    group: Group::Colour,
    kind: Kind::Colour,
    params: &[
        level("dark_red", "Dark red", 30.0),
        level("dark_green", "Dark green", 20.0),
        level("dark_blue", "Dark blue", 80.0),
        level("light_red", "Light red", 255.0),
        level("light_green", "Light green", 220.0),
        level("light_blue", "Light blue", 170.0),
    ],
};

pub(super) const KERNEL: Kernel = Kernel::Colour(|values, rgba| {
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
});

/// The same for levels that are whole, as they are on the sliders: not looked up, because SIMD can't.
fn whole(dark: [i32; 3], light: [i32; 3], rgba: &mut [u8]) {
    map_rgb(rgba, |_, [r, g, b]| {
        let luma = luma(r, g, b);
        [0, 1, 2].map(|channel| {
            // A 255th, rounded: no quotient lies half-way.
            let from_half = dark[channel] * (255 - luma) + light[channel] * luma + 127;
            (from_half + 1 + (from_half >> 8)) >> 8
        })
    });
}

const fn level(id: &'static str, name: &'static str, default: f64) -> Param {
    Param { id, name, unit: "", min: 0.0, max: 255.0, step: 1.0, default }
}
