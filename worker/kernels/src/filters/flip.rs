//! Flip: the picture in a mirror, beside it (horizontally), below it (vertically), or both. Moves pixels, all four
//! channels, and changes none.

use crate::filter::{Filter, param};
use crate::ops::orientation::Orientation;
use crate::{Geometry, Group, Kernel, Text};

pub(super) const FILTER: Filter = Filter {
    id: "flip",
    name: Text { en: "Flip", de: "Spiegeln" },
    summary: Text { en: "Mirrors the picture.", de: "Spiegelt das Bild." },
    synonyms: Text { en: "mirror, reverse, horizontal, vertical", de: "spiegelbild, waagerecht, senkrecht" },
    group: Group::Geometry,
    params: &[
        param("horizontal", Text { en: "Horizontal", de: "Waagerecht" }).range(0.0, 1.0).example(1.0),
        param("vertical", Text { en: "Vertical", de: "Senkrecht" }).range(0.0, 1.0),
    ],
    kernel: Kernel::Geometry(Geometry {
        size_after: |_, before| before,
        input_region: |values, sizes, region| orientation(values).input_region(sizes.before, region),
        run: |values, _, source, region, out| orientation(values).run(source, region, out),
    }),
};

fn orientation(values: &[f64]) -> Orientation {
    Orientation { transposed: false, flip_horizontal: values[0] >= 0.5, flip_vertical: values[1] >= 0.5 }
}
