//! Arithmetic that the standard library does not have.

/// The value rounded to two decimals, half away from zero: 0.126 becomes 0.13.
pub fn round_to_hundredths(value: f64) -> f64 {
    (value * 100.0).round() / 100.0
}

/// The value as a decimal number with a point, rounded half away from zero to so many decimals (0 to 6), as
/// JavaScript's `toFixed` writes it but without a negative zero: −3.05 and 1 decimal give `-3.1`. For magnitudes below
/// 10^12, as coordinates and settings are.
pub fn to_fixed(value: f64, decimals: u32) -> String {
    let unit = f64::from(10_u32.pow(decimals.min(6)));
    // Adding zero turns −0.0 into 0.0.
    let rounded = (value * unit).round() / unit + 0.0;
    format!("{rounded:.*}", decimals.min(6) as usize)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn to_fixed_rounds_half_away_from_zero() {
        assert_eq!(to_fixed(0.0, 0), "0");
        assert_eq!(to_fixed(12.5, 0), "13");
        assert_eq!(to_fixed(0.125, 2), "0.13");
        assert_eq!(to_fixed(-0.125, 2), "-0.13");
        assert_eq!(to_fixed(-3.05, 2), "-3.05");
        assert_eq!(to_fixed(1234.5678, 3), "1234.568");
    }

    #[test]
    fn to_fixed_writes_no_negative_zero() {
        assert_eq!(to_fixed(-0.04, 1), "0.0");
        assert_eq!(to_fixed(-0.0, 0), "0");
    }

    #[test]
    fn hundredths_round_half_away_from_zero() {
        assert_eq!([0.126, -0.126, 2.0].map(round_to_hundredths), [0.13, -0.13, 2.0]);
    }
}
