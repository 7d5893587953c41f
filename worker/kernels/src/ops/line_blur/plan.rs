//! Which pixels a line is made of.

/// What a sum takes of one place.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Tap {
    /// Where it lies.
    pub x: i64,
    pub y: i64,
    /// Weights of the pixel there and of its neighbour across the line, in 2¹⁴ths; the first one below.
    pub weights: u32,
}

/// How a line is summed up.
///
/// All samples one by one would be dear. So runs of some samples, which all look alike but for where they begin,
/// are summed up for every pixel first, and the line is made of whole runs and of single samples at its ends.
#[derive(Debug, Clone)]
pub struct Plan {
    /// Whether it is nearer to the horizontal. The neighbour across is then the pixel below, else that to the right.
    pub is_flat: bool,
    /// Of the picture: a run of samples that begins at a pixel.
    pub run: Vec<Tap>,
    /// Of the picture: the line's single samples.
    pub singles: Vec<Tap>,
    /// Of what `run` makes: the line's whole runs.
    pub runs: Vec<Tap>,
}

impl Plan {
    pub fn new(length_px: f64, angle_deg: f64) -> Self {
        let (sin, cos) = libm::sincos(angle_deg.to_radians());
        let is_flat = cos.abs() >= sin.abs();
        // Columns are counted to the right and rows downwards, so that the line falls where its angle rises.
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

    /// How many columns are best made together: so many that what is needed again is still near, but not so few
    /// that most is made twice.
    pub fn strip_px(&self) -> u32 {
        let Span { x, y } = Span::of(&self.runs);
        (100_000 / y.count()).saturating_sub(x.count()).max(x.count()).max(64) as u32
    }
}

/// First and last places.
pub struct Ends {
    pub first: i64,
    pub last: i64,
}

impl Ends {
    fn of(places: impl Iterator<Item = i64> + Clone) -> Self {
        Self { first: places.clone().min().unwrap_or(0), last: places.max().unwrap_or(0) }
    }

    /// How many there are from the first to the last.
    pub fn count(&self) -> usize {
        (self.last - self.first + 1) as usize
    }
}

/// How far taps go.
pub struct Span {
    pub x: Ends,
    pub y: Ends,
}

impl Span {
    pub fn of(taps: &[Tap]) -> Self {
        Self { x: Ends::of(taps.iter().map(|tap| tap.x)), y: Ends::of(taps.iter().map(|tap| tap.y)) }
    }
}

/// How many samples make a run, for the fewest sums.
fn run_length(samples: i64) -> i64 {
    let cost =
        |length: &i64| if *length == 1 { samples } else { length + samples / length + samples % length };
    (1..=samples).min_by_key(cost).unwrap_or(1)
}

/// A sample on the line, so many pixels along the axis that is nearer.
struct Sample {
    at: i64,
    share: f64,
    slope: f64,
    is_flat: bool,
}

/// Turns shares into whole numbers, which are exact together wherever one stops adding them up.
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
