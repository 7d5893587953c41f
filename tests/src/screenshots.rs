//! Kept screenshots. What is kept of a screenshot is the mean colour of each block of pixels: small, blind to how edges
//! of letters are smoothed, and still different when anything moves, vanishes or changes colour.

use std::path::{Path, PathBuf};

use png::{BitDepth, ColorType, Encoder};

use crate::native::TestImage;

/// Width and height of a block in pixels.
const BLOCK: u32 = 8;
/// Two blocks are equal if each channel's means differ by at most this many levels of 255.
const TOLERANCE_LEVELS: u8 = 10;
/// Two screenshots are equal if at most this many blocks differ: a letter has about four.
const TOLERANCE_BLOCKS: usize = 3;

/// The mean colours of a screenshot's blocks.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Blocks {
    /// Blocks in a row.
    width: u32,
    /// Rows of blocks.
    height: u32,
    /// RGB8, one colour for each block.
    rgb: Vec<u8>,
}

impl Blocks {
    /// The blocks of an image. Blocks at the right and lower edge may be smaller.
    pub fn of(image: &TestImage) -> Self {
        let (width, height) = (image.width.div_ceil(BLOCK), image.height.div_ceil(BLOCK));
        let blocks = (0..height).flat_map(|y| (0..width).map(move |x| (x, y)));
        Self { width, height, rgb: blocks.flat_map(|at| mean(image, at)).collect() }
    }

    /// The kept blocks of this name, if there are any.
    ///
    /// # Panics
    /// When they can't be read.
    pub fn kept(name: &str) -> Option<Self> {
        let image = TestImage::of_png(&std::fs::read(path(name)).ok()?);
        let rgb = image.rgba.chunks_exact(4).flat_map(|pixel| [pixel[0], pixel[1], pixel[2]]).collect();
        Some(Self { width: image.width, height: image.height, rgb })
    }

    /// Keeps these blocks under this name.
    ///
    /// # Panics
    /// When they can't be written.
    pub fn keep(&self, name: &str) {
        let path = path(name);
        std::fs::create_dir_all(path.parent().expect("it has a folder")).expect("the workspace is writable");
        std::fs::write(path, encode(self.width, self.height, &self.rgb)).expect("the workspace is writable");
    }

    /// The indices of the blocks that differ; all of them where the sizes do.
    fn differing(&self, kept: &Self) -> Vec<usize> {
        let is_same_size = (self.width, self.height) == (kept.width, kept.height);
        let blocks = self.rgb.chunks_exact(3).zip(kept.rgb.chunks_exact(3)).enumerate();
        let differs =
            |(a, b): (&[u8], &[u8])| a.iter().zip(b).any(|(a, b)| a.abs_diff(*b) > TOLERANCE_LEVELS);
        blocks.filter(|(_, pair)| !is_same_size || differs(*pair)).map(|(at, _)| at).collect()
    }

    /// The difference from the kept blocks: how many blocks, and a PNG of the image that has them framed in red.
    /// `None` if the two are equal within the tolerance.
    pub fn difference(&self, kept: &Self, image: &TestImage) -> Option<(usize, Vec<u8>)> {
        let differing = self.differing(kept);
        if differing.len() <= TOLERANCE_BLOCKS {
            return None;
        }
        let mut rgb: Vec<u8> =
            image.rgba.chunks_exact(4).flat_map(|pixel| [pixel[0], pixel[1], pixel[2]]).collect();
        for block in &differing {
            let (x, y) = (*block as u32 % self.width * BLOCK, *block as u32 / self.width * BLOCK);
            for (x, y) in pixels(image, (x, y)) {
                let at = (y as usize * image.width as usize + x as usize) * 3;
                if x % BLOCK == 0 || y % BLOCK == 0 {
                    rgb[at..at + 3].copy_from_slice(&[255, 0, 0]);
                }
            }
        }
        Some((differing.len(), encode(image.width, image.height, &rgb)))
    }
}

/// The positions of a block's pixels, from its first one.
fn pixels(image: &TestImage, (left, top): (u32, u32)) -> impl Iterator<Item = (u32, u32)> + use<> {
    let (right, bottom) = ((left + BLOCK).min(image.width), (top + BLOCK).min(image.height));
    (top..bottom).flat_map(move |y| (left..right).map(move |x| (x, y)))
}

fn mean(image: &TestImage, (x, y): (u32, u32)) -> [u8; 3] {
    let (mut sums, mut count) = ([0_u32; 3], 0);
    for (x, y) in pixels(image, (x * BLOCK, y * BLOCK)) {
        let pixel = image.at(x, y);
        count += 1;
        for (sum, value) in sums.iter_mut().zip(pixel) {
            *sum += u32::from(value);
        }
    }
    sums.map(|sum| (sum / count) as u8)
}

fn encode(width: u32, height: u32, rgb: &[u8]) -> Vec<u8> {
    let mut file = Vec::new();
    let mut encoder = Encoder::new(&mut file, width, height);
    encoder.set_color(ColorType::Rgb);
    encoder.set_depth(BitDepth::Eight);
    encoder.set_compression(png::Compression::High);
    let mut writer = encoder.write_header().expect("a header can be written");
    writer.write_image_data(rgb).expect("three bytes for each pixel");
    drop(writer);
    file
}

fn path(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("fixtures/screenshots").join(format!("{name}.png"))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn image(colour: impl Fn(u32, u32) -> u8) -> TestImage {
        let pixels = (0..60).flat_map(|y| (0..84).map(move |x| (x, y)));
        let rgba = pixels.flat_map(|(x, y)| [colour(x, y), 90, 200, 255]).collect();
        TestImage { width: 84, height: 60, rgba }
    }

    fn difference(colour: impl Fn(u32, u32) -> u8) -> Option<usize> {
        let (kept, shown) = (image(|x, y| (x + y) as u8), image(colour));
        Blocks::of(&shown).difference(&Blocks::of(&kept), &shown).map(|(count, _)| count)
    }

    #[test]
    fn smoothing_is_tolerated_and_a_change_is_not() {
        assert_eq!(difference(|x, y| (x + y) as u8), None);
        assert_eq!(difference(|x, y| (x + y) as u8 + (x % 2) as u8 * 16), None, "8 levels in the mean");
        assert_eq!(difference(|x, y| (x + y) as u8 + 24), Some(11 * 8));
        let moved = |x: u32, y: u32| if x > 40 && (16..32).contains(&y) { 255 } else { (x + y) as u8 };
        assert_eq!(difference(moved), Some(12));
    }

    #[test]
    fn another_size_differs_everywhere() {
        let (small, large) = (image(|_, _| 0), TestImage { width: 60, height: 84, ..image(|_, _| 0) });
        assert!(Blocks::of(&large).difference(&Blocks::of(&small), &large).is_some());
    }
}
