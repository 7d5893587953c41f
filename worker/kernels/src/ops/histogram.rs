//! Histograms of levels, for filters that analyse the image first.

/// Copies of each histogram, filled by alternating pixels. Neighbours are often equal, and incrementing one bin twice in
/// a row waits for memory: with two copies, flat images are counted a third faster in wasm; four are no better.
const COPIES: usize = 2;

/// The number of bins that this many histograms need.
pub const fn bin_count(histograms: usize) -> usize {
    histograms * COPIES * 256
}

/// Adds each pixel to `N` histograms, at the levels that `levels` returns for its colour. They must be below 256.
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

/// The `N` histograms, with their copies added up.
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
