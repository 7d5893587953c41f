//! The eight Exif orientations.

use safelight_errors::OutOfMemory;

use super::types::DecodedImage;
use crate::memory::budget::Budget;

/// The side in pixels of the square that is transposed at a time, so that its rows and columns stay in the cache.
const TILE: usize = 32;

/// The transformation from stored to upright pixels, with the number of the Exif tag in brackets.
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
    /// From the value of the Exif tag, 1 to 8.
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

    /// Width and height of the upright image.
    pub fn size(self, width: u32, height: u32) -> (u32, u32) {
        if self.swaps_sides() { (height, width) } else { (width, height) }
    }

    fn swaps_sides(self) -> bool {
        matches!(self, Self::Transposed | Self::QuarterRight | Self::Transversed | Self::QuarterLeft)
    }
}

/// Applies an orientation. In place, unless width and height swap, which takes a second buffer for a moment.
///
/// # Errors
/// [`OutOfMemory`] when the second buffer does not fit.
pub fn apply_orientation(
    mut image: DecodedImage,
    orientation: Orientation,
    budget: &Budget,
) -> Result<DecodedImage, OutOfMemory> {
    if orientation.swaps_sides() {
        image = transposed(&image, budget)?;
    }
    match orientation {
        Orientation::Upright | Orientation::Transposed => {}
        Orientation::Mirrored | Orientation::QuarterRight => mirror(&mut image),
        Orientation::Flipped | Orientation::QuarterLeft => flip(&mut image),
        Orientation::UpsideDown | Orientation::Transversed => image.pixels.as_chunks_mut::<4>().0.reverse(),
    }
    Ok(image)
}

fn mirror(image: &mut DecodedImage) {
    for row in image.pixels.chunks_exact_mut(image.width as usize * 4) {
        row.as_chunks_mut::<4>().0.reverse();
    }
}

fn flip(image: &mut DecodedImage) {
    let stride = image.width as usize * 4;
    let rows = image.height as usize;
    let (upper, lower) = image.pixels.split_at_mut(rows / 2 * stride);
    for (above, below) in upper.chunks_exact_mut(stride).zip(lower.chunks_exact_mut(stride).rev()) {
        above.swap_with_slice(below);
    }
}

fn transposed(image: &DecodedImage, budget: &Budget) -> Result<DecodedImage, OutOfMemory> {
    let (width, height) = (image.width as usize, image.height as usize);
    let mut pixels = budget.pixels(image.height, image.width)?;
    let from = image.pixels.as_chunks::<4>().0;
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
    Ok(DecodedImage { width: image.height, height: image.width, has_alpha: image.has_alpha, pixels })
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
            let image = DecodedImage { width: 3, height: 2, has_alpha: false, pixels };
            let orientation = Orientation::from_exif(number).unwrap();
            let turned = apply_orientation(image, orientation, &budget).unwrap();
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
        let image = DecodedImage { width: 70, height: 41, has_alpha: false, pixels };
        let right = apply_orientation(image, Orientation::QuarterRight, &budget).unwrap();
        assert_eq!(right.pixels[..4], before[40 * 70 * 4..][..4]);
        let back = apply_orientation(right, Orientation::QuarterLeft, &budget).unwrap();
        assert!(*back.pixels == *before);
    }
}
