//! Tilt-shift: sharp along a line and ever softer away from it, which makes a view look like a small model.
//!
//! The line goes through the middle of the picture's width at a part of its height, and is turned by the angle,
//! counter-clockwise. A pixel's distance d from it is measured in heights of the picture. It is sharp as far as
//! half of the focus; s = (d − focus / 2) / transition, cut to 0–1, and e = s² (3 − 2s) is how soft it is. Soft is
//! made of four pictures, the photo and its Gaussian blurs by σ/4, σ/2 and σ: a pixel with 3e between two whole
//! numbers is mixed from the two pictures of these numbers.
//!
//! Our own; works on gamma-coded sRGB, colour times alpha, rounded to the nearest level; edges are replicated.
//! What is sharp is not changed at all. σ counts pixels at full size; all else is relative to the picture.

use crate::filter::{Filter, param};
use crate::ops::gaussian::{GaussianBlur, Plan};
use crate::pixel::premultiplied::{premultiply, unpremultiply};
use crate::simd::i16x8::{I16x8, I32x4, Rgba16};
use crate::{Group, Kernel, Neighbourhood, Region, Text, Window};

pub(super) const FILTER: Filter = Filter {
    id: "tilt-shift",
    name: Text { en: "Tilt-shift", de: "Tilt-Shift" },
    summary: Text {
        en: "Keeps a strip sharp and blurs the rest, as in a photo of a model.",
        de: "Hält einen Streifen scharf und den Rest unscharf, wie beim Foto eines Modells.",
    },
    synonyms: Text {
        en: "miniature, toy, depth of field, bokeh, lens blur, selective focus",
        de: "miniatur, modelleisenbahn, schärfentiefe, tiefenschärfe, bokeh",
    },
    group: Group::Blur,
    params: &[
        param("sigma_px", Text { en: "Blur", de: "Unschärfe" })
            .range(0.0, 100.0)
            .unit("px")
            .step(0.5)
            .example(4.0),
        param("position", Text { en: "Position", de: "Lage" }).range(0.0, 100.0).unit("%").default(50.0),
        param("angle_deg", Text { en: "Angle", de: "Winkel" }).range(-90.0, 90.0).unit("°"),
        param("focus", Text { en: "Focus", de: "Schärfe" }).range(0.0, 100.0).unit("%").default(15.0),
        param("transition", Text { en: "Transition", de: "Übergang" })
            .range(1.0, 100.0)
            .unit("%")
            .default(35.0),
    ],
    kernel: Kernel::Neighbourhood(Neighbourhood {
        radius_px: |values, scale| Plan::new(values[0] * scale).radius_px(),
        run: |values, source, region, out| {
            if values[0] == 0.0 || out.is_empty() {
                return source.copy(region, out);
            }
            let focus = Focus::new(values, source.picture);
            let is_sharp = |y: u32| focus.is_sharp(y, region.x, region.width);
            // Rows that are wholly sharp are copied; the rows between them are blurred together.
            let (mut y, mut out) = (region.y, out);
            let end = region.y + region.height;
            while y < end {
                let sharp = is_sharp(y);
                let next = (y..end).find(|y| is_sharp(*y) != sharp).unwrap_or(end);
                let strip = Region { y, height: next - y, ..region };
                let (now, later) = out.split_at_mut(strip.width as usize * strip.height as usize * 4);
                if sharp {
                    source.copy(strip, now);
                } else {
                    blur(&focus, values[0] * source.scale, source, strip, now);
                }
                (y, out) = (next, later);
            }
        },
    }),
};

fn blur(focus: &Focus, sigma_px: f64, source: &Window, strip: Region, out: &mut [u8]) {
    let plans = [0.25, 0.5, 1.0].map(|part| Plan::new(part * sigma_px));
    let mut blurs = plans.each_ref().map(|plan| GaussianBlur::of(plan, strip, source));
    let (x, width) = ((strip.x - source.region.x) as usize, strip.width as usize);
    let (mut row, mut weights) = (vec![[0; 4]; width], vec![SHARP; width]);
    for (y, out) in (strip.y..).zip(out.chunks_exact_mut(width * 4)) {
        let pixels = &source.row(i64::from(y))[x..][..width];
        premultiply(pixels, source.opaque, &mut row);
        focus.weigh(y, strip.x, &mut weights);
        let [first, second, third] = blurs.each_mut().map(|blur| &*blur.next());
        mix(&mut row, [first, second, third], &weights);
        unpremultiply(&row, source.opaque, out);
        for ((out, pixel), weights) in out.as_chunks_mut::<4>().0.iter_mut().zip(pixels).zip(&weights) {
            if *weights == SHARP {
                *out = *pixel;
            }
        }
    }
}

