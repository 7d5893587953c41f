//! Flip: the picture in a mirror, beside it (horizontally), below it (vertically), or both. Moves pixels, all four
//! channels, and changes none.

use crate::ops::orientation::Orientation;
use crate::{Geometry, Group, Kernel, Kind, Param, Spec};

pub(super) const SPEC: Spec = Spec {
    id: "flip",
    name: "Flip",
    summary: "Mirrors the picture.",
    group: Group::Geometry,
    kind: Kind::Geometry(|_, before| before),
    params: &[
        Param { id: "horizontal", name: "Horizontal", unit: "", min: 0.0, max: 1.0, step: 1.0, default: 0.0 },
        Param { id: "vertical", name: "Vertical", unit: "", min: 0.0, max: 1.0, step: 1.0, default: 0.0 },
    ],
};

pub(super) const KERNEL: Kernel = Kernel::Geometry(Geometry {
    input_region: |values, sizes, region| orientation(values).input_region(sizes.before, region),
    run: |values, _, source, region, out| orientation(values).run(source, region, out),
});

fn orientation(values: &[f64]) -> Orientation {
    Orientation { transposed: false, flip_horizontal: values[0] >= 0.5, flip_vertical: values[1] >= 0.5 }
}
