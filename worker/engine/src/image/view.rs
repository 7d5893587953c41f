//! What part of the picture is asked for, and how large.

use safelight_kernels::Region;

/// A region of the developed picture at a scale.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct View {
    /// Device pixels per pixel of the picture: above 0, at most 1.
    pub scale: f64,
    /// In pixels of the *scaled* picture; the engine clamps it to that.
    pub region: Region,
}

/// The size of a picture at a scale: each side rounded, and at least 1. Nothing stays nothing.
pub fn scaled_size(width: u32, height: u32, scale: f64) -> (u32, u32) {
    let side = |length: u32| ((f64::from(length) * scale).round() as u32).clamp(length.min(1), length);
    (side(width), side(height))
}

impl View {
    /// Everything, pixel for pixel.
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
