//! Bands of pixels taken from a window as they are.

use safelight_kernels::{Region, Window};

use super::opacity::Strength;

/// Takes pixels as they are, as many rows as `out` has.
pub fn copy(source: &Window, region: Region, out: &mut [u8]) {
    let row_bytes = region.width as usize * 4;
    let left = (region.x - source.region.x) as usize * 4;
    for (y, to) in (region.y..).zip(out.chunks_exact_mut(row_bytes.max(1))) {
        to.copy_from_slice(&source.row(i64::from(y)).as_flattened()[left..][..row_bytes]);
    }
}

/// Mixes a band of a result with what it was made of.
pub fn mix(strength: Strength, source: &Window, region: Region, out: &mut [u8]) {
    if strength == Strength::FULL {
        return;
    }
    let row_bytes = region.width as usize * 4;
    let left = (region.x - source.region.x) as usize * 4;
    for (y, to) in (region.y..).zip(out.chunks_exact_mut(row_bytes.max(1))) {
        let before = &source.row(i64::from(y)).as_flattened()[left..][..row_bytes];
        strength.mix_pixels(source.opaque, before, to);
    }
}
