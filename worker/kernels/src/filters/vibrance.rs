//! Vibrance: saturation that takes care of colours which are already strong.
//!
//! Every channel's distance from the pixel's luma (0.213 R + 0.715 G + 0.072 B) is multiplied by
//! 1 + amount · (1 − s), where s = (largest − smallest channel) / 255 is how strong the colour is. A pale
//! colour moves by the whole amount, a pure one not at all, a grey has no distance to multiply. Our own;
//! works on gamma-coded sRGB in `f32`, in one order of operations everywhere; rounded to the nearest level.
//! Alpha is not touched.

use crate::filter::{Filter, param};
use crate::pixel::map_rgb::{map_rgb, to_level};
use crate::{Group, Kernel, Text};

pub(super) const FILTER: Filter = Filter {
    id: "vibrance",
    name: Text { en: "Vibrance", de: "Dynamik" },
    summary: Text {
        en: "Strengthens pale colours and spares those that are strong.",
        de: "Kräftigt blasse Farben und schont die kräftigen.",
    },
    synonyms: Text { en: "vivid, saturation, skin", de: "lebendig, sättigung, hauttöne" },
    group: Group::Colour,
    params: &[param("amount", Text { en: "Amount", de: "Stärke" })
        .range(-100.0, 100.0)
        .unit("%")
        .example(85.0)],
    kernel: Kernel::Colour(|values, rgba| {
        let amount = values[0] as f32 / 100.0;
        map_rgb(rgba, |_, [r, g, b]| {
            let range = (r.max(g).max(b) - r.min(g).min(b)) as f32;
            // range / 255 to the last bit, by two exact products: 257/65536 and the remainder.
            let strength = range * (257.0 / 65_536.0) + range * (1.0 / 255.0 / 65_536.0);
            let factor = 1.0 + amount * (1.0 - strength);
            let colour = [r, g, b].map(|before| before as f32);
            let luma = 0.213 * colour[0] + 0.715 * colour[1] + 0.072 * colour[2];
            colour.map(|before| to_level(luma + (before - luma) * factor + 0.5))
        });
    }),
};

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn greys_and_pure_colours_stay() {
        let Kernel::Colour(run) = FILTER.kernel else { panic!("a colour filter") };
        let greys = (0..=255).map(|level| [level, level, level, 255]);
        let pure = [[255, 0, 0, 255], [0, 255, 90, 255], [40, 0, 255, 255]];
        let before: Vec<u8> = greys.chain(pure).flatten().collect();
        for amount in [-100.0, -37.0, 50.0, 100.0] {
            let mut rgba = before.clone();
            run(&[amount], &mut rgba);
            assert_eq!(rgba, before, "{amount}");
        }
    }
}
