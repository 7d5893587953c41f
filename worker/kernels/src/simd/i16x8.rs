//! Vectors of eight 16-bit lanes, which are two RGBA pixels: what blurs and resampling compute in.
//!
//! Compilers don't find these instructions in loops over pixels, because neighbours in memory are channels and not
//! pixels. Each operation exists in instructions of wasm and in plain Rust. The plain version is the specification and
//! runs everywhere else; a test compares the two.
//!
//! Fixed-point formats are named by their fraction bits: in Q8 a level is 256, in Q7 it is 128 and leaves room for a
//! sign, in Q15 the number 1 would be 32,768.

#[cfg(any(not(target_feature = "simd128"), test))]
mod plain;
#[cfg(target_feature = "simd128")]
mod wasm;

#[cfg(not(target_feature = "simd128"))]
pub use plain::{I16x8, I32x4};
#[cfg(target_feature = "simd128")]
pub use wasm::{I16x8, I32x4};

/// An RGBA pixel of 16 bits per channel, mostly premultiplied, in Q8.
pub type Rgba16 = [u16; 4];

#[cfg(all(test, target_feature = "simd128"))]
mod tests {
    use super::{Rgba16, plain, wasm};
    use wasm_bindgen_test::wasm_bindgen_test as test;

    fn numbers(seed: u32) -> [Rgba16; 2] {
        let mut n = seed.wrapping_mul(2_654_435_761);
        let mut next = || {
            n = n.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
            // Both ends more often than others.
            match n >> 29 {
                0 => 0,
                1 => 0xffff,
                2 => 0x8000,
                _ => (n >> 8) as u16,
            }
        };
        [[next(), next(), next(), next()], [next(), next(), next(), next()]]
    }

    macro_rules! all_of {
        ($module:ident, $a:expr, $b:expr) => {{
            use $module::{I16x8, I32x4};
            let (a, b) = (I16x8::load(&$a), I16x8::load(&$b));
            let mut found = Vec::new();
            let mut keep = |lanes: I16x8| {
                let mut pixels = [[0; 4]; 2];
                lanes.store(&mut pixels);
                found.push(pixels);
            };
            keep(a.average(b));
            keep(a.first_pixels(b));
            keep(a.second_pixels(b));
            keep(a.interleave_pixels());
            let (first, second) = a.interleave(b);
            keep(first);
            keep(second);
            keep(a.flip_sign());
            keep(a.min(b));
            keep(a.unpremultiply());
            let [first, second, third, fourth] = a.q8_to_u8(b);
            keep(I16x8::from_u8([first, second]));
            let [front, back] = I16x8::from_u8_interleaved(&[first, second, third, fourth]);
            keep(front);
            keep(back);
            keep(I16x8::from_u8([third, fourth]).premultiply());
            let [first, second, third, fourth] = a.q7_to_u8(b);
            keep(I16x8::from_u8_q7([first, second]));
            keep(I16x8::from_u8_q7([third, fourth]));
            keep(a.saturating_add(b));
            keep(a.saturating_sub(b));
            keep(a.mul_q15(b));
            keep(a.zero_within(b));
            keep(a.abs());
            keep(a.wrapping_mul(b));
            keep(I16x8::from_pairs(
                &[$a, $b].concat().as_flattened().as_chunks::<2>().0[2..6].try_into().unwrap(),
            ));
            keep(I16x8::splat(-7));
            keep(I16x8::splat_pixels(-7, 9));
            keep(I16x8::splat_packed(0xfedc_ba98));
            let weights = I16x8::splat_pairs(-1234, 16_385);
            let sums = I32x4::rounding_half::<14>().add(a.dot(weights)).add(b.dot(weights));
            let [first, second] = a.widen();
            keep(
                first
                    .weighted_sum(I32x4::from_pixel($b[0]), [0.3, 0.7])
                    .narrow_u16(second.add(I32x4::ZERO).sub(I32x4::from_pixel($b[1]))),
            );
            keep(sums.shift_narrow::<14>(a.dot(weights)));
            keep(I16x8::load(&[
                sums.to_array().map(|sum| sum as u16),
                sums.to_array().map(|sum| (sum >> 16) as u16),
            ]));
            keep(sums.shift_interleave::<7>(a.dot(weights)));
            found
        }};
    }

    #[test]
    fn both_forms_are_the_same() {
        for seed in 0..2000 {
            let (a, b) = (numbers(seed), numbers(!seed));
            assert_eq!(all_of!(wasm, a, b), all_of!(plain, a, b), "{a:?} {b:?}");
        }
    }
}
