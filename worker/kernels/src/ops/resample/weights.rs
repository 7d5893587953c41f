//! Lanczos weights of each input pixel in each output pixel of a row.

use std::f64::consts::PI;
use std::ops::Range;

/// Lobes of the Lanczos window, which is its radius in pixels of the shorter row.
const LOBES: f64 = 3.0;
/// The weights of an output pixel add up to 2^`BITS`.
pub const BITS: u32 = 14;
const ONE: f64 = (1 << BITS) as f64;

/// The weights of a range of output pixels.
///
/// Weights are in pairs, of an input pixel at an even index and the next one, for dot-product instructions. Each output
/// pixel has the same number of pairs, some of them 0.
#[derive(Debug)]
pub struct Weights {
    firsts: Vec<usize>,
    twos: usize,
    all: Vec<[i16; 2]>,
}

/// The range of input pixels that an output pixel is computed from.
pub fn reads(before: u32, after: u32, pixel: u32) -> Range<u32> {
    let (centre, reach) = (centre(before, after, pixel), LOBES * stretch(before, after));
    if before == after {
        return pixel..pixel + 1;
    }
    // Pixels whose centre is within the window.
    let start = (centre - reach + 0.5).max(0.0) as u32;
    let end = (centre + reach + 0.5) as u32;
    start..end.min(before)
}

impl Weights {
    /// The weights of these output pixels, of a row of `after` pixels resampled from one of `before`.
    pub fn new(before: u32, after: u32, pixels: Range<u32>) -> Self {
        let twos_of = |reads: &Range<u32>| (reads.start / 2) as usize..reads.end.div_ceil(2) as usize;
        let all_reads = pixels.clone().map(|pixel| reads(before, after, pixel));
        let twos = all_reads.clone().map(|reads| twos_of(&reads).len()).max().unwrap_or(0);
        let mut firsts = Vec::with_capacity(pixels.len());
        let mut all = vec![[0; 2]; pixels.len() * twos];
        let mut parts = Vec::new();
        for ((pixel, reads), weights) in pixels.zip(all_reads).zip(all.chunks_exact_mut(twos.max(1))) {
            let from = twos_of(&reads).start;
            firsts.push(from);
            let at = f64::from(reads.start) + 0.5 - centre(before, after, pixel);
            lanczos(at / stretch(before, after), 1.0 / stretch(before, after), reads.len(), &mut parts);
            let whole: f64 = parts.iter().sum();
            let weights = &mut weights.as_flattened_mut()[reads.start as usize - 2 * from..];
            // The rounding error of each weight is carried to the next, so that they add up to exactly one.
            let (mut sum, mut given) = (0.0, 0.0);
            for (weight, part) in weights.iter_mut().zip(&parts) {
                sum += part;
                let due = (sum / whole * ONE + 0.5).floor();
                *weight = (due - given) as i16;
                given = due;
            }
        }
        Self { firsts, twos, all }
    }

    /// The number of pairs of weights of each output pixel.
    pub fn twos(&self) -> usize {
        self.twos
    }

    /// For each output pixel, the index of its first pair of input pixels and all its weights.
    pub fn iter(&self) -> impl Iterator<Item = (usize, &[[i16; 2]])> {
        self.firsts.iter().copied().zip(self.all.chunks_exact(self.twos.max(1)))
    }
}

/// The centre of an output pixel in input coordinates.
fn centre(before: u32, after: u32, pixel: u32) -> f64 {
    (f64::from(pixel) + 0.5) * f64::from(before) / f64::from(after)
}

/// The factor by which the window is stretched: input pixels per output pixel when the row gets shorter, else 1.
fn stretch(before: u32, after: u32) -> f64 {
    (f64::from(before) / f64::from(after)).max(1.0)
}

/// Samples the Lanczos window sin(πx) / πx · sin(πx/3) / (πx/3) at `count` points, from x on in equal steps.
///
/// With a = πx/3 and sin 3a = 3 sin a − 4 sin³ a, that is sin² a (3 − 4 sin² a) / 3a². Each sine is computed by rotating
/// the one before by the step's angle, which is ten times faster than calling `sin`.
fn lanczos(x: f64, step: f64, count: usize, into: &mut Vec<f64>) {
    let (mut a, by) = (PI / LOBES * x, PI / LOBES * step);
    let (mut sin, mut cos) = (libm::sin(a), libm::cos(a));
    let (by_sin, by_cos) = (libm::sin(by), libm::cos(by));
    into.clear();
    for n in 1..=count {
        let square = sin * sin;
        into.push(if a.abs() < 1e-5 { 1.0 } else { square * (3.0 - 4.0 * square) / (3.0 * a * a) });
        (sin, cos) = (sin * by_cos + cos * by_sin, cos * by_cos - sin * by_sin);
        a = PI / LOBES * (x + n as f64 * step);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn plain(x: f64) -> f64 {
        let sinc = |x: f64| if x == 0.0 { 1.0 } else { (PI * x).sin() / (PI * x) };
        sinc(x) * sinc(x / LOBES)
    }

    #[test]
    fn a_sine_turned_on_stays_a_sine() {
        let mut parts = Vec::new();
        for (first, count) in [(-2.8, 6), (-3.0, 7), (-2.999, 98_304)] {
            let step = 6.0 / count as f64;
            lanczos(first, step, count, &mut parts);
            for (n, part) in parts.iter().enumerate() {
                assert!((part - plain(first + n as f64 * step)).abs() < 1e-9, "{n} of {count}");
            }
        }
    }

    #[test]
    fn weights_add_up_to_one_and_leave_nothing_out() {
        for (before, after) in [(1, 1), (1, 9), (9, 1), (5, 5), (6000, 1920), (83, 1000), (60_000, 7)] {
            let weights = Weights::new(before, after, 0..after);
            assert_eq!(weights.iter().count(), after as usize);
            for (pixel, (first, twos)) in (0..after).zip(weights.iter()) {
                let reads = reads(before, after, pixel);
                assert!(reads.end <= before);
                assert!(2 * first <= reads.start as usize && reads.end as usize <= 2 * (first + twos.len()));
                let all = twos.as_flattened();
                assert_eq!(all.iter().map(|weight| i32::from(*weight)).sum::<i32>(), ONE as i32);
                // Sums of weighted 16-bit numbers must fit in 31 bits.
                let most: i32 = all.iter().map(|weight| i32::from(*weight).abs()).sum();
                assert!(most < 2 * ONE as i32, "{most} for {pixel} of {before} to {after}");
                let is_read =
                    |n: usize| (reads.start as usize..reads.end as usize).contains(&(2 * first + n));
                assert!((0..all.len()).all(|n| all[n] == 0 || is_read(n)));
            }
        }
    }
}
