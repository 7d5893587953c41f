//! What part of the photo is asked for, and how large.

/// A region of the photo at a scale.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct View {
    /// Device pixels per photo pixel: above 0, at most 1.
    pub scale: f64,
    /// In pixels of the *scaled* photo; the engine clamps it to that.
    pub region: Region,
}

/// A rectangle of pixels.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Region {
    /// Left edge.
    pub x: u32,
    /// Upper edge.
    pub y: u32,
    /// Pixels across.
    pub width: u32,
    /// Pixels down.
    pub height: u32,
}

/// The size of a photo at a scale: each side rounded, and at least 1. Nothing stays nothing.
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

impl Region {
    /// The part of this region that lies within an image of this size, unless that is nothing.
    pub fn clamped(self, width: u32, height: u32) -> Option<Self> {
        let (x, y) = (self.x.min(width), self.y.min(height));
        let clamped = Self { x, y, width: self.width.min(width - x), height: self.height.min(height - y) };
        (clamped.width > 0 && clamped.height > 0).then_some(clamped)
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

    #[test]
    fn a_region_is_cut_to_the_photo() {
        let region = Region { x: 8, y: 2, width: 10, height: u32::MAX };
        assert_eq!(region.clamped(10, 5), Some(Region { x: 8, y: 2, width: 2, height: 3 }));
        assert_eq!(region.clamped(8, 5), None);
        assert_eq!(Region { x: u32::MAX, ..region }.clamped(10, 5), None);
    }
}
