//! Generated test photos, and files that are no photos.

use std::path::PathBuf;

use jpeg_encoder::{ColorType as JpegColour, Encoder as JpegEncoder};
use png::{BitDepth, ColorType, Compression, Encoder};

use crate::paths::target;

/// Sides of the photo that is large: 24 megapixels.
const LARGE: (u32, u32) = (6000, 4000);

/// An opaque PNG with all there is in it: gradients, edges, noise.
pub fn png(width: u32, height: u32) -> Vec<u8> {
    encode_png(width, height, ColorType::Rgb, &pixels::<3>(width, height, |rgb, _, _| rgb))
}

/// A PNG of one colour.
pub fn plain_png(width: u32, height: u32, rgb: [u8; 3]) -> Vec<u8> {
    encode_png(width, height, ColorType::Rgb, &rgb.repeat(width as usize * height as usize))
}

/// A PNG whose alpha takes every value, with colours under alpha 0 as well.
pub fn png_with_alpha(width: u32, height: u32) -> Vec<u8> {
    let rgba = pixels::<4>(width, height, |[r, g, b], x, y| [r, g, b, (x * 7 + y * 3) as u8]);
    encode_png(width, height, ColorType::Rgba, &rgba)
}

/// A JPEG, with chroma at half size as cameras write it.
///
/// # Panics
/// When it is larger than a JPEG can be.
pub fn jpeg(width: u16, height: u16) -> Vec<u8> {
    let rgb = pixels::<3>(width.into(), height.into(), |rgb, _, _| rgb);
    let mut file = Vec::new();
    let mut encoder = JpegEncoder::new(&mut file, 85);
    encoder.set_sampling_factor(jpeg_encoder::SamplingFactor::F_2_2);
    encoder.encode(&rgb, width, height, JpegColour::Rgb).expect("memory can be written to");
    file
}

/// The first part of a file: `share` of 1.
pub fn truncated(file: &[u8], share: f64) -> Vec<u8> {
    file[..(file.len() as f64 * share) as usize].to_vec()
}

/// A well-formed PNG header that claims this size, and nothing behind it.
///
/// # Panics
/// Never: a `Vec` takes what is written.
pub fn claimed_png(width: u32, height: u32) -> Vec<u8> {
    let mut file = Vec::new();
    let mut encoder = Encoder::new(&mut file, width, height);
    encoder.set_color(ColorType::Rgb);
    drop(encoder.write_header().expect("a header can be written"));
    file
}

/// A JPEG of 24 megapixels, made once.
pub fn large_jpeg() -> PathBuf {
    made_once("large.jpg", || jpeg(LARGE.0 as u16, LARGE.1 as u16))
}

/// A PNG of 24 megapixels, made once.
pub fn large_png() -> PathBuf {
    made_once("large.png", || png(LARGE.0, LARGE.1))
}

fn made_once(name: &str, make: impl FnOnce() -> Vec<u8>) -> PathBuf {
    let folder = target().join("test-photos");
    let path = folder.join(name);
    if !path.is_file() {
        std::fs::create_dir_all(&folder).expect("the target folder is writable");
        // Renamed when whole: a run that is stopped leaves no half of a photo to the next one.
        let half = folder.join(format!("{name}.{}", std::process::id()));
        std::fs::write(&half, make()).expect("the target folder is writable");
        std::fs::rename(&half, &path).expect("the target folder is writable");
    }
    path
}

fn encode_png(width: u32, height: u32, colour: ColorType, pixels: &[u8]) -> Vec<u8> {
    let mut file = Vec::new();
    let mut encoder = Encoder::new(&mut file, width, height);
    encoder.set_color(colour);
    encoder.set_depth(BitDepth::Eight);
    encoder.set_compression(Compression::Fast);
    let mut writer = encoder.write_header().expect("a header can be written");
    writer.write_image_data(pixels).expect("memory can be written to");
    writer.finish().expect("memory can be written to");
    file
}

/// A sky with grain over dark hills: smooth enough to be packed, rough enough that no decoder gets it
/// for nothing, and different in every corner, so that nothing can be mirrored or shifted unseen.
fn pixels<const N: usize>(width: u32, height: u32, finish: impl Fn([u8; 3], u32, u32) -> [u8; N]) -> Vec<u8> {
    let mut bytes = Vec::with_capacity(width as usize * height as usize * N);
    let mut noise = 0x9e37_79b9_u32;
    for y in 0..height {
        let down = y * 255 / height;
        for x in 0..width {
            let across = x * 255 / width;
            // Xorshift: the same grain on any machine.
            noise ^= noise << 13;
            noise ^= noise >> 17;
            noise ^= noise << 5;
            let grain = noise & 7;
            let hill = 150 + (across ^ 0x55) / 4;
            let rgb = if down > hill {
                [20 + grain, 40 + across / 8 + grain, 30 + (down - hill) + grain]
            } else {
                [(255 - down / 2) - grain, 120 + across / 3 + grain, 60 + down / 2 + grain]
            };
            bytes.extend(finish(rgb.map(|value| value.min(255) as u8), x, y));
        }
    }
    bytes
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::native::NativeImage;

    #[test]
    fn photos_are_what_they_say() {
        assert_eq!(NativeImage::open(&png(30, 20)).size(), (30, 20));
        assert_eq!(NativeImage::open(&jpeg(30, 20)).size(), (30, 20));
        let alphas = NativeImage::open(&png_with_alpha(60, 40)).render_full(&[]).rgba;
        assert!(alphas.chunks_exact(4).any(|pixel| pixel[3] == 0 && pixel[..3] != [0, 0, 0]));
    }
}
