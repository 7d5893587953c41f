//! What was counted of the picture, as curves and shares.

use crate::model::math::to_fixed;

/// Values of a channel.
const VALUES: usize = 256;
/// Points of a curve stand for so many values each.
const STEP: usize = 2;

/// Counts as they come from the worker: red, green, blue, luma; clipped shadows, clipped highlights.
#[derive(Debug, Clone, Copy)]
pub struct HistogramView<'a>(&'a [u32]);

impl<'a> HistogramView<'a> {
    /// These counts, if there are any.
    pub fn new(counts: &'a [u32]) -> Option<Self> {
        (counts.len() == 4 * VALUES + 2).then_some(Self(counts))
    }

    /// Shares of the pixels whose shadows and whose highlights are clipped.
    pub fn clipped_percent(self) -> [f64; 2] {
        let all = f64::from(self.pixels().max(1));
        [0, 1].map(|which| f64::from(self.0[4 * VALUES + which]) / all)
    }

    /// Between which values most tones lie: all but a twentieth at either end.
    pub fn max_count(self) -> (usize, usize) {
        let (luma, all) = (self.channel(3), f64::from(self.pixels()));
        let value_at = |share: f64| {
            let mut below = 0.0;
            let found = luma.iter().position(|count| {
                below += f64::from(*count);
                below > all * share
            });
            found.unwrap_or(VALUES - 1)
        };
        (value_at(0.05), value_at(0.95))
    }

    /// The outline of a channel in a box of 255 × 100, where the largest of these channels reaches the top. What
    /// is piled up at the ends may go beyond, and is cut there: else it would press all the rest down.
    pub fn path(self, channel: usize, among: [bool; 4]) -> String {
        let shown = (0..4).filter(|other| among[*other]);
        let inner = |channel: usize| self.channel(channel)[1..VALUES - 1].iter().copied().max().unwrap_or(0);
        let top = f64::from(shown.map(inner).max().unwrap_or(0).max(1));
        let counts = self.channel(channel);
        let height = |count: f64| to_fixed(100.0 - (count / top).clamp(0.0, 1.0) * 98.0, 1);
        let mut path = format!("M0,100L0,{}", height(f64::from(counts[0])));
        for (index, pair) in counts.chunks_exact(STEP).enumerate().skip(1) {
            let mean = pair.iter().copied().map(f64::from).sum::<f64>() / STEP as f64;
            path.extend(["L", &(index * STEP).to_string(), ",", &height(mean)]);
        }
        path.extend(["L255,", &height(f64::from(counts[VALUES - 1])), "L255,100Z"]);
        path
    }

    fn channel(self, channel: usize) -> &'a [u32] {
        &self.0[channel * VALUES..][..VALUES]
    }

    fn pixels(self) -> u32 {
        self.channel(3).iter().sum()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Ten pixels of luma 10, 80 of 100, ten of 200; red all 255.
    fn counts() -> Vec<u32> {
        let mut counts = vec![0; 1026];
        counts[255] = 100;
        for (value, count) in [(10, 10), (100, 80), (200, 10)] {
            counts[3 * 256 + value] = count;
        }
        counts[1024] = 1;
        counts[1025] = 100;
        counts
    }

    #[test]
    fn shares_are_of_the_pixels_that_count() {
        let counts = counts();
        let view = HistogramView::new(&counts).unwrap();
        assert_eq!(view.clipped_percent(), [0.01, 1.0]);
        assert_eq!(view.max_count(), (10, 200));
        assert!(HistogramView::new(&[]).is_none());
    }

    #[test]
    fn an_outline_goes_from_corner_to_corner() {
        let counts = counts();
        let outline = HistogramView::new(&counts).unwrap().path(3, [true; 4]);
        assert!(outline.starts_with("M0,100L0,100.0L2,100.0") && outline.ends_with("L255,100.0L255,100Z"));
        // Half of the two values that a point stands for.
        assert!(outline.contains("L100,51.0"), "{outline}");
        let red = HistogramView::new(&counts).unwrap().path(0, [true; 4]);
        assert!(red.ends_with("L255,2.0L255,100Z"), "what is piled up is cut: {red}");
    }

    #[test]
    fn nothing_counted_is_flat() {
        let none = vec![0; 1026];
        let view = HistogramView::new(&none).unwrap();
        assert_eq!((view.clipped_percent(), view.max_count()), ([0.0, 0.0], (255, 255)));
        assert!(view.path(0, [false; 4]).starts_with("M0,100L0,100.0"));
    }
}
