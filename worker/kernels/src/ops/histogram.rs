//! Histograms of levels, for filters that measure the picture first.

/// So many counters share the pixels of a level. Neighbours are often equal, and adding to one counter twice in a row
/// waits for memory: with two, flat pictures are counted a third faster in wasm, and four are no better.
const COPIES: usize = 2;

/// How many counters so many histograms need.
pub const fn bin_count(histograms: usize) -> usize {
    histograms * COPIES * 256
}

/// Adds each pixel's levels to `N` histograms. Levels must lie below 256.
#[inline]
pub fn accumulate<const N: usize>(rgba: &[u8], bins: &mut [u32], levels: impl Fn([i32; 3]) -> [i32; N]) {
    let (copies, _) = bins.as_chunks_mut::<256>().0.as_chunks_mut::<N>();
    let Some((copies, _)) = copies.split_first_chunk_mut::<COPIES>() else { return };
    let mut add = |copy: usize, [r, g, b, _]: [u8; 4]| {
        let levels = levels([r, g, b].map(i32::from));
        for (histogram, level) in copies[copy].iter_mut().zip(levels) {
            histogram[level as usize & 255] += 1;
        }
    };
    let (quads, rest) = rgba.as_chunks::<4>().0.as_chunks::<COPIES>();
    for quad in quads {
        for (copy, pixel) in quad.iter().enumerate() {
            add(copy, *pixel);
        }
    }
    for pixel in rest {
        add(0, *pixel);
    }
}

/// The counted histograms.
pub fn histograms<const N: usize>(bins: &[u32]) -> [[u32; 256]; N] {
    let mut sums = [[0; 256]; N];
    for copy in bins.as_chunks::<256>().0.as_chunks::<N>().0 {
        for (sums, counts) in sums.iter_mut().zip(copy) {
            for (sum, count) in sums.iter_mut().zip(counts) {
                *sum += count;
            }
        }
    }
    sums
}
