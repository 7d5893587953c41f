//! Emboss: the picture as a relief that is lit from one side.
//!
//! To each channel is added the amount times its slope away from the light, √2 (−cos α · X + sin α · Y), where X is
//! the kernel −1 0 1 / −1 0 1 / −1 0 1, Y is its transpose and α is the angle of the light, counted from the right
//! against the clock. At 135° and 100 % that is the well-known kernel −2 −1 0 / −1 1 1 / 0 1 2. Convolves gamma-coded
//! sRGB as it stands, not premultiplied, with weights to 1/65536; edges are replicated; rounded to the nearest
//! level, halves up, and clipped to the range. Alpha is neither convolved nor changed.
//!
//! At a smaller scale s the amount is multiplied by s: a pixel there is 1 / s pixels wide, and the differences of
//! the same smooth picture are 1 / s times as large.

use std::f64::consts::SQRT_2;

use crate::filter::{Filter, param};
use crate::ops::neighbour_rows::{copy_alpha, for_each_row};
use crate::{Group, Kernel, Neighbourhood, Region, Text, Window};

pub(super) const FILTER: Filter = Filter {
    id: "emboss",
    name: Text { en: "Emboss", de: "Relief" },
    summary: Text {
        en: "Lights the picture from one side, like a relief.",
        de: "Beleuchtet das Bild von einer Seite wie ein Relief.",
    },
    synonyms: Text { en: "relief, bump", de: "prägen, reliefbild" },
    group: Group::Effect,
    params: &[
        param("amount", Text { en: "Amount", de: "Stärke" }).range(0.0, 200.0).unit("%").example(120.0),
        param("angle_deg", Text { en: "Angle", de: "Winkel" }).range(-180.0, 180.0).unit("°").default(135.0),
    ],
    kernel: Kernel::Neighbourhood(Neighbourhood { radius_px: |_, _| 1, run }),
};

/// The weight 1 in fixed point.
const ONE: f64 = 65_536.0;

fn run(values: &[f64], source: &Window, region: Region, out: &mut [u8]) {
    let (amount, angle) = (values[0] / 100.0 * source.scale, values[1].to_radians());
    let weights =
        [-libm::cos(angle), libm::sin(angle)].map(|part| (amount * SQRT_2 * part * ONE).round() as i32);
    let copy = |pixels: &[[u8; 4]], row: &mut [[u8; 4]]| row.copy_from_slice(pixels);
    for_each_row(source, region, out, copy, |rows, own, out| emboss(rows, own, weights, out));
}

fn emboss(rows: [&[[u8; 4]]; 3], own: &[[u8; 4]], [across, down]: [i32; 2], out: &mut [[u8; 4]]) {
    let levels = out.as_flattened_mut();
    let count = levels.len();
    let [above, here, below] = rows.map(<[_]>::as_flattened);
    let [nw, n, ne] = [&above[..count], &above[4..][..count], &above[8..][..count]];
    let [w, e] = [&here[..count], &here[8..][..count]];
    let [sw, s, se] = [&below[..count], &below[4..][..count], &below[8..][..count]];
    // All four channels alike, so that compilers vectorise the loop; then alpha is restored.
    for (i, level) in own.as_flattened()[..count].iter().enumerate() {
        let [nw, n, ne, w, c, e, sw, s, se] =
            [nw[i], n[i], ne[i], w[i], *level, e[i], sw[i], s[i], se[i]].map(i16::from);
        let (main, other) = (se - nw, ne - sw);
        let [x, y] = [e - w + main + other, s - n + main - other].map(i32::from);
        let change = (x * across + y * down + ONE as i32 / 2) >> 16;
        levels[i] = (c + change as i16).clamp(0, 255) as u8;
    }
    copy_alpha(own, out);
}
