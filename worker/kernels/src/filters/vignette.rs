//! Vignette: the picture darkens, or lightens, towards its corners.
//!
//! A pixel's distance from the middle is measured in an ellipse that fits the photo: with x and y from −1 to
//! 1, r = √((x² + y²) / 2), which is 1 in the corners. From the midpoint m outwards the effect grows as
//! s = t² (3 − 2t) with t = (r − m) / (1 − m). A negative amount multiplies with 1 + amount · s, a positive
//! one moves the level by amount · s of its way to white. Our own; works on gamma-coded sRGB in `f32`, in one
//! order of operations everywhere; rounded to the nearest level. Looks the same at any scale. Alpha is not
//! touched.

use crate::filter::{Filter, param};
use crate::pixel::map_rgb::{map_rgb, to_level};
use crate::{Group, Kernel, Text};

pub(super) const FILTER: Filter = Filter {
    id: "vignette",
    name: Text { en: "Vignette", de: "Vignette" },
    summary: Text {
        en: "Darkens or lightens the corners, so that the eye stays in the middle.",
        de: "Dunkelt die Ecken ab oder hellt sie auf, damit das Auge in der Mitte bleibt.",
    },
    synonyms: Text {
        en: "lens, lens shading, dark corners, edges",
        de: "objektiv, randabdunklung, dunkle ecken, rand",
    },
    group: Group::Effect,
    params: &[
        param("amount", Text { en: "Amount", de: "Stärke" }).range(-100.0, 100.0).unit("%").example(-80.0),
        param("midpoint", Text { en: "Midpoint", de: "Mittelpunkt" })
            .range(0.0, 90.0)
            .unit("%")
            .default(30.0),
    ],
    kernel: Kernel::Positional(|values, position, rgba| {
        let (amount, midpoint) = (values[0] as f32 / 100.0, values[1] as f32 / 100.0);
        // Levels move towards black or towards white.
        let goal = if amount < 0.0 { 0.0 } else { 255.0 };
        let from_middle = |at: i32, length: u32| (2.0 * at as f32 + 1.0) / length as f32 - 1.0;
        let y = from_middle(position.y as i32, position.height);
        map_rgb(rgba, |index, colour| {
            let x = from_middle((position.x + index) as i32, position.width);
            let radius = (0.5 * (x * x + y * y)).sqrt();
            let outside = (radius - midpoint) / (1.0 - midpoint);
            // `clamp` written as two selects, which compile to one instruction each.
            let outside = if outside > 0.0 { outside } else { 0.0 };
            let outside = if outside < 1.0 { outside } else { 1.0 };
            let part = amount.abs() * (outside * outside * (3.0 - 2.0 * outside));
            colour.map(|before| {
                let before = before as f32;
                to_level(before + (goal - before) * part + 0.5)
            })
        });
    }),
};
