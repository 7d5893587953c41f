//! Premultiplied alpha in 16 bits per channel: from straight RGBA8 and back.
//!
//! White is 65,280 = 255 · 256, so that a level of an opaque pixel is 256. For opaque pixels both directions are plain
//! shifts, with the same result as the general formula.

use crate::simd::i16x8::{I16x8, Rgba16};

/// Premultiplies pixels: level · alpha · 256 / 255, rounded to the nearest; and alpha · 256.
pub fn premultiply(pixels: &[[u8; 4]], opaque: bool, into: &mut [Rgba16]) {
    if opaque {
        for (wide, level) in into.as_flattened_mut().iter_mut().zip(pixels.as_flattened()) {
            *wide = u16::from(*level) << 8;
        }
        return;
    }
    let (twos, last) = pixels.as_chunks::<2>();
    let (into_twos, into_last) = into.split_at_mut(twos.len() * 2);
    for (two, into) in twos.iter().zip(into_twos.as_chunks_mut::<2>().0) {
        I16x8::from_u8(*two).premultiply().store(into);
    }
    if let ([pixel], [into, ..]) = (last, into_last) {
        let mut both = [[0; 4]; 2];
        I16x8::from_u8([*pixel; 2]).premultiply().store(&mut both);
        *into = both[0];
    }
}

/// Unpremultiplies a row in place: colours become level · 256.
pub fn unpremultiply_in_place(row: &mut [Rgba16]) {
    let (twos, last) = row.as_chunks_mut::<2>();
    for two in twos {
        I16x8::load(two).unpremultiply().store(two);
    }
    if let [pixel] = last {
        let mut both = [*pixel; 2];
        I16x8::load(&both).unpremultiply().store(&mut both);
        *pixel = both[0];
    }
}

/// Unpremultiplies a row to RGBA8, rounded to the nearest level. Where alpha rounds to 0 the colour is black.
pub fn unpremultiply(row: &[Rgba16], opaque: bool, out: &mut [u8]) {
    if opaque {
        for (level, wide) in out.iter_mut().zip(row.as_flattened()) {
            *level = (wide.saturating_add(128) >> 8) as u8;
        }
        return;
    }
    let straight = |two: &[Rgba16; 2]| I16x8::load(two).unpremultiply();
    let kept = |pixel: [u8; 4]| if pixel[3] == 0 { [0; 4] } else { pixel };
    let (fours, last) = row.as_chunks::<4>();
    let (out_fours, out_last) = out.as_chunks_mut::<4>().0.split_at_mut(fours.len() * 4);
    for (four, out) in fours.iter().zip(out_fours.as_chunks_mut::<4>().0) {
        let [first, second] = four.as_chunks::<2>().0 else { unreachable!("four pixels") };
        *out = straight(first).q8_to_u8(straight(second)).map(kept);
    }
    for (pixel, out) in last.iter().zip(out_last) {
        let lanes = straight(&[*pixel; 2]);
        *out = kept(lanes.q8_to_u8(lanes)[0]);
    }
}
