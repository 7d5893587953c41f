//! The operations of `plain.rs` in SIMD instructions of WebAssembly, four pixels at a time. Each returns the last pixels
//! that do not make up four, for the plain version.

use core::arch::wasm32::{
    i16x8, i32x4_add, i32x4_dot_i16x8, i32x4_max, i32x4_min, i32x4_mul, i32x4_shl, i32x4_shr, i32x4_splat,
    u16x8_shr, u32x4_shr, u32x4_splat, v128, v128_and, v128_or,
};
use core::mem::transmute;

use super::Weights;

const ALPHA: u32 = 0xff00_0000;

pub fn round<'a>(rows: &[Weights; 3], bits: u32, rgba: &'a mut [u8]) -> &'a mut [u8] {
    let (rows, half) = (rows.map(Row::new), i32x4_splat((1 << bits) >> 1));
    each(rgba, |four| {
        let [r, g, b] = rows.map(|row| {
            let rounded = i32x4_shr(i32x4_add(row.sum(four), half), bits);
            i32x4_min(i32x4_max(rounded, i32x4_splat(0)), i32x4_splat(255))
        });
        four.with(r, g, b)
    })
}

pub fn thousandths<'a>(rows: &[Weights; 3], rgba: &'a mut [u8]) -> &'a mut [u8] {
    let rows = rows.map(Row::new);
    each(rgba, |four| {
        let [r, g, b] = rows.map(|row| i32x4_min(div_1000(row.sum(four)), i32x4_splat(255)));
        four.with(r, g, b)
    })
}

pub fn grey_thousandths(weights: Weights, rgba: &mut [u8]) -> &mut [u8] {
    let row = Row::new(weights);
    each(rgba, |four| {
        let greys = i32x4_mul(div_1000(row.sum(four)), i32x4_splat(0x01_0101));
        v128_or(greys, v128_and(four.pixels, u32x4_splat(ALPHA)))
    })
}

/// Four pixels, and their levels as numbers of 16 bits: red beside blue, green beside alpha.
#[derive(Clone, Copy)]
struct Four {
    pixels: v128,
    red_blue: v128,
    green_alpha: v128,
}

impl Four {
    /// The same pixels with other colours, each from 0 to 255.
    fn with(self, r: v128, g: v128, b: v128) -> v128 {
        let alpha = v128_and(self.pixels, u32x4_splat(ALPHA));
        v128_or(v128_or(r, i32x4_shl(g, 8)), v128_or(i32x4_shl(b, 16), alpha))
    }
}

/// Weights beside each other as the levels are; alpha has none.
#[derive(Clone, Copy)]
struct Row {
    red_blue: v128,
    green_alpha: v128,
}

impl Row {
    fn new([r, g, b]: Weights) -> Self {
        Self { red_blue: i16x8(r, b, r, b, r, b, r, b), green_alpha: i16x8(g, 0, g, 0, g, 0, g, 0) }
    }

    fn sum(self, four: Four) -> v128 {
        let red_blue = i32x4_dot_i16x8(four.red_blue, self.red_blue);
        i32x4_add(red_blue, i32x4_dot_i16x8(four.green_alpha, self.green_alpha))
    }
}

/// Changes all fours of pixels, and gives back the rest.
fn each(rgba: &mut [u8], change: impl Fn(Four) -> v128) -> &mut [u8] {
    let (fours, rest) = rgba.as_chunks_mut::<16>();
    for four in fours {
        // SAFETY: both are sixteen bytes, and any are a v128.
        let pixels = unsafe { transmute::<[u8; 16], v128>(*four) };
        let red_blue = v128_and(pixels, u32x4_splat(0x00ff_00ff));
        let changed = change(Four { pixels, red_blue, green_alpha: u16x8_shr(pixels, 8) });
        // SAFETY: as above.
        *four = unsafe { transmute::<v128, [u8; 16]>(changed) };
    }
    rest
}

/// See [`crate::pixel::map_rgb::div_1000`].
fn div_1000(sum: v128) -> v128 {
    u32x4_shr(i32x4_mul(u32x4_shr(sum, 3), i32x4_splat(33_555)), 22)
}
