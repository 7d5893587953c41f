//! Rotate: quarter turns, clockwise. An angle between them counts as the nearest one. Moves pixels, all four
//! channels, and changes none.

use crate::ops::orientation::Turn;
use crate::{Geometry, Group, Kernel, Kind, Param, Spec};

pub(super) const SPEC: Spec = Spec {
    id: "rotate",
    name: "Rotate",
    summary: "Turns the picture by quarter turns, clockwise.",
    group: Group::Geometry,
    kind: Kind::Geometry(|values, before| turn(values).size(before)),
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
    needs: |values, sizes, region| turn(values).needs(sizes.before, region),
    run: |values, _, source, region, out| turn(values).run(source, region, out),
});

fn turn(values: &[f64]) -> Turn {
    // Clockwise, the first row becomes the last column, and the last row the first one.
    let (transposed, right_to_left, upside_down) = match (values[0] / 90.0).round() as u32 {
        1 => (true, false, true),
        2 => (false, true, true),
        3 => (true, true, false),
        _ => (false, false, false),
    };
    Turn { transposed, right_to_left, upside_down }
}
