//! The weighted mean of four grid points, in SIMD instructions of wasm and in plain Rust. Compilers don't find the dot
//! product of 16-bit pairs, which halves the time of a look-up. The plain version is the specification and runs
//! everywhere else; a test compares the two.

#[cfg(not(target_feature = "simd128"))]
pub use plain::mean;
#[cfg(target_feature = "simd128")]
pub use simd::mean;

#[cfg(any(not(target_feature = "simd128"), test))]
mod plain {
    use crate::lut::lut3d::Point;

    /// The weighted mean of four points as RGBX8, rounded to the nearest levels and clipped to the range. `weights` holds
    /// four weights in 16384ths, two in a word, the first in the lower half.
    #[inline]
    pub fn mean(corners: [Point; 4], weights: [u32; 2]) -> u32 {
        let weights = weights.map(|pair| [(pair & 0xffff) as i32, (pair >> 16) as i32]);
        u32::from_le_bytes(std::array::from_fn(|channel| {
            let part = |corner: usize| {
                i32::from((corners[corner] >> (16 * channel)) as i16) * weights[corner / 2][corner % 2]
            };
            ((part(0) + part(1) + part(2) + part(3) + (1 << 18)) >> 19).clamp(0, 255) as u8
        }))
    }
}

#[cfg(target_feature = "simd128")]
mod simd {
    use core::arch::wasm32::{
        i16x8_narrow_i32x4, i16x8_shuffle, i32x4_add, i32x4_dot_i16x8, i32x4_shr, i32x4_splat, i64x2,
        u8x16_narrow_i16x8, u32x4_extract_lane,
    };

    use crate::lut::lut3d::Point;

    /// See the plain version.
    #[inline]
    pub fn mean([first, second, third, last]: [Point; 4], weights: [u32; 2]) -> u32 {
        let sums = |first: Point, second: Point, pair: u32| {
            let both = i64x2(first, second);
            let by_channel = i16x8_shuffle::<0, 4, 1, 5, 2, 6, 3, 7>(both, both);
            i32x4_dot_i16x8(by_channel, i32x4_splat(pair.cast_signed()))
        };
        let sums = i32x4_add(sums(first, second, weights[0]), sums(third, last, weights[1]));
        let levels = i32x4_shr(i32x4_add(sums, i32x4_splat(1 << 18)), 19);
        let words = i16x8_narrow_i32x4(levels, levels);
        u32x4_extract_lane::<0>(u8x16_narrow_i16x8(words, words))
    }
}

#[cfg(all(test, target_feature = "simd128"))]
mod tests {
    use super::{plain, simd};
    use wasm_bindgen_test::wasm_bindgen_test as test;

    #[test]
    fn both_forms_are_the_same() {
        let mut n = 1_u32;
        let mut next = || {
            n = n.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
            n >> 8
        };
        for _ in 0..20_000 {
            let mut corners = std::array::from_fn(|_| {
                (0..4).fold(0, |point, _| {
                    let number = match next() % 5 {
                        0 => i16::MIN,
                        1 => i16::MAX,
                        // Halves of levels.
                        2 => (next() % 512) as i16 * 16,
                        _ => next() as i16,
                    };
                    point << 16 | i64::from(number.cast_unsigned())
                })
            });
            // The mean of equal ones may lie half-way between two levels.
            if next() % 3 == 0 {
                corners = [corners[0]; 4];
            }
            let mut cuts = [next() % 16_385, next() % 16_385, [0, 8192, 16_384][next() as usize % 3]];
            cuts.sort_unstable();
            let weights =
                [cuts[0] | (cuts[1] - cuts[0]) << 16, (cuts[2] - cuts[1]) | (16_384 - cuts[2]) << 16];
            assert_eq!(
                simd::mean(corners, weights),
                plain::mean(corners, weights),
                "{corners:?} {weights:?}"
            );
        }
    }
}
