//! Posterize: only the first bits of each channel are kept, as `posterize` in Pillow.
//!
//! Levels are rounded down: with 1 bit a channel is 0 or 128. Eight bits are all there are and change
//! nothing. Works on gamma-coded sRGB; alpha is not touched.

use crate::lut::tables::fill_with;
use crate::{Group, Kernel, Kind, Param, Spec};

pub(super) const SPEC: Spec = Spec {
    id: "posterize",
    name: "Posterize",
    summary: "Leaves a few flat steps of each colour, like a screen print.",
    group: Group::Colour,
    kind: Kind::Tone,
    params: &[Param { id: "bits", name: "Bits", unit: "", min: 1.0, max: 8.0, step: 1.0, default: 8.0 }],
};

pub(super) const KERNEL: Kernel = Kernel::Tone(|values, tables| {
    let step = libm::exp2(8.0 - values[0].round());
    fill_with(tables, |level| level - level % step);
});
