//! Turning a photo the right way up, by all eight of Exif's orientations.

use super::Photo;
use crate::memory::budget::{Budget, OutOfMemory};

/// Pixels of a square that is turned at a time, so that both its rows and its columns stay in the cache.
const TILE: usize = 32;

/// What has to be done to the stored rows; in brackets, Exif's number.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Orientation {
    /// Nothing (1).
    Upright,
    /// Left becomes right (2).
    Mirrored,
    /// Half a turn (3).
    UpsideDown,
    /// Top becomes bottom (4).
    Flipped,
    /// Rows become columns (5).
    Transposed,
    /// A quarter turn clockwise (6).
    QuarterRight,
    /// Rows become columns, then half a turn (7).
    Transversed,
    /// A quarter turn anticlockwise (8).
    QuarterLeft,
}

impl Orientation {
    /// By Exif's number.
    pub fn from_exif(number: u16) -> Option<Self> {
        Some(match number {
            1 => Self::Upright,
            2 => Self::Mirrored,
            3 => Self::UpsideDown,
            4 => Self::Flipped,
            5 => Self::Transposed,
            6 => Self::QuarterRight,
            7 => Self::Transversed,
            8 => Self::QuarterLeft,
            _ => return None,
        })
    }

    /// The size of the upright photo.
    pub fn size(self, width: u32, height: u32) -> (u32, u32) {
        if self.swaps_sides() { (height, width) } else { (width, height) }
    }

    fn swaps_sides(self) -> bool {
        matches!(self, Self::Transposed | Self::QuarterRight | Self::Transversed | Self::QuarterLeft)
    }
}

/// Turns a photo. In place, unless sides are swapped: that takes a second buffer for the moment.
pub fn upright(mut photo: Photo, orientation: Orientation, budget: &Budget) -> Result<Photo, OutOfMemory> {
    if orientation.swaps_sides() {
        photo = transposed(&photo, budget)?;
    }
    match orientation {
        Orientation::Upright | Orientation::Transposed => {}
        Orientation::Mirrored | Orientation::QuarterRight => mirror(&mut photo),
        Orientation::Flipped | Orientation::QuarterLeft => flip(&mut photo),
        Orientation::UpsideDown | Orientation::Transversed => photo.pixels.as_chunks_mut::<4>().0.reverse(),
    }
    Ok(photo)
}

fn mirror(photo: &mut Photo) {
    for row in photo.pixels.chunks_exact_mut(photo.width as usize * 4) {
        row.as_chunks_mut::<4>().0.reverse();
    }
}

fn flip(photo: &mut Photo) {
    let stride = photo.width as usize * 4;
    let rows = photo.height as usize;
    let (upper, lower) = photo.pixels.split_at_mut(rows / 2 * stride);
    for (above, below) in upper.chunks_exact_mut(stride).zip(lower.chunks_exact_mut(stride).rev()) {
        above.swap_with_slice(below);
    }
}

fn transposed(photo: &Photo, budget: &Budget) -> Result<Photo, OutOfMemory> {
    let (width, height) = (photo.width as usize, photo.height as usize);
    let mut pixels = budget.pixels(photo.height, photo.width)?;
    let from = photo.pixels.as_chunks::<4>().0;
    let to = pixels.as_chunks_mut::<4>().0;
    for top in (0..height).step_by(TILE) {
        for left in (0..width).step_by(TILE) {
            for x in left..(left + TILE).min(width) {
                for y in top..(top + TILE).min(height) {
                    to[x * height + y] = from[y * width + x];
                }
            }
        }
    }
    Ok(Photo { width: photo.height, height: photo.width, has_alpha: photo.has_alpha, pixels })
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Two rows of three pixels, `abc` over `def`, as each orientation shows them.
    #[test]
    fn all_eight() {
        for (number, expected) in [
            (1, "abc/def"),
            (2, "cba/fed"),
            (3, "fed/cba"),
            (4, "def/abc"),
            (5, "ad/be/cf"),
            (6, "da/eb/fc"),
            (7, "fc/eb/da"),
            (8, "cf/be/ad"),
        ] {
            let budget = Budget::default();
            let mut pixels = budget.pixels(3, 2).unwrap();
            for (pixel, letter) in pixels.as_chunks_mut::<4>().0.iter_mut().zip(b"abcdef") {
                pixel.fill(*letter);
            }
            let photo = Photo { width: 3, height: 2, has_alpha: false, pixels };
            let orientation = Orientation::from_exif(number).unwrap();
            let turned = upright(photo, orientation, &budget).unwrap();
            let rows: Vec<String> = turned
                .pixels
                .chunks_exact(turned.width as usize * 4)
                .map(|row| row.iter().step_by(4).map(|byte| char::from(*byte)).collect())
                .collect();
            assert_eq!(rows.join("/"), expected, "orientation {number}");
            assert_eq!((turned.width, turned.height), orientation.size(3, 2));
        }
    }

    #[test]
    fn tiles_meet() {
        let budget = Budget::default();
        let mut pixels = budget.pixels(70, 41).unwrap();
        for (index, pixel) in pixels.as_chunks_mut::<4>().0.iter_mut().enumerate() {
            *pixel = (index as u32).to_le_bytes();
        }
        let before = pixels.to_vec();
        let photo = Photo { width: 70, height: 41, has_alpha: false, pixels };
        let right = upright(photo, Orientation::QuarterRight, &budget).unwrap();
        assert_eq!(right.pixels[..4], before[40 * 70 * 4..][..4]);
        let back = upright(right, Orientation::QuarterLeft, &budget).unwrap();
        assert!(*back.pixels == *before);
    }
}
