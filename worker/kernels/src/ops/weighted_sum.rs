//! Weighted sums of red, green and blue, for grayscale, sepia and colour matrices.
//!
//! Weights are 16-bit integers, so that one instruction computes two products and their sum (`wasm.rs`). The plain
//! version is the specification, computes the last pixels, and runs where there is no SIMD. Measured in wasm on
//! 1920 × 1080, as compilers vectorise the plain version and with these instructions: grayscale 0.75 and 0.5 ms, sepia
//! 1.6 and 1.3 ms, a matrix 1.8 and 1.3 ms.

mod plain;
#[cfg(target_feature = "simd128")]
mod wasm;

/// Weights of red, green and blue.
pub type Weights = [i16; 3];

/// Replaces each colour by three sums with weights in units of 2^−`bits`, rounded to the nearest level and clipped to the
/// range. In place, on whole RGBA pixels; alpha is not touched.
pub fn round(rows: &[Weights; 3], bits: u32, rgba: &mut [u8]) {
    #[cfg(target_feature = "simd128")]
    let rgba = wasm::round(rows, bits, rgba);
    plain::round(rows, bits, rgba);
}

/// Like [`round`], with weights in thousandths, none negative and at most 1351 in a row; rounded down.
pub fn thousandths(rows: &[Weights; 3], rgba: &mut [u8]) {
    #[cfg(target_feature = "simd128")]
    let rgba = wasm::thousandths(rows, rgba);
    plain::thousandths(rows, rgba);
}

/// Like [`thousandths`], with one sum for all three channels, of weights that add up to at most 1000.
pub fn grey_thousandths(weights: Weights, rgba: &mut [u8]) {
    #[cfg(target_feature = "simd128")]
    let rgba = wasm::grey_thousandths(weights, rgba);
    plain::grey_thousandths(weights, rgba);
}

#[cfg(all(test, target_feature = "simd128"))]
mod tests {
    use wasm_bindgen_test::wasm_bindgen_test as test;

    use super::*;

    #[test]
    fn simd_is_what_plain_is() {
        let mut seed = 1_u32;
        let mut number = || {
            seed = seed.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
            seed >> 16
        };
        for round_ in 0..300 {
            // Lengths that are no multiple of what SIMD takes, and levels up to both ends.
            let picture: Vec<u8> = (0..4 * (round_ % 23)).map(|_| number() as u8).collect();
            let rows = [[0; 3]; 3].map(|row| row.map(|_: i16| number() as u16 as i16));
            let shares = rows.map(|row| row.map(|weight| (weight & 0x7fff) % 451));
            let greys = shares[0].map(|weight| weight / 2);
            let bits = number() % 15;
            let both = |simd: &dyn Fn(&mut [u8]), plain: &dyn Fn(&mut [u8])| {
                let [mut by_simd, mut by_plain] = [picture.clone(), picture.clone()];
                simd(&mut by_simd);
                plain(&mut by_plain);
                assert_eq!(by_simd, by_plain, "round {round_}");
            };
            both(&|rgba| round(&rows, bits, rgba), &|rgba| plain::round(&rows, bits, rgba));
            both(&|rgba| thousandths(&shares, rgba), &|rgba| plain::thousandths(&shares, rgba));
            both(&|rgba| grey_thousandths(greys, rgba), &|rgba| plain::grey_thousandths(greys, rgba));
        }
    }
}
