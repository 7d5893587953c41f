//! Between pixels as they are kept and 16 bits of colour times alpha, where 65,280 = 255 · 256 is full.
//!
//! For an opaque pixel a level is 256. Both ways are then only shifts, and give what the general way gives.

use crate::simd::i16x8::{I16x8, Rgba16};

/// Level times alpha times 256 / 255, rounded to the nearest.
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

/// Divides colours by alpha, in place.
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

/// Colour divided by alpha, rounded to the nearest level. Where alpha rounds to 0 there is no colour.
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
