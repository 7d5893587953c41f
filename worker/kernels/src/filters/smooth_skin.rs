//! Smooth skin: each pixel becomes the mean of those around it that have nearly its colour; a bilateral filter, after
//! Tomasi and Manduchi (1998), as `bilateralFilter` in `OpenCV` means it.
//!
//! A pixel at (x, y) from the middle weighs exp(−(x² + y²) / 2s² − d² / 2t²) if it is within the radius r, in a
//! circle, and nothing outside; s is r / 2. d is how far the colours are apart, the sum of the differences of their
//! channels, and t the threshold. Within two levels of the exact mean, and mostly within one. Each neighbour is looked
//! at, so the cost grows with the square of the radius.
//!
//! The radius is multiplied with the scale at hand, and rounded to whole pixels for the circle; at 0 nothing changes,
//! nor at a threshold of 0. Edges are replicated. Works on gamma-coded sRGB, colours multiplied with alpha and
//! rounded to 8 bits; alpha is a channel like them, for the distance too. The mean of a colour is divided by that
//! of alpha before it is rounded.

use crate::filter::{Filter, param};
use crate::simd::i16x8::{I16x8, I32x4};
use crate::{Group, Kernel, Neighbourhood, Region, Text, Window};
use planes::Planes;
use weights::{Circle, Closeness};

mod planes;
mod weights;

pub(super) const FILTER: Filter = Filter {
    id: "smooth-skin",
    name: Text { en: "Smooth skin", de: "Haut glätten" },
    summary: Text {
        en: "Evens out small differences, and leaves edges.",
        de: "Gleicht kleine Unterschiede aus und lässt Kanten stehen.",
    },
    synonyms: Text {
        en: "bilateral, beauty, retouch, soften, surface blur, reduce noise",
        de: "bilateral, retusche, weiche haut, glätten, porenfrei, rauschen mindern",
    },
    group: Group::Detail,
    params: &[
        param("radius_px", Text { en: "Radius", de: "Radius" })
            .range(1.0, 12.0)
            .unit("px")
            .default(5.0)
            .example(4.0),
        param("threshold", Text { en: "Threshold", de: "Schwelle" }).range(0.0, 150.0).example(60.0),
    ],
    kernel: Kernel::Neighbourhood(Neighbourhood { radius_px, run }),
};

fn radius_px(values: &[f64], scale: f64) -> u32 {
    libm::round(values[0] * scale) as u32
}

fn run(values: &[f64], source: &Window, region: Region, out: &mut [u8]) {
    let radius_px = radius_px(values, source.scale);
    if radius_px == 0 || values[1] <= 0.0 || out.is_empty() {
        return source.copy(region, out);
    }
    let circle = Circle::new(radius_px, values[0] * source.scale / 2.0);
    let closeness = Closeness::new(values[1]);
    let mut planes = Planes::new(source, region, radius_px);
    for (y, out) in (i64::from(region.y)..).zip(out.chunks_exact_mut(region.width as usize * 4)) {
        planes.read_to(y + i64::from(radius_px));
        let out = out.as_chunks_mut::<4>().0;
        if source.opaque {
            smooth::<3>(&planes, y, &circle, &closeness, out);
        } else {
            smooth::<4>(&planes, y, &circle, &closeness, out);
        }
    }
}

