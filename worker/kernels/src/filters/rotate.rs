//! Rotate: quarter turns, clockwise. An angle between them counts as the nearest one. Moves pixels, all four
//! channels, and changes none.

use crate::filter::{Filter, param};
use crate::ops::orientation::Orientation;
use crate::{Geometry, Group, Kernel, Text};

pub(super) const FILTER: Filter = Filter {
    id: "rotate",
    name: Text { en: "Rotate", de: "Drehen" },
    summary: Text {
        en: "Turns the picture by quarter turns, clockwise.",
        de: "Dreht das Bild in Vierteldrehungen im Uhrzeigersinn.",
    },
    synonyms: Text {
        en: "turn, orientation, portrait, landscape",
        de: "ausrichtung, hochformat, querformat",
    },
    group: Group::Geometry,
    params: &[param("angle_deg", Text { en: "Angle", de: "Winkel" })
        .range(0.0, 270.0)
        .unit("°")
        .step(90.0)
        .example(90.0)],
    kernel: Kernel::Geometry(Geometry {
        size_after: |values, before| orientation(values).size(before),
        input_region: |values, sizes, region| orientation(values).input_region(sizes.before, region),
        run: |values, _, source, region, out| orientation(values).run(source, region, out),
    }),
};

fn orientation(values: &[f64]) -> Orientation {
    // Clockwise, the first row becomes the last column, and the last row the first one.
    let (transposed, flip_horizontal, flip_vertical) = match (values[0] / 90.0).round() as u32 {
        1 => (true, false, true),
        2 => (false, true, true),
        3 => (true, true, false),
        _ => (false, false, false),
    };
    Orientation { transposed, flip_horizontal, flip_vertical }
}