/// Weights of the photo and its three blurs, which add up to 2¹⁴: two in a word, the first in its lower half.
type Weights = [u32; 2];

const SHARP: Weights = [1 << 14, 0];

/// The weights for a softness from 0 to 1.
#[inline]
fn weights(softness: f32) -> Weights {
    // Adding 2²³ leaves the nearest integer in the lowest bits of the f32.
    let whole = |number: f32| (number + 8_388_608.0).to_bits() & 0xffff;
    let [a, b, c] = [0.0, 1.0, 2.0].map(|from| whole(cut(3.0 * softness - from) * 16_384.0));
    [((1 << 14) - a) | ((a - b) << 16), (b - c) | (c << 16)]
}

/// Clips a number to the range from 0 to 1, in a form that compilers vectorise.
#[inline]
fn cut(part: f32) -> f32 {
    let below_one = if part > 1.0 { 1.0 } else { part };
    if below_one < 0.0 { 0.0 } else { below_one }
}

/// Mixes a row with its three blurs, in place.
fn mix(row: &mut [Rgba16], blurs: [&[Rgba16]; 3], weights: &[Weights]) {
    let (twos, last) = row.as_chunks_mut::<2>();
    let blur_twos = blurs.map(|blur| blur.as_chunks::<2>().0);
    let both = twos.iter_mut().zip(weights.as_chunks::<2>().0);
    for (((two, weights), a), (b, c)) in both.zip(blur_twos[0]).zip(blur_twos[1].iter().zip(blur_twos[2])) {
        mixed([two, a, b, c], weights).store(two);
    }
    if let [pixel] = last {
        let at = weights.len() - 1;
        let [a, b, c] = blurs.map(|blur| [blur[at]; 2]);
        let mut both = [*pixel; 2];
        mixed([&both, &a, &b, &c], &[weights[at]; 2]).store(&mut both);
        *pixel = both[0];
    }
}

#[inline]
fn mixed(pictures: [&[Rgba16; 2]; 4], weights: &[Weights; 2]) -> I16x8 {
    let [a, b, c, d] = pictures.map(|two| I16x8::load(two).flip_sign());
    let (sharper, softer) = (a.interleave(b), c.interleave(d));
    let sum = |sharper: I16x8, softer: I16x8, weights: Weights| {
        let [first, second] = weights.map(I16x8::splat_packed);
        I32x4::rounding_half::<14>().add(sharper.dot(first)).add(softer.dot(second))
    };
    sum(sharper.0, softer.0, weights[0]).shift_narrow::<14>(sum(sharper.1, softer.1, weights[1])).flip_sign()
}

/// The sharp line and the transition around it. Distances are in heights of the image.
struct Focus {
    /// Change of the signed distance from the line, per pixel to the right and per pixel down.
    right: f32,
    below: f32,
    /// The line's distance from the image's upper left corner.
    corner: f32,
    half: f32,
    transition: f32,
}

impl Focus {
    fn new(values: &[f64], (width, height): (u32, u32)) -> Self {
        let &[_, position, angle_deg, focus, transition] = values else { unreachable!("five settings") };
        let (sin, cos) = libm::sincos(angle_deg.to_radians());
        let height = f64::from(height);
        let corner = 0.5 * f64::from(width) / height * sin + position / 100.0 * cos;
        Self {
            right: (sin / height) as f32,
            below: (cos / height) as f32,
            corner: corner as f32,
            half: (focus / 200.0) as f32,
            transition: (transition / 100.0) as f32,
        }
    }

    #[inline]
    fn weights(&self, x: u32, y: u32) -> Weights {
        let across = (x as f32 + 0.5) * self.right + (y as f32 + 0.5) * self.below - self.corner;
        let part = cut((across.abs() - self.half) / self.transition);
        weights(part * part * (3.0 - 2.0 * part))
    }

    fn weigh(&self, y: u32, x: u32, weights: &mut [Weights]) {
        if self.right == 0.0 {
            return weights.fill(self.weights(x, y));
        }
        for (x, weights) in (x..).zip(weights) {
            *weights = self.weights(x, y);
        }
    }

    /// Whether a whole row is sharp, which it is if both its ends are.
    fn is_sharp(&self, y: u32, x: u32, width: u32) -> bool {
        self.weights(x, y) == SHARP && self.weights(x + width - 1, y) == SHARP
    }
}