/// Filters one row. With three `CHANNELS`, all pixels are opaque.
fn smooth<const CHANNELS: usize>(
    planes: &Planes,
    y: i64,
    circle: &Circle,
    closeness: &Closeness,
    out: &mut [[u8; 4]],
) {
    let rows: Vec<_> = circle.rows.iter().map(|row| (planes.row(y + row.y), row)).collect();
    let own = planes.row(y);
    for (x, out) in (0..).step_by(4).zip(out.chunks_mut(4)) {
        let middle: [I16x8; CHANNELS] =
            std::array::from_fn(|channel| own.doubled(channel, x + circle.radius_px));
        let mut sums = [I32x4::ZERO; CHANNELS];
        let mut weights = I32x4::ZERO;
        for (planes, row) in &rows {
            for (x, near) in (x + row.x..).step_by(2).zip(&row.weights) {
                let levels: [I16x8; CHANNELS] = std::array::from_fn(|channel| planes.pairs(channel, x));
                let mut distance = levels[0].saturating_sub(middle[0]).abs();
                for channel in 1..CHANNELS {
                    distance = distance.saturating_add(levels[channel].saturating_sub(middle[channel]).abs());
                }
                let weight = closeness.weigh(distance).mul_q15(I16x8::load(near));
                weights = weights.add(weight.dot(I16x8::splat_pairs(1, 1)));
                for channel in 0..CHANNELS {
                    sums[channel] = sums[channel].add(levels[channel].dot(weight));
                }
            }
        }
        let sums = sums.map(I32x4::to_array);
        for (index, (pixel, weights)) in out.iter_mut().zip(weights.to_array()).enumerate() {
            let sum = |channel: usize| f64::from(sums[channel][index] as u32);
            let weights = f64::from(weights as u32);
            if CHANNELS == 3 {
                *pixel = [sum(0) / weights, sum(1) / weights, sum(2) / weights, 255.0]
                    .map(|level| (level + 0.5) as u8);
            } else {
                let alpha = sum(3);
                let colour = |channel: usize| sum(channel) * 255.0 / alpha;
                *pixel = [colour(0), colour(1), colour(2), alpha / weights].map(|level| (level + 0.5) as u8);
                if pixel[3] == 0 {
                    *pixel = [0; 4];
                }
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const SIDE: u32 = 24;

    /// The result by the definition, in double precision.
    fn exact(values: &[f64], rgba: &[u8], x: i64, y: i64) -> [f64; 3] {
        let at = |x: i64, y: i64| {
            let [x, y] = [x, y].map(|place| place.clamp(0, i64::from(SIDE) - 1) as usize);
            [0, 1, 2].map(|channel| f64::from(rgba[(y * SIDE as usize + x) * 4 + channel]))
        };
        let reach = i64::from(radius_px(values, 1.0));
        let middle = at(x, y);
        let (mut sums, mut weights) = ([0.0; 3], 0.0);
        for down in -reach..=reach {
            for across in -reach..=reach {
                let squared = across * across + down * down;
                if squared <= reach * reach {
                    let near = at(x + across, y + down);
                    let apart: f64 = (0..3).map(|channel| (near[channel] - middle[channel]).abs()).sum();
                    let in_place = squared as f64 / (2.0 * (values[0] / 2.0).powi(2));
                    let weight = (-in_place - apart * apart / (2.0 * values[1] * values[1])).exp();
                    weights += weight;
                    for (sum, level) in sums.iter_mut().zip(near) {
                        *sum += weight * level;
                    }
                }
            }
        }
        sums.map(|sum| sum / weights)
    }

    #[test]
    fn means_are_within_two_levels_and_mostly_one() {
        let mut n = 1_u32;
        let mut random = |most: u32| {
            n = n.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
            (n >> 8) % most
        };
        for most in [6, 40, 256] {
            let rgba: Vec<u8> = (0..SIDE * SIDE)
                .flat_map(|_| [random(most), 255 - random(most), random(most), 255].map(|level| level as u8))
                .collect();
            let source = Window::whole((SIDE, SIDE), true, &rgba);
            let mut found = vec![0; rgba.len()];
            for radius_px in [0.5, 1.0, 2.5, 5.0, 12.0] {
                for threshold in [0.1, 0.3, 1.0, 1.05, 2.0, 7.5, 40.0, 100.0, 150.0] {
                    let values = [radius_px, threshold];
                    run(&values, &source, source.region, &mut found);
                    let mut beyond_one = 0;
                    for (index, pixel) in (0..).zip(found.chunks(4)) {
                        let exact = exact(&values, &rgba, index % i64::from(SIDE), index / i64::from(SIDE));
                        for (level, exact) in pixel.iter().zip(exact) {
                            let apart = (f64::from(*level) - exact).abs();
                            assert!(apart < 2.0, "{values:?}: {level} is not {exact}");
                            beyond_one += u32::from(apart > 1.0);
                        }
                    }
                    assert!(beyond_one * 100 <= SIDE * SIDE * 3, "{values:?}: {beyond_one}");
                }
            }
        }
    }
}
