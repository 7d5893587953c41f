//! The distribution of samples: median and quartiles.

use serde::{Deserialize, Serialize};

/// Median and quartiles of samples in milliseconds.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
pub struct Distribution {
    /// The first quartile.
    pub q1_ms: f64,
    /// The median.
    pub median_ms: f64,
    /// The third quartile.
    pub q3_ms: f64,
    /// The number of samples.
    pub samples: usize,
}

impl Distribution {
    /// The distribution of these samples, if there are any.
    pub fn of(samples_ms: &[f64]) -> Option<Self> {
        let mut sorted = samples_ms.to_vec();
        sorted.sort_unstable_by(f64::total_cmp);
        let last = sorted.len().checked_sub(1)?;
        // Linear interpolation between two samples.
        let at = |share: f64| {
            let place = share * last as f64;
            let (below, above) = (sorted[place.floor() as usize], sorted[place.ceil() as usize]);
            below + (above - below) * place.fract()
        };
        Some(Self { q1_ms: at(0.25), median_ms: at(0.5), q3_ms: at(0.75), samples: sorted.len() })
    }
}

#[cfg(test)]
mod tests {
    use super::Distribution;

    #[test]
    fn quartiles_lie_between_samples() {
        let spread = Distribution::of(&[4.0, 1.0, 3.0, 2.0]).unwrap();
        assert_eq!((spread.q1_ms, spread.median_ms, spread.q3_ms, spread.samples), (1.75, 2.5, 3.25, 4));
        let one = Distribution::of(&[7.0]).unwrap();
        assert_eq!((one.q1_ms, one.median_ms, one.q3_ms), (7.0, 7.0, 7.0));
        assert_eq!(Distribution::of(&[]), None);
    }
}
