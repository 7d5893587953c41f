//! Colour spaces of JPEG besides grey and YCbCr, which the decoder converts to RGBA itself.
//!
//! Adobe stores CMYK inverted: 255 is no ink.

use zune_core::colorspace::ColorSpace;

/// The colour space to ask the decoder for. Its pixels fit into the buffer of the RGBA image.
pub fn output_colour_space(stored: Option<ColorSpace>, components: usize) -> ColorSpace {
    match (stored, components) {
        (Some(ColorSpace::YCCK), 4) => ColorSpace::YCCK,
        (_, 4) => ColorSpace::CMYK,
        // Three components with Adobe's “not transformed” flag are reported as CMYK.
        (Some(ColorSpace::RGB | ColorSpace::CMYK), 3) => ColorSpace::RGB,
        _ => ColorSpace::RGBA,
    }
}

/// Converts decoded pixels to RGBA, in place.
pub fn convert_to_rgba(decoded: ColorSpace, pixels: &mut [u8]) {
    match decoded {
        ColorSpace::RGB => rgb_to_rgba(pixels),
        ColorSpace::CMYK => {
            for pixel in pixels.as_chunks_mut::<4>().0 {
                let [c, m, y, k] = *pixel;
                *pixel = [multiply(c, k), multiply(m, k), multiply(y, k), 255];
            }
        }
        ColorSpace::YCCK => {
            for pixel in pixels.as_chunks_mut::<4>().0 {
                let [y, cb, cr, k] = *pixel;
                let [r, g, b] = ycbcr_to_rgb(y, cb, cr);
                *pixel = [multiply(255 - r, k), multiply(255 - g, k), multiply(255 - b, k), 255];
            }
        }
        _ => {}
    }
}

/// Expands RGB, which fills the first three quarters of the buffer, to RGBA. Works from the end, so that no triple is
/// overwritten before it is read.
fn rgb_to_rgba(pixels: &mut [u8]) {
    for index in (0..pixels.len() / 4).rev() {
        let rgba = [pixels[index * 3], pixels[index * 3 + 1], pixels[index * 3 + 2], 255];
        pixels[index * 4..][..4].copy_from_slice(&rgba);
    }
}

/// Inverted ink × inverted black / 255, rounded: the RGB channel.
fn multiply(colour: u8, black: u8) -> u8 {
    ((u32::from(colour) * u32::from(black) + 127) / 255) as u8
}

/// YCbCr to RGB as JFIF defines it, with 16 fractional bits.
fn ycbcr_to_rgb(y: u8, cb: u8, cr: u8) -> [u8; 3] {
    let (y, cb, cr) = ((i32::from(y) << 16) + (1 << 15), i32::from(cb) - 128, i32::from(cr) - 128);
    [y + 91_881 * cr, y - 22_554 * cb - 46_802 * cr, y + 116_130 * cb]
        .map(|sum| (sum >> 16).clamp(0, 255) as u8)
}
