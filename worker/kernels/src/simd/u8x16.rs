//! Vectors of sixteen bytes, and of sixteen 16-bit counts: what medians compute in.
//!
//! Compilers spill long sorting networks from registers, and don't compare all counts of a histogram at once. Each
//! operation exists in instructions of wasm and in plain Rust. The plain version is the specification and runs everywhere
//! else; a test compares the two.

#[cfg(any(test, not(target_feature = "simd128")))]
mod plain;
#[cfg(target_feature = "simd128")]
mod wasm;

#[cfg(not(target_feature = "simd128"))]
pub use plain::{I16x16, U8x16};
#[cfg(target_feature = "simd128")]
pub use wasm::{I16x16, U8x16};

/// Sixteen bytes in memory: four RGBA8 pixels, or sixteen bins of a histogram.
pub type Bytes16 = [u8; 16];

/// The minimum and the maximum of each two bytes: a comparator of a sorting network.
#[inline]
pub fn sorted(a: U8x16, b: U8x16) -> [U8x16; 2] {
    [a.min(b), a.max(b)]
}

#[cfg(all(test, target_feature = "simd128"))]
mod tests {
    use wasm_bindgen_test::wasm_bindgen_test as test;

    use super::{Bytes16, plain, wasm};

    #[test]
    fn simd_is_what_plain_is() {
        let mut seed = 1_u32;
        let mut bytes = || -> Bytes16 {
            std::array::from_fn(|_| {
                seed = seed.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
                (seed >> 24) as u8
            })
        };
        let (mut counts, mut plain_counts) = (wasm::I16x16::default(), plain::I16x16::default());
        for round in 0..1000 {
            let (a, b) = (bytes(), bytes());
            let (x, y) = (wasm::U8x16::load(&a), wasm::U8x16::load(&b));
            let (plain_x, plain_y) = (plain::U8x16::load(&a), plain::U8x16::load(&b));
            for (found, expected) in [
                (x.min(y), plain_x.min(plain_y)),
                (x.max(y), plain_x.max(plain_y)),
                (x.wrapping_add(y), plain_x.wrapping_add(plain_y)),
                (x.wrapping_sub(y), plain_x.wrapping_sub(plain_y)),
                (x.align_pixels::<1>(y), plain_x.align_pixels::<1>(plain_y)),
                (x.align_pixels::<2>(y), plain_x.align_pixels::<2>(plain_y)),
                (x.align_pixels::<3>(y), plain_x.align_pixels::<3>(plain_y)),
            ] {
                assert_eq!(found.to_array(), expected.to_array(), "round {round}");
            }
            // They shall not overflow.
            if round % 50 == 0 {
                (counts, plain_counts) = Default::default();
            }
            counts.add(x);
            plain_counts.add(plain_x);
            counts.add_difference(y, x);
            plain_counts.add_difference(plain_y, plain_x);
            assert_eq!(counts.to_array(), plain_counts.to_array(), "round {round}");
            let limit = counts.to_array()[round % 16] - 1;
            assert_eq!(counts.first_above(limit), plain_counts.first_above(limit), "round {round}");
        }
        assert_eq!(counts.first_above(i16::MAX), 16);
    }
}
