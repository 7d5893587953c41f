//! Exposure: linear light times 2 to the power of so many EV, as if the shutter had been open longer.
//!
//! The only tone filter that leaves gamma-coded sRGB: a value is decoded with the transfer curve of
//! IEC 61966-2-1, multiplied, cut at white and coded again. Alpha is not touched.

use crate::filter::{Filter, param};
use crate::lut::tables::fill_with;
use crate::pixel::srgb::{decode, encode};
use crate::{Group, Kernel, Text};

pub(super) const FILTER: Filter = Filter {
    id: "exposure",
    name: Text { en: "Exposure", de: "Belichtung" },
    summary: Text {
        en: "Gives more or less light, counted in stops.",
        de: "Gibt mehr oder weniger Licht, in Blendenstufen.",
    },
    synonyms: Text {
        en: "brighter, darker, light, ev, exposure compensation",
        de: "heller, dunkler, licht, blende, belichtungskorrektur",
    },
    group: Group::Tone,
    params: &[param("exposure_ev", Text { en: "Exposure", de: "Belichtung" })
        .range(-5.0, 5.0)
        .unit("EV")
        .step(0.01)
        .example(0.9)],
    kernel: Kernel::Tone(|values, tables| {
        let factor = libm::exp2(values[0]);
        fill_with(tables, |level| 255.0 * encode(decode(level / 255.0) * factor));
    }),
};
