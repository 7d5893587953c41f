//! Solarize: levels from the threshold up are inverted, as `solarize` in Pillow.
//!
//! Looks like a print that saw light while it was developed. A threshold of 256 is above every level and
//! changes nothing; 0 is Invert. Works on each channel of gamma-coded sRGB; alpha is not touched.

use crate::filter::{Filter, param};
use crate::lut::tables::fill_with;
use crate::{Group, Kernel, Text};

pub(super) const FILTER: Filter = Filter {
    id: "solarize",
    name: Text { en: "Solarize", de: "Solarisation" },
    summary: Text {
        en: "Inverts what is lighter than a threshold, as if light had struck the developing print.",
        de: "Kehrt um, was heller ist als eine Schwelle, als wäre Licht auf den Abzug im Bad gefallen.",
    },
    synonyms: Text { en: "sabattier, man ray", de: "sabattier, solarisieren" },
    group: Group::Colour,
    params: &[param("threshold", Text { en: "Threshold", de: "Schwelle" })
        .range(0.0, 256.0)
        .default(256.0)
        .example(110.0)],
    kernel: Kernel::Tone(|values, tables| {
        fill_with(tables, |level| if level < values[0] { level } else { 255.0 - level });
    }),
};
