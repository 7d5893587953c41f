//! Bands: rows of a region, copied from a window or blended over it.

use safelight_kernels::{Region, Window};

use super::opacity::Opacity;

/// Copies the pixels of a region from its first row on, as many rows as `out` holds.
pub fn copy(source: &Window, region: Region, out: &mut [u8]) {
    for (source_row, out_row) in rows(source, region, out) {
        out_row.copy_from_slice(source_row);
    }
}

/// Blends a band of a result, `out`, over the same region of its input.
pub fn blend(opacity: Opacity, input: &Window, region: Region, out: &mut [u8]) {
    if opacity == Opacity::FULL {
        return;
    }
    for (input_row, out_row) in rows(input, region, out) {
        opacity.blend_pixels(input.opaque, input_row, out_row);
    }
}

/// The rows of a region in a window, each beside the row of `out` at the same place.
fn rows<'a>(
    source: &'a Window,
    region: Region,
    out: &'a mut [u8],
) -> impl Iterator<Item = (&'a [u8], &'a mut [u8])> {
    let row_bytes = region.width as usize * 4;
    let left = (region.x - source.region.x) as usize * 4;
    (region.y..)
        .zip(out.chunks_exact_mut(row_bytes.max(1)))
        .map(move |(y, out_row)| (&source.row(i64::from(y)).as_flattened()[left..][..row_bytes], out_row))
}
