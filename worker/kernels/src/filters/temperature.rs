//! Temperature and tint: the picture as if its white were another one.
//!
//! In linear light, the white of 6504 K becomes another white by the Bradford adaptation (the linear one of
//! ICC.1). Temperature moves along the daylight locus of CIE 15, by 0.96 mired a step: +100 is the warm white
//! of 4004 K, −100 the cool one of 17,316 K. Tint moves across it, by 0.0002 a step in v of the CIE 1960 UCS:
//! positive towards magenta, negative towards green. Luminance of white is kept. Colours are decoded and coded
//! with the transfer curve and the primaries of IEC 61966-2-1; what leaves the range is cut off. Alpha is not
//! touched.

mod adaptation;

use crate::colours::change_colours;
use crate::srgb::{LEVEL, LIGHT, STEPS};
use crate::{Group, Kernel, Kind, Param, Spec};

pub(super) const SPEC: Spec = Spec {
    id: "temperature",
    name: "Temperature and tint",
    summary: "Makes the light warmer or cooler, greener or more magenta.",
    group: Group::Colour,
    kind: Kind::Colour,
    params: &[
        Param {
            id: "temperature",
            name: "Temperature",
            unit: "",
            min: -100.0,
            max: 100.0,
            step: 1.0,
            default: 0.0,
        },
        Param { id: "tint", name: "Tint", unit: "", min: -100.0, max: 100.0, step: 1.0, default: 0.0 },
    ],
};

pub(super) const KERNEL: Kernel = Kernel::Colour(|values, rgba| {
    let rows = adaptation::matrix(values[0], values[1]).map(|row| row.map(|weight| weight as f32));
    let (light, level) = (&*LIGHT, &*LEVEL);
    change_colours(rgba, |_, colour| {
        let [r, g, b] = colour.map(|channel| light[channel as usize]);
        rows.map(|[kr, kg, kb]| {
            let step = (kr * r + kg * g + kb * b + 0.5) as i32;
            i32::from(level[step.clamp(0, STEPS as i32) as usize])
        })
    });
});
