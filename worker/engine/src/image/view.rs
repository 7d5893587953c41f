//! The view: which part of the result is rendered, and at which scale.

use safelight_kernels::Region;

/// A region of the result at a scale.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct View {
    /// Rendered pixels per pixel of the result: above 0, at most 1.
    pub scale: f64,
    /// In pixels of the *scaled* result, to which the engine clamps it.
    pub region: Region,
}

/// Width and height at a scale: each rounded, and at least 1 unless it was 0. `(6000, 4000)` at 0.25 is `(1500, 1000)`.
pub fn scaled_size(width: u32, height: u32, scale: f64) -> (u32, u32) {
    let side = |length: u32| ((f64::from(length) * scale).round() as u32).clamp(length.min(1), length);
    (side(width), side(height))
}

impl View {
    /// All of a result of this width and height, at scale 1.
    pub fn whole(width: u32, height: u32) -> Self {
        Self { scale: 1.0, region: Region { x: 0, y: 0, width, height } }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sides_round_and_never_vanish() {
        assert_eq!(scaled_size(6000, 4000, 0.25), (1500, 1000));
        assert_eq!(scaled_size(5, 3, 0.5), (3, 2));
        assert_eq!(scaled_size(6000, 1, 0.1), (600, 1));
        assert_eq!(scaled_size(0, 7, 0.5), (0, 4));
        assert_eq!(scaled_size(7, 9, 1.0), (7, 9));
    }
}
