//! How a blur of one width is made, and of which pixels.

use std::f64::consts::PI;

/// Weights of one side, the middle one first.
type Side = Vec<i16>;

/// How a blur of one width is made.
#[derive(Debug, Clone)]
pub struct Plan {
    /// How often the picture is halved.
    pub levels: usize,
    /// The weights there, from the middle on to one side. They and those of the other side make up 2¹⁴.
    pub weights: Side,
}

/// Up to twice this σ, pixels of the halved picture, nothing is halved once more.
const NARROW_PX: f64 = 2.5;

/// How far the weights go, in their own σ. What is cut off moves no pixel by a tenth of a level.
const REACH: f64 = 3.2;

impl Plan {
    /// For a standard deviation in pixels, of 0 or more.
    pub fn new(sigma_px: f64) -> Self {
        let mut levels = 0;
        let mut unit = 1.0;
        while sigma_px >= NARROW_PX * unit {
            levels += 1;
            unit *= 2.0;
        }
        // Halving and doubling widen the picture by themselves: each has a variance of 1 of its finer pixels.
        let own = 2.0 / 3.0 * (unit * unit - 1.0);
        let missing_px = (sigma_px * sigma_px - own).sqrt() / unit;
        let radius = (((REACH * missing_px - 0.5) / 2.0).ceil() as usize).clamp(1, 4) * 2;
        let weights = if levels == 0 { narrow(sigma_px, radius) } else { wide(sigma_px, unit, radius) };
        Self { levels, weights: quantised(&weights) }
    }

    /// Whether nothing is blurred at all.
    pub fn is_identity(&self) -> bool {
        self.levels == 0 && self.weights[0] == 1 << 14
    }

    /// How many weights there are on one side of the middle: an even number.
    pub fn tap_radius(&self) -> usize {
        self.weights.len() - 1
    }

    /// How far away the pixels are that it reads.
    pub fn radius_px(&self) -> u32 {
        let unit = 1 << self.levels;
        (unit * self.tap_radius() + 4 * (unit - 1)) as u32
    }
}

/// The Gaussian itself.
fn narrow(sigma_px: f64, radius: usize) -> Vec<f64> {
    let weight = |at: usize| libm::exp(-((at * at) as f64) / (2.0 * sigma_px * sigma_px));
    (0..=radius).map(|at| if at == 0 { 1.0 } else { weight(at) }).collect()
}

/// What is missing: the Gaussian's frequency response, divided by that of the halving and of the doubling.
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

/// Weights in whole numbers, which are exact together wherever one stops adding them up from outside.
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

/// Whole numbers from `first` to `last`.
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

    /// What halving reads for these.
    pub fn downsample_input(self) -> Self {
        Self { first: 2 * self.first - 2, last: 2 * self.last + 2 }
    }

    /// What doubling reads for these.
    fn upsample_input(self) -> Self {
        Self { first: (self.first - 1).div_euclid(2), last: self.last.div_euclid(2) + 1 }
    }
}

/// Which columns, or which rows, there are of every level. Level 0 is the picture itself.
pub struct Axis {
    /// On the way down to the small picture. All that lies beyond is like the outermost of these.
    pub held: Vec<Span>,
    /// On the way up.
    pub wanted: Vec<Span>,
}

impl Axis {
    pub fn new(plan: &Plan, length: u32, first: u32, count: u32) -> Self {
        let first = i64::from(first);
        let mut wanted = vec![Span { first, last: first + i64::from(count) - 1 }];
        // Where not all is the same yet.
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

    /// What lies beyond what is held is like its outermost pixel only if the picture ends there.
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
