//! Sliding windows of `N` rows, for convolutions with small kernels.

use crate::{Region, Window};

/// Calls `run` for each row of the region, with three arguments: the `N` rows around it from top to bottom, `N / 2`
/// pixels wider on both sides and converted by `prepare`; the row's own pixels; and the output row. Edges are replicated.
pub fn for_each_row<const N: usize, T: Copy + Default>(
    source: &Window,
    region: Region,
    out: &mut [u8],
    prepare: impl Fn(&[[u8; 4]], &mut [T]),
    mut run: impl FnMut([&[T]; N], &[[u8; 4]], &mut [[u8; 4]]),
) {
    let (reach, width) = (N / 2, region.width as usize);
    if out.is_empty() {
        return;
    }
    let length = width + 2 * reach;
    let mut pixels = vec![[0; 4]; length];
    // A ring buffer: row `index`, counted from the first that is read, is stored at `index % N`.
    let mut ring = vec![T::default(); N * length];
    let left = i64::from(region.x) - reach as i64;
    let mut read = |index: usize, ring: &mut [T]| {
        source.copy_row(left, i64::from(region.y) + index as i64 - reach as i64, &mut pixels);
        prepare(&pixels, &mut ring[index % N * length..][..length]);
    };
    (0..2 * reach).for_each(|index| read(index, &mut ring));
    let column = (region.x - source.region.x) as usize;
    for (index, out) in out.as_chunks_mut::<4>().0.chunks_exact_mut(width).enumerate() {
        read(index + 2 * reach, &mut ring);
        let rows = std::array::from_fn(|k| &ring[(index + k) % N * length..][..length]);
        let own = source.row(i64::from(region.y) + index as i64);
        run(rows, &own[column..][..width], out);
    }
}

/// Copies the alpha of `before` to `pixels`.
pub fn copy_alpha(before: &[[u8; 4]], pixels: &mut [[u8; 4]]) {
    for (pixel, before) in pixels.iter_mut().zip(before) {
        // By words, because compilers don't vectorise loops over every fourth byte.
        let (colour, alpha) = (u32::from_le_bytes(*pixel), u32::from_le_bytes(*before));
        *pixel = ((colour & 0x00ff_ffff) | (alpha & 0xff00_0000)).to_le_bytes();
    }
}
