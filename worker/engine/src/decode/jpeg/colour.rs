//! What JPEGs hold besides grey and YCbCr, which the decoder turns into RGBA itself.
//!
//! Adobe's four inks are stored as what is left of the paper's light: 255 is no ink.

use zune_core::colorspace::ColorSpace;

/// What the decoder is asked for, so that it fits the place of an RGBA picture.
pub fn asked_for(stored: Option<ColorSpace>, components: usize) -> ColorSpace {
    match (stored, components) {
        (Some(ColorSpace::YCCK), 4) => ColorSpace::YCCK,
        (_, 4) => ColorSpace::CMYK,
        // Three components under Adobe's mark of “not transformed” are announced as CMYK.
        (Some(ColorSpace::RGB | ColorSpace::CMYK), 3) => ColorSpace::RGB,
        _ => ColorSpace::RGBA,
    }
}

/// Turns what was decoded into RGBA, in place.
pub fn finish(decoded: ColorSpace, pixels: &mut [u8]) {
    match decoded {
        ColorSpace::RGB => spread(pixels),
        ColorSpace::CMYK => {
            for pixel in pixels.as_chunks_mut::<4>().0 {
                let [c, m, y, k] = *pixel;
                *pixel = [lit(c, k), lit(m, k), lit(y, k), 255];
            }
        }
        ColorSpace::YCCK => {
            for pixel in pixels.as_chunks_mut::<4>().0 {
                let [y, cb, cr, k] = *pixel;
                let [r, g, b] = rgb(y, cb, cr);
                *pixel = [lit(255 - r, k), lit(255 - g, k), lit(255 - b, k), 255];
            }
        }
        _ => {}
    }
}

/// Moves RGB triples, which fill the first three quarters, apart: from the end, so that none is
/// overwritten before it is read.
fn spread(pixels: &mut [u8]) {
    for index in (0..pixels.len() / 4).rev() {
        let rgba = [pixels[index * 3], pixels[index * 3 + 1], pixels[index * 3 + 2], 255];
        pixels[index * 4..][..4].copy_from_slice(&rgba);
    }
}

/// The light that a colour and black leave, as a part of 255 each.
fn lit(colour: u8, black: u8) -> u8 {
    ((u32::from(colour) * u32::from(black) + 127) / 255) as u8
}

/// The conversion of JFIF, with 16 bits behind the point.
fn rgb(y: u8, cb: u8, cr: u8) -> [u8; 3] {
    let (y, cb, cr) = ((i32::from(y) << 16) + (1 << 15), i32::from(cb) - 128, i32::from(cr) - 128);
    [y + 91_881 * cr, y - 22_554 * cb - 46_802 * cr, y + 116_130 * cb]
        .map(|sum| (sum >> 16).clamp(0, 255) as u8)
}
