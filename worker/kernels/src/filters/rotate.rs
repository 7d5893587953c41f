//! Rotate: quarter turns, clockwise. An angle between them counts as the nearest one. Moves pixels, all four
//! channels, and changes none.

use crate::ops::orientation::Orientation;
use crate::{Geometry, Group, Kernel, Kind, Param, Spec};

pub(super) const SPEC: Spec = Spec {
    id: "rotate",
    name: "Rotate",
    summary: "Turns the picture by quarter turns, clockwise.",
    group: Group::Geometry,
    kind: Kind::Geometry(|values, before| orientation(values).size(before)),
    params: &[Param {
        id: "angle_deg",
        name: "Angle",
        unit: "°",
        min: 0.0,
        max: 270.0,
        step: 90.0,
        default: 0.0,
    }],
};

pub(super) const KERNEL: Kernel = Kernel::Geometry(Geometry {
    input_region: |values, sizes, region| orientation(values).input_region(sizes.before, region),
    run: |values, _, source, region, out| orientation(values).run(source, region, out),
});

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
