//! The plan of a motion blur: the samples along a line, and how few sums compute them.

/// One sample: an offset in pixels, and the weights of two pixels there.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Tap {
    /// Offset from the output pixel.
    pub x: i64,
    pub y: i64,
    /// Weights of the pixel there and of its neighbour across the line, in 2¹⁴ths; the first in the lower 16 bits.
    pub weights: u32,
}

/// How the samples of a line are summed.
///
/// Runs of a few neighbouring samples are summed for every pixel first. A line is then the sum of whole runs and of
/// single samples at its ends: 50 sums instead of 500 for a line of 500 px.
#[derive(Debug, Clone)]
pub struct Plan {
    /// Whether the line is nearer to the horizontal. The neighbour across it is then the pixel below, else that to the right.
    pub is_flat: bool,
    /// Samples of the image that make the run of each pixel.
    pub run: Vec<Tap>,
    /// Single samples of the image that the line takes.
    pub singles: Vec<Tap>,
    /// Samples of the runs that the line takes.
    pub runs: Vec<Tap>,
}

impl Plan {
    pub fn new(length_px: f64, angle_deg: f64) -> Self {
        let (sin, cos) = libm::sincos(angle_deg.to_radians());
        let is_flat = cos.abs() >= sin.abs();
        // Rows are counted downwards and angles counter-clockwise, hence the sign of the slope.
        let (covered_px, slope) =
            if is_flat { (length_px * cos.abs(), -sin / cos) } else { (length_px * sin.abs(), -cos / sin) };
        let half = covered_px / 2.0;
        let whole = half.floor() as i64;
        let sum = 2.0 * half + 1.0;
        let samples = |places: &mut dyn Iterator<Item = i64>, share: f64| -> Vec<_> {
            places.map(|at| Sample { at, share, slope, is_flat }).collect()
        };

        let count = 2 * whole + 1;
        let length = run_length(count);
        let how_many = if length > 1 { count / length } else { 0 };
        let first = (count - how_many * length) / 2 - whole;
        let end = first + how_many * length;
        let singles = samples(&mut (-whole..first).chain(end..=whole), 1.0 / sum);
        let ends = samples(&mut [-whole - 1, whole + 1].into_iter(), (half - half.floor()) / sum);
        let runs = samples(&mut (0..how_many).map(|n| first + n * length), length as f64 / sum);
        let run = samples(&mut (0..length.min(how_many * length)), 1.0 / length as f64);

        let mut exact = Rounding::default();
        let singles = exact.taps(singles.into_iter().chain(ends).filter(|sample| sample.share > 0.0));
        let runs = exact.taps(runs.into_iter());
        let run = Rounding::default().taps(run.into_iter());
        Self { is_flat, run, singles, runs }
    }

    pub fn radius_px(&self) -> u32 {
        let far = |taps: &[Tap]| taps.iter().map(|tap| tap.x.abs().max(tap.y.abs()) + 1).max().unwrap_or(0);
        (far(&self.singles)).max(far(&self.runs) + far(&self.run)) as u32
    }

    /// The width in pixels of strips to process: narrow enough that the runs stay in the cache, wide enough that few of
    /// them are computed twice.
    pub fn strip_px(&self) -> u32 {
        let Span { x, y } = Span::of(&self.runs);
        (100_000 / y.count()).saturating_sub(x.count()).max(x.count()).max(64) as u32
    }
}

/// A range of offsets, both ends included.
pub struct Ends {
    pub first: i64,
    pub last: i64,
}

impl Ends {
    fn of(places: impl Iterator<Item = i64> + Clone) -> Self {
        Self { first: places.clone().min().unwrap_or(0), last: places.max().unwrap_or(0) }
    }

    /// The number of offsets in the range.
    pub fn count(&self) -> usize {
        (self.last - self.first + 1) as usize
    }
}

/// The ranges that taps cover.
pub struct Span {
    pub x: Ends,
    pub y: Ends,
}

impl Span {
    pub fn of(taps: &[Tap]) -> Self {
        Self { x: Ends::of(taps.iter().map(|tap| tap.x)), y: Ends::of(taps.iter().map(|tap| tap.y)) }
    }
}

/// The length of runs that leads to the fewest sums for this many samples.
fn run_length(samples: i64) -> i64 {
    let cost =
        |length: &i64| if *length == 1 { samples } else { length + samples / length + samples % length };
    (1..=samples).min_by_key(cost).unwrap_or(1)
}

/// A sample on the line, `at` pixels along the nearer axis.
struct Sample {
    at: i64,
    share: f64,
    slope: f64,
    is_flat: bool,
}

/// Rounds weights to integers whose running sum is the rounded exact sum, so that errors do not add up.
#[derive(Default)]
struct Rounding {
    exact: f64,
    given: i64,
}

impl Rounding {
    fn taps(&mut self, samples: impl Iterator<Item = Sample>) -> Vec<Tap> {
        samples.map(|sample| self.tap(&sample)).collect()
    }

    fn tap(&mut self, sample: &Sample) -> Tap {
        let across = sample.at as f64 * sample.slope;
        let part = across - across.floor();
        let first = self.weight(sample.share * (1.0 - part));
        let second = self.weight(sample.share * part);
        let (x, y) = (sample.at, across.floor() as i64);
        let (x, y) = if sample.is_flat { (x, y) } else { (y, x) };
        Tap { x, y, weights: first | (second << 16) }
    }

    fn weight(&mut self, share: f64) -> u32 {
        self.exact += share * f64::from(1 << 14);
        let weight = (self.exact + 0.5).floor() as i64 - self.given;
        self.given += weight;
        weight as u32
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn weights_are_one_together() {
        let sum =
            |taps: &[Tap]| taps.iter().map(|tap| (tap.weights & 0xffff) + (tap.weights >> 16)).sum::<u32>();
        for (length_px, angle_deg) in [(0.2, 10.0), (3.0, -45.0), (50.0, 89.0), (499.3, 44.0)] {
            let plan = Plan::new(length_px, angle_deg);
            assert_eq!(sum(&plan.singles) + sum(&plan.runs), 1 << 14);
            assert_eq!(sum(&plan.run), if plan.runs.is_empty() { 0 } else { 1 << 14 });
        }
    }

    #[test]
    fn long_lines_take_few_sums() {
        let plan = Plan::new(500.0, 30.0);
        assert!(plan.run.len() + plan.runs.len() + plan.singles.len() < 50);
    }
}
