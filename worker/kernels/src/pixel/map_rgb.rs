//! The per-pixel loop that colour filters share, in a form that compilers vectorise.

/// Maps the colour of each RGBA pixel in place, by its index in `rgba` and its levels. `change` must return levels from
/// 0 to 255. Alpha is not touched.
///
/// Each pixel is read as one 32-bit word: compilers vectorise loops over words, four pixels at a time in wasm, while
/// loops over single bytes stay scalar or are full of shuffles. Measured in wasm on 1920 × 1080:
/// grayscale 2.6 ms by bytes and 0.7 ms by words, sepia 5.9 and 1.4, vibrance 7.6 and 3.7.
#[inline]
pub fn map_rgb(rgba: &mut [u8], change: impl Fn(u32, [i32; 3]) -> [i32; 3]) {
    for (index, pixel) in (0..).zip(rgba.as_chunks_mut::<4>().0) {
        let word = u32::from_le_bytes(*pixel);
        let [r, g, b] = change(index, [word, word >> 8, word >> 16].map(|level| (level & 255) as i32));
        let colour = r as u32 | (g as u32) << 8 | (b as u32) << 16;
        *pixel = (colour | (word & 0xff00_0000)).to_le_bytes();
    }
}

/// ⌊sum / 1000⌋ for sums from 0 to 344,505, the largest sum of sepia's weights (of white). SIMD has no division, so
/// an eighth of the sum is divided by 125, as a multiplication with the reciprocal ⌈2²² / 125⌉ = 33,555.
#[inline]
pub fn div_1000(sum: i32) -> i32 {
    (((sum as u32 >> 3) * 33_555) >> 22) as i32
}

/// Truncates a number to a level from 0 to 255: 12.9 becomes 12, −3.0 becomes 0 and 300.0 becomes 255.
#[inline]
pub fn to_level(number: f32) -> i32 {
    // `clamp` written as two selects, which compile to one instruction each.
    let number = if number > 0.0 { number } else { 0.0 };
    let number = if number < 255.0 { number } else { 255.0 };
    trunc(number)
}

/// Truncates a number from 0 up to 2²³ (exclusive) to its whole part.
#[inline]
pub fn trunc(number: f32) -> i32 {
    if cfg!(target_arch = "wasm32") {
        // The saturating conversion of wasm takes V8 seven instructions. This takes three: with 2²³ added, the whole
        // number is in the lowest 23 bits.
        ((number.floor() + 8_388_608.0).to_bits() & 0x7f_ffff) as i32
    } else {
        number as i32
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn levels_are_cut_off() {
        for eighth in -2000..=4000_i16 {
            let number = f32::from(eighth) / 8.0;
            assert_eq!(to_level(number), (number as i32).clamp(0, 255), "{number}");
        }
        for number in 1..=0x7f_ffff {
            assert_eq!((trunc(number as f32), trunc((number as f32).next_down())), (number, number - 1));
        }
    }

    #[test]
    fn thousandths_are_exact() {
        for sum in 0..=255 * (393 + 769 + 189) {
            assert_eq!(div_1000(sum), sum / 1000);
        }
    }
}
