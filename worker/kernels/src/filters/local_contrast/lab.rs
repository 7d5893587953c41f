//! The 8-bit CIELAB of `OpenCV`: L* times 2.55, a* and b* plus 128, in whole numbers.
//!
//! Light is counted in 2040ths. With the matrix of sRGB (D65) in 4096ths, each row divided by the white, it
//! becomes x, y and z in 2040ths; their roots f(t), t^⅓ above 0.008856 and 7.787 t + 16/116 below, are counted in
//! 32768ths, and
//!
//! L = (296 f(y) − 1,336,934) / 2¹⁵, a = 500 (f(x) − f(y)) / 2¹⁵ + 128, b = 200 (f(y) − f(z)) / 2¹⁵ + 128,
//!
//! each division rounded. The histograms of small tiles would show the slightest difference, so all 16.7 million
//! colours become what they become in `OpenCV`, which is why roots are rounded in `f32`. The way back is calculated
//! in `f32` without its tables, and may be one level apart.

use std::sync::LazyLock;

use super::rounded;
use crate::pixel::srgb::{LEVEL, STEPS, decode};

/// Lab colours of `N` pixels, each component from 0 to 255.
#[derive(Debug, Clone, Copy)]
pub struct Colours<const N: usize> {
    pub lightness: [i32; N],
    pub a: [i32; N],
    pub b: [i32; N],
}

/// Tables for the conversion from RGB to Lab.
#[derive(Debug)]
pub struct Lab {
    /// Contribution of each level of red, green and blue to x, y and z, in 4096ths; red's includes a half for rounding.
    shares: [[[i32; 4]; 256]; 3],
    /// f(t) of x, y or z, in 32768ths.
    root: [u16; 2048],
    /// L of each y.
    lightness: [u8; 2048],
}

static LAB: LazyLock<Lab> = LazyLock::new(|| {
    let root = std::array::from_fn(|step| {
        let t = step as f64 / 2040.0;
        let root = if t < 0.008_856 { 7.787 * t + 16.0 / 116.0 } else { libm::cbrt(t) };
        ((32_768.0 * root) as f32).round_ties_even() as u16
    });
    let light = |level: usize| (2040.0 * decode(level as f64 / 255.0)).round() as i32;
    let share = |channel: usize, level: usize| {
        let half = if channel == 0 { 2048 } else { 0 };
        let [x, y, z] = WEIGHTS[channel].map(|weight| weight * light(level) + half);
        [x, y, z, 0]
    };
    Lab {
        shares: std::array::from_fn(|channel| std::array::from_fn(|level| share(channel, level))),
        root,
        lightness: root.map(|root| fixed(296 * i32::from(root) - 1_336_934).clamp(0, 255) as u8),
    }
});

/// Weights of red, green and blue in x, y and z, in 4096ths.
const WEIGHTS: [[i32; 3]; 3] = [[1777, 871, 73], [1541, 2929, 448], [778, 296, 3575]];

impl Lab {
    pub fn get() -> &'static Self {
        &LAB
    }

    /// L of one pixel.
    #[inline]
    pub fn lightness(&self, pixel: [u8; 4]) -> u8 {
        self.lightness[self.places(pixel)[1]]
    }

    /// Converts up to `N` pixels. Entries beyond them are undefined.
    #[inline]
    pub fn read<const N: usize>(&self, pixels: &[[u8; 4]], colours: &mut Colours<N>) {
        let Colours { lightness, a, b } = colours;
        for (k, pixel) in pixels.iter().enumerate().take(N) {
            let [x, y, z] = self.places(*pixel).map(|place| i32::from(self.root[place]));
            (lightness[k], a[k], b[k]) = (y, x, z);
        }
        for k in 0..N {
            let (x, y, z) = (a[k], lightness[k], b[k]);
            lightness[k] = fixed(296 * y - 1_336_934);
            a[k] = fixed(500 * (x - y)) + 128;
            b[k] = fixed(200 * (y - z)) + 128;
        }
    }

    /// x, y and z of a pixel.
    #[inline]
    fn places(&self, [r, g, b, _]: [u8; 4]) -> [usize; 3] {
        let [red, green, blue] = &self.shares;
        let [r, g, b] = [red[usize::from(r)], green[usize::from(g)], blue[usize::from(b)]];
        [0, 1, 2].map(|k| ((r[k] + g[k] + b[k]) >> 12) as usize & 2047)
    }
}

impl<const N: usize> Default for Colours<N> {
    fn default() -> Self {
        Self { lightness: [0; N], a: [0; N], b: [0; N] }
    }
}

impl<const N: usize> Colours<N> {
    /// Converts the colours back and writes them to pixels, whose alpha stays.
    #[inline]
    pub fn write(&self, pixels: &mut [[u8; 4]]) {
        let level = &*LEVEL;
        let mut steps = [[0; N]; 3];
        for k in 0..N {
            let y = self.lightness[k] as f32 * (1.0 / (2.55 * 116.0)) + 16.0 / 116.0;
            let x = y + (self.a[k] - 128) as f32 * (1.0 / 500.0);
            let z = y - (self.b[k] - 128) as f32 * (1.0 / 200.0);
            let [x, y, z] = [x, y, z].map(without_root);
            // The inverse matrix times the white. Each row adds up to 1, so that greys stay exactly grey.
            let (x, z) = (x - y, z - y);
            let light = [
                y + 3.079_933 * x - 0.542_782 * z,
                y - 0.921_235 * x + 0.045_244 * z,
                y + 0.052_891 * x + 1.151_152 * z,
            ];
            for (steps, light) in steps.iter_mut().zip(light) {
                steps[k] = rounded((light * STEPS as f32).clamp(0.0, STEPS as f32));
            }
        }
        for (k, pixel) in pixels.iter_mut().enumerate().take(N) {
            let [r, g, b] = [0, 1, 2].map(|channel: usize| level[steps[channel][k] as usize]);
            *pixel = [r, g, b, pixel[3]];
        }
    }
}

/// The inverse of f.
#[inline]
fn without_root(root: f32) -> f32 {
    if root > 6.0 / 29.0 { root * root * root } else { (root - 16.0 / 116.0) * (1.0 / 7.787) }
}

/// number / 32768, rounded to the nearest, halves up.
#[inline]
fn fixed(number: i32) -> i32 {
    (number + (1 << 14)) >> 15
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn greys_stay_grey() {
        for level in 0..=255 {
            let mut colours = Colours::default();
            Lab::get().read::<1>(&[[level, level, level, 255]], &mut colours);
            assert_eq!((colours.a, colours.b), ([128], [128]), "{level}");
            for lightness in 0..=255 {
                let mut pixel = [[9, 9, 9, 7]];
                Colours { lightness: [lightness], ..colours }.write(&mut pixel);
                let [[r, g, b, a]] = pixel;
                assert_eq!([g, b, a], [r, r, 7], "{lightness}");
            }
        }
    }

    /// Two values of f lie so near to half-way between two integers that the rounding mode matters.
    #[test]
    fn roots_are_rounded_as_in_opencv() {
        assert_eq!([49, 324, 628].map(|place| Lab::get().root[place]), [9454, 17_745, 22_126]);
    }
}
