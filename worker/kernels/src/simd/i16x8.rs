//! Eight lanes of 16 bits, which are two pixels: what blurs are computed in.
//!
//! Compilers don't find these instructions in loops over pixels, because neighbours in memory are channels. So
//! they are named here, once for wasm with SIMD and once in plain Rust. The plain form says what each one means and
//! is what runs elsewhere; a test holds the other to it.

#[cfg(any(not(target_feature = "simd128"), test))]
mod plain;
#[cfg(target_feature = "simd128")]
mod wasm;

#[cfg(not(target_feature = "simd128"))]
pub use plain::{Lanes, Sums};
#[cfg(target_feature = "simd128")]
pub use wasm::{Lanes, Sums};

/// A pixel of 16 bits per channel.
pub type Wide = [u16; 4];

#[cfg(all(test, target_feature = "simd128"))]
mod tests {
    use super::{Wide, plain, wasm};
    use wasm_bindgen_test::wasm_bindgen_test as test;

    fn numbers(seed: u32) -> [Wide; 2] {
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
            use $module::{Lanes, Sums};
            let (a, b) = (Lanes::load(&$a), Lanes::load(&$b));
            let mut found = Vec::new();
            let mut keep = |lanes: Lanes| {
                let mut pixels = [[0; 4]; 2];
                lanes.store(&mut pixels);
                found.push(pixels);
            };
            keep(a.average(b));
            keep(a.firsts(b));
            keep(a.seconds(b));
            keep(a.pair());
            let (first, second) = a.pairs(b);
            keep(first);
            keep(second);
            keep(a.biased());
            keep(a.least(b));
            keep(a.straight());
            let [first, second, third, fourth] = a.levels(b);
            keep(Lanes::widen([first, second]));
            let [front, back] = Lanes::widen_pairs(&[first, second, third, fourth]);
            keep(front);
            keep(back);
            keep(Lanes::widen([third, fourth]).premultiplied());
            let [first, second, third, fourth] = a.signed_levels(b);
            keep(Lanes::signed([first, second]));
            keep(Lanes::signed([third, fourth]));
            keep(a.plus(b));
            keep(a.minus(b));
            keep(a.times(b));
            keep(a.beyond(b));
            keep(a.size());
            keep(a.many(b));
            keep(Lanes::pairs_of(
                &[$a, $b].concat().as_flattened().as_chunks::<2>().0[2..6].try_into().unwrap(),
            ));
            keep(Lanes::all(-7));
            keep(Lanes::each(-7, 9));
            keep(Lanes::packed_weights(0xfedc_ba98));
            let weights = Lanes::weights(-1234, 16_385);
            let sums = Sums::half::<14>().add(a.dot(weights)).add(b.dot(weights));
            let [first, second] = a.split();
            keep(
                first
                    .weighted(Sums::of($b[0]), [0.3, 0.7])
                    .narrow(second.add(Sums::ZERO).sub(Sums::of($b[1]))),
            );
            keep(sums.settle::<14>(a.dot(weights)));
            keep(Lanes::load(&[
                sums.array().map(|sum| sum as u16),
                sums.array().map(|sum| (sum >> 16) as u16),
            ]));
            keep(sums.settle_pair::<7>(a.dot(weights)));
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
