//! Auto contrast: the darkest level becomes black and the lightest white, as `autocontrast` in Pillow.
//!
//! Each channel of gamma-coded sRGB by itself. From both ends of its histogram ⌊n per cent⌋ of the pixels are
//! left out; the lowest level that remains becomes 0 and the highest 255, and a level becomes
//! ⌊level · s − lowest · s⌋ with s = 255 / (highest − lowest), clipped to the range. In `f64` and in Pillow's order, in
//! which rounding may leave white at 254. A channel with a single level stays as it is. To keep colours
//! (Pillow's `preserve_tone`), one curve is used for all three, from the histogram of the luma
//! ⌊(19595 R + 38470 G + 7471 B) / 65536 + ½⌋. Pixels count whatever their alpha. Alpha is not touched.

use crate::filter::{Filter, NamedParam, param};
use crate::lut::tables::{ToneTables, apply_tables};
use crate::ops::histogram::{accumulate, bin_count, histograms};
use crate::{Analysed, Group, Kernel, Text};

pub(super) const FILTER: Filter = Filter {
    id: "auto-contrast",
    name: Text { en: "Auto contrast", de: "Auto-Kontrast" },
    summary: Text {
        en: "Spreads the levels from black to white.",
        de: "Spreizt die Tonwerte von Schwarz bis Weiß.",
    },
    synonyms: Text {
        en: "autotone, auto tone, auto levels, auto, normalize, stretch, enhance",
        de: "automatik, auto-tonwert, auto-farbton, normalisieren, spreizen, verbessern",
    },
    group: Group::Automatic,
    params: &[
        cut("cut_blacks", Text { en: "Cut blacks", de: "Schwarz abschneiden" }),
        cut("cut_whites", Text { en: "Cut whites", de: "Weiß abschneiden" }),
        param("keep_colours", Text { en: "Keep colours", de: "Farben behalten" }).range(0.0, 1.0),
    ],
    kernel: Kernel::Analysed(Analysed {
        bins: |_, _| bin_count(3),
        accumulate: |values, _, rgba, bins| {
            if keeps_colours(values) {
                accumulate(rgba, bins, |[r, g, b]| [(19_595 * r + 38_470 * g + 7_471 * b + 32_768) >> 16; 3]);
            } else {
                accumulate(rgba, bins, |colour| colour);
            }
        },
        finish: |values, _, bins| {
            histograms::<3>(bins).iter().flat_map(|histogram| curve(values, histogram)).collect()
        },
        apply: |_, tables, _, rgba| {
            let tables: &ToneTables = tables.as_chunks().0.try_into().expect("a curve for each channel");
            apply_tables(tables, rgba);
        },
    }),
};

const fn cut(id: &'static str, name: Text) -> NamedParam {
    param(id, name).range(0.0, 10.0).unit("%").step(0.1).default(0.5)
}

fn keeps_colours(values: &[f64]) -> bool {
    values[2] >= 0.5
}

/// The tone curve of a channel with this histogram.
fn curve(values: &[f64], histogram: &[u32; 256]) -> [u8; 256] {
    let pixels: u32 = histogram.iter().sum();
    let cut = |per_cent: f64| {
        let hundredfold = f64::from(pixels) * per_cent;
        ((hundredfold - hundredfold % 100.0) / 100.0) as u32
    };
    let (lowest, highest) = (
        first_left(histogram.iter(), cut(values[0])).unwrap_or(255),
        255 - first_left(histogram.iter().rev(), cut(values[1])).unwrap_or(255),
    );
    let mut curve = std::array::from_fn(|level| level as u8);
    if highest > lowest {
        let scale = 255.0 / (highest - lowest) as f64;
        let offset = -(lowest as f64) * scale;
        for level in &mut curve {
            *level = (f64::from(*level) * scale + offset) as u8;
        }
    }
    curve
}

/// The index of the first level that is left when the first `cut` pixels of the histogram are removed.
fn first_left<'a>(mut histogram: impl Iterator<Item = &'a u32>, mut cut: u32) -> Option<usize> {
    histogram.position(|count| {
        let is_left = *count > cut;
        cut -= cut.min(*count);
        is_left
    })
}
