//! Shadows and highlights: one curve that lifts or lowers the dark and the light end by themselves.
//!
//! With x from 0 to 1 and both amounts from −1 to 1, x becomes
//! x + shadows · x (1 − x)³ + highlights · x³ (1 − x). The first bump is highest at a quarter of the range
//! and gone at its upper end, the second is its mirror image; black and white stay where they are. The curve
//! never falls, whatever the amounts, because the slope of a bump is nowhere below −1 and the two are not
//! steep in the same place. Our own; works on gamma-coded sRGB and on each channel alone, without looking at
//! the pixel's surroundings. Alpha is not touched.

use crate::lut::tables::fill_with;
use crate::{Group, Kernel, Kind, Param, Spec};

pub(super) const SPEC: Spec = Spec {
    id: "shadows-highlights",
    name: "Shadows, highlights",
    summary: "Brings out what lies in the dark or in the light, and leaves the rest.",
    group: Group::Tone,
    kind: Kind::Tone,
    params: &[
        Param { id: "shadows", name: "Shadows", unit: "%", min: -100.0, max: 100.0, step: 1.0, default: 0.0 },
        Param {
            id: "highlights",
            name: "Highlights",
            unit: "%",
            min: -100.0,
            max: 100.0,
            step: 1.0,
            default: 0.0,
        },
    ],
};

pub(super) const KERNEL: Kernel = Kernel::Tone(|values, tables| {
    let (shadows, highlights) = (values[0] / 100.0, values[1] / 100.0);
    fill_with(tables, |level| {
        let light = level / 255.0;
        let dark = 1.0 - light;
        255.0 * (light + light * dark * (shadows * dark * dark + highlights * light * light))
    });
});

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_curve_never_falls_and_keeps_its_ends() {
        let Kernel::Tone(fill) = KERNEL else { panic!("a tone filter") };
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
