//! The plan of a Gaussian blur: pyramid levels, FIR weights, and the pixels that each step reads.

use std::f64::consts::PI;

/// The weights of a symmetric filter from its centre to one side.
type Side = Vec<i16>;

/// How a blur of one σ is computed.
#[derive(Debug, Clone)]
pub struct Plan {
    /// How often the image is downsampled by 2.
    pub levels: usize,
    /// FIR weights at that level, from the centre to one side. Those of both sides add up to 2¹⁴.
    pub weights: Side,
}

/// The σ, in pixels of a pyramid level, from which the image is downsampled once more.
const NARROW_PX: f64 = 2.5;

/// Where the weights are cut off, in σ. The rest would move no pixel by a tenth of a level.
const REACH: f64 = 3.2;

impl Plan {
    /// The plan of a standard deviation of at least 0 px.
    pub fn new(sigma_px: f64) -> Self {
        let mut levels = 0;
        let mut unit = 1.0;
        while sigma_px >= NARROW_PX * unit {
            levels += 1;
            unit *= 2.0;
        }
        // Downsampling and upsampling blur too: each has a variance of 1 px² of its finer level.
        let own = 2.0 / 3.0 * (unit * unit - 1.0);
        let missing_px = (sigma_px * sigma_px - own).sqrt() / unit;
        let radius = (((REACH * missing_px - 0.5) / 2.0).ceil() as usize).clamp(1, 4) * 2;
        let weights = if levels == 0 { narrow(sigma_px, radius) } else { wide(sigma_px, unit, radius) };
        Self { levels, weights: quantised(&weights) }
    }

    /// Whether the blur changes nothing.
    pub fn is_identity(&self) -> bool {
        self.levels == 0 && self.weights[0] == 1 << 14
    }

    /// The number of weights on one side of the centre, which is even.
    pub fn tap_radius(&self) -> usize {
        self.weights.len() - 1
    }

    /// The halo in pixels at full resolution.
    pub fn radius_px(&self) -> u32 {
        let unit = 1 << self.levels;
        (unit * self.tap_radius() + 4 * (unit - 1)) as u32
    }
}

/// Weights of a narrow blur: samples of the Gaussian.
fn narrow(sigma_px: f64, radius: usize) -> Vec<f64> {
    let weight = |at: usize| libm::exp(-((at * at) as f64) / (2.0 * sigma_px * sigma_px));
    (0..=radius).map(|at| if at == 0 { 1.0 } else { weight(at) }).collect()
}

/// Weights of a wide blur at its pyramid level: the Gaussian's frequency response divided by that of downsampling and
/// upsampling, transformed back by a discrete cosine transform.
fn wide(sigma_px: f64, unit: f64, radius: usize) -> Vec<f64> {
    const STEPS: usize = 48;
    let mut weights = vec![0.0; radius + 1];
    for step in 0..STEPS {
        let frequency = (step as f64 + 0.5) * PI / STEPS as f64;
        let gaussian = libm::exp(-0.5 * (sigma_px * frequency / unit) * (sigma_px * frequency / unit));
        let once = libm::sin(frequency / 2.0) / (unit * libm::sin(frequency / 2.0 / unit));
        let binomial = (once * once) * (once * once);
        let response = gaussian / (binomial * binomial);
        for (at, weight) in weights.iter_mut().enumerate() {
            *weight += response * libm::cos(at as f64 * frequency);
        }
    }
    weights
}

/// Rounds weights to integers that add up to exactly 2¹⁴. Partial sums from the outside are the rounded exact ones, so
/// that rounding errors do not add up.
fn quantised(weights: &[f64]) -> Side {
    let one = f64::from(1 << 14);
    let sum = weights[0] + 2.0 * weights[1..].iter().sum::<f64>();
    let (mut exact, mut kept) = (0.0, 0);
    let mut side: Side = weights[1..]
        .iter()
        .rev()
        .map(|weight| {
            exact += weight / sum * one;
            let rounded = (exact + 0.5).floor() as i16 - kept;
            kept += rounded;
            rounded
        })
        .collect();
    side.push((1 << 14) - 2 * kept);
    side.reverse();
    side
}

/// A range of columns or rows from `first` to `last`, both included.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Span {
    pub first: i64,
    pub last: i64,
}

impl Span {
    pub fn count(self) -> usize {
        (self.last - self.first + 1) as usize
    }

    fn within(self, other: Self) -> Self {
        Self { first: self.first.max(other.first), last: self.last.min(other.last) }
    }

    /// The range that downsampling reads for this output range.
    pub fn downsample_input(self) -> Self {
        Self { first: 2 * self.first - 2, last: 2 * self.last + 2 }
    }

    /// The range that upsampling reads for this output range.
    fn upsample_input(self) -> Self {
        Self { first: (self.first - 1).div_euclid(2), last: self.last.div_euclid(2) + 1 }
    }
}

/// The ranges of columns, or of rows, at every pyramid level. Level 0 is the image itself.
pub struct Axis {
    /// Ranges computed while downsampling. Everything beyond equals the outermost of these.
    pub held: Vec<Span>,
    /// Ranges computed while upsampling.
    pub wanted: Vec<Span>,
}

impl Axis {
    pub fn new(plan: &Plan, length: u32, first: u32, count: u32) -> Self {
        let first = i64::from(first);
        let mut wanted = vec![Span { first, last: first + i64::from(count) - 1 }];
        // Where pixels may differ; beyond, all equal the edge.
        let mut inside = vec![Span { first: 0, last: i64::from(length) - 1 }];
        for level in 0..plan.levels {
            wanted.push(wanted[level].upsample_input());
            let Span { first, last } = inside[level];
            inside.push(Span { first: (first - 2).div_euclid(2), last: (last + 3).div_euclid(2) });
        }
        let radius = plan.tap_radius() as i64;
        let Span { first, last } = wanted[plan.levels];
        let mut needed = Span { first: first - radius, last: last + radius };
        let mut held: Vec<_> = inside
            .into_iter()
            .rev()
            .map(|inside| {
                let held = needed.within(inside);
                needed = held.downsample_input();
                held
            })
            .collect();
        held.reverse();
        Self { held, wanted }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn weights_are_one_together_and_fit_the_loops() {
        for tenths in 0..=2500 {
            let plan = Plan::new(f64::from(tenths) / 10.0);
            let [middle, side @ ..] = &plan.weights[..] else { panic!("no weights") };
            let sum = i32::from(*middle) + 2 * side.iter().map(|weight| i32::from(*weight)).sum::<i32>();
            assert_eq!(sum, 1 << 14, "{tenths}");
            assert!(matches!(plan.tap_radius(), 2 | 4 | 6 | 8), "{tenths}: {}", plan.tap_radius());
            assert_eq!(plan.is_identity(), tenths < 3, "{tenths}");
        }
    }

    /// Pixels beyond a held range may equal its outermost pixel only if the image ends there.
    #[test]
    fn all_that_is_read_is_held() {
        for sigma_px in [1.0, 2.5, 6.0, 50.0] {
            let plan = Plan::new(sigma_px);
            for (length, first, count) in [(4000, 1999, 1), (4000, 2000, 5), (40, 0, 40), (1, 0, 1)] {
                let axis = Axis::new(&plan, length, first, count);
                let reach = i64::from(plan.radius_px());
                assert!(axis.held[0].first >= (i64::from(first) - reach).max(0), "{sigma_px}");
                assert!(axis.held[0].last < i64::from(first + count) + reach, "{sigma_px}");
                assert!(axis.held[0].last < i64::from(length) && axis.held[0].count() > 0, "{sigma_px}");
            }
        }
    }
}
