//! Vignette: the picture darkens, or lightens, towards its corners.
//!
//! A pixel's distance from the middle is measured in an ellipse that fits the photo: with x and y from −1 to
//! 1, r = √((x² + y²) / 2), which is 1 in the corners. From the midpoint m outwards the effect grows as
//! s = t² (3 − 2t) with t = (r − m) / (1 − m). A negative amount multiplies with 1 + amount · s, a positive
//! one moves the level by amount · s of its way to white. Our own; works on gamma-coded sRGB in `f32`, in one
//! order of operations everywhere; rounded to the nearest level. Looks the same at any scale. Alpha is not
//! touched.

use crate::pixel::map_rgb::{map_rgb, to_level};
use crate::{Group, Kernel, Kind, Param, Spec};

pub(super) const SPEC: Spec = Spec {
    id: "vignette",
    name: "Vignette",
    summary: "Darkens or lightens the corners, so that the eye stays in the middle.",
    group: Group::Effect,
    kind: Kind::Positional,
    params: &[
        Param { id: "amount", name: "Amount", unit: "%", min: -100.0, max: 100.0, step: 1.0, default: 0.0 },
        Param { id: "midpoint", name: "Midpoint", unit: "%", min: 0.0, max: 90.0, step: 1.0, default: 30.0 },
    ],
};

pub(super) const KERNEL: Kernel = Kernel::Positional(|values, position, rgba| {
    let (amount, midpoint) = (values[0] as f32 / 100.0, values[1] as f32 / 100.0);
    // Towards what the level moves: nothing, or white.
    let goal = if amount < 0.0 { 0.0 } else { 255.0 };
    let from_middle = |at: i32, length: u32| (2.0 * at as f32 + 1.0) / length as f32 - 1.0;
    let y = from_middle(position.y as i32, position.height);
    map_rgb(rgba, |index, colour| {
        let x = from_middle((position.x + index) as i32, position.width);
        let radius = (0.5 * (x * x + y * y)).sqrt();
        let outside = (radius - midpoint) / (1.0 - midpoint);
        // Written out, because these two become one instruction each.
        let outside = if outside > 0.0 { outside } else { 0.0 };
        let outside = if outside < 1.0 { outside } else { 1.0 };
        let part = amount.abs() * (outside * outside * (3.0 - 2.0 * outside));
        colour.map(|before| {
            let before = before as f32;
            to_level(before + (goal - before) * part + 0.5)
        })
    });
});
