//! The limit on image sizes.

use std::fmt;

/// The largest image that is opened or made, in millions of pixels.
pub const MAX_MEGAPIXELS: u32 = 128;

/// Millions of pixels of an image, rounded up: 3600 for 60000 × 60000.
pub fn megapixels(width: u32, height: u32) -> u64 {
    (u64::from(width) * u64::from(height)).div_ceil(1_000_000)
}

/// Displays a number with a comma before each group of three digits: `3,600`.
pub(crate) struct Thousands(pub u64);

impl fmt::Display for Thousands {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let digits = self.0.to_string();
        for (index, digit) in digits.chars().enumerate() {
            if index > 0 && (digits.len() - index).is_multiple_of(3) {
                write!(f, ",")?;
            }
            write!(f, "{digit}")?;
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn thousands_are_set_apart() {
        let written: Vec<_> = [0, 128, 3600, 1_234_567].map(|number| Thousands(number).to_string()).into();
        assert_eq!(written, ["0", "128", "3,600", "1,234,567"]);
    }
}
