//! Sharpen: each pixel moves away from its four neighbours.
//!
//! The 3 × 3 kernel 0 −a 0 / −a 1 + 4a −a / 0 −a 0 with the amount a, a whole percentage; at 100 % it is the
//! classic one with 5 in its middle. Convolves gamma-coded sRGB as it stands, not premultiplied; edges are
//! replicated; rounded to the nearest level, halves up, and clipped to the range. Alpha is neither convolved nor changed.
//!
//! At a smaller scale s the amount is a · s²: a pixel there is 1 / s pixels wide, and the second differences of
//! the same smooth picture are 1 / s² times as large. So a small view is not sharper than the saved file.

use crate::filter::{Filter, param};
use crate::ops::neighbour_rows::{copy_alpha, for_each_row};
use crate::{Group, Kernel, Neighbourhood, Region, Text, Window};

pub(super) const FILTER: Filter = Filter {
    id: "sharpen",
    name: Text { en: "Sharpen", de: "Schärfen" },
    summary: Text { en: "Makes fine detail stand out.", de: "Lässt feine Einzelheiten hervortreten." },
    synonyms: Text { en: "sharp, sharpness, crisp, focus", de: "scharf, schärfe, scharfzeichnen, fokus" },
    group: Group::Detail,
    params: &[param("amount", Text { en: "Amount", de: "Stärke" })
        .range(0.0, 200.0)
        .unit("%")
        .example(120.0)],
    kernel: Kernel::Neighbourhood(Neighbourhood { radius_px: |_, _| 1, run }),
};

/// The weight 1 in fixed point.
const ONE: f64 = (1 << 18) as f64;

fn run(values: &[f64], source: &Window, region: Region, out: &mut [u8]) {
    let weight = (values[0].round() / 100.0 * source.scale * source.scale * ONE).round() as i32;
    let copy = |pixels: &[[u8; 4]], row: &mut [[u8; 4]]| row.copy_from_slice(pixels);
    for_each_row(source, region, out, copy, |rows, own, out| sharpen(rows, own, weight, out));
}

fn sharpen([above, here, below]: [&[[u8; 4]]; 3], own: &[[u8; 4]], weight: i32, out: &mut [[u8; 4]]) {
    let levels = out.as_flattened_mut();
    let count = levels.len();
    let [above, left, right, below] =
        [&above[1..], here, &here[2..], &below[1..]].map(|row| &row.as_flattened()[..count]);
    // All four channels alike, so that compilers vectorise the loop; then alpha is restored.
    for (i, level) in own.as_flattened()[..count].iter().enumerate() {
        let [n, w, c, e, s] = [above[i], left[i], *level, right[i], below[i]].map(i16::from);
        levels[i] = (c + change(4 * c - n - w - e - s, weight)).clamp(0, 255) as u8;
    }
    copy_alpha(own, out);
}

/// difference · weight / 2¹⁸, rounded to the nearest level, halves up. The threshold of rounding is moved by 2⁻⁸ of a
/// level, which is more than the error of a rounded weight and less than a hundredth of a level.
fn change(difference: i16, weight: i32) -> i16 {
    ((i32::from(difference) * weight + (1 << 17) + (1 << 10)) >> 18) as i16
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn hundredths_are_exact() {
        for amount in 0..=200_i32 {
            for difference in -4 * 255..=4 * 255 {
                let weight = (f64::from(amount) / 100.0 * ONE).round() as i32;
                let exact = (2 * amount * difference + 100).div_euclid(200);
                assert_eq!(i32::from(change(difference as i16, weight)), exact, "{amount} of {difference}");
            }
        }
    }
}
