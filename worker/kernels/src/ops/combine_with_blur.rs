//! Filters that combine each pixel with its blurred surroundings, such as the unsharp mask.

use crate::ops::gaussian::{GaussianBlur, Plan};
use crate::pixel::premultiplied::unpremultiply_in_place;
use crate::simd::i16x8::{I16x8, Rgba16};
use crate::{Region, Window};

/// Writes what `change` returns for the levels of each pixel and of its Gaussian blur (colour divided by alpha), all in
/// signed 128ths of a level (Q7). Alpha is not changed, nor is the colour under alpha 0.
#[inline]
pub fn combine_with_blur(
    plan: &Plan,
    source: &Window,
    region: Region,
    out: &mut [u8],
    change: impl Fn(I16x8, I16x8) -> I16x8,
) {
    if !out.is_empty() {
        let opaque = source.opaque;
        let prepare = |row: &mut [Rgba16]| {
            if !opaque {
                unpremultiply_in_place(row);
            }
        };
        combine_with_rows(GaussianBlur::of(plan, region, source), prepare, source, region, out, change);
    }
}

/// Like [`combine_with_blur`], with any blurred rows; `prepare` may convert each row first.
#[inline]
pub fn combine_with_rows(
    mut blurred: GaussianBlur,
    prepare: impl Fn(&mut [Rgba16]),
    source: &Window,
    region: Region,
    out: &mut [u8],
    change: impl Fn(I16x8, I16x8) -> I16x8,
) {
    let (x, width) = ((region.x - source.region.x) as usize, region.width as usize);
    for (y, out) in (i64::from(region.y)..).zip(out.as_chunks_mut::<4>().0.chunks_exact_mut(width)) {
        let pixels = &source.row(y)[x..][..width];
        let around = blurred.next();
        prepare(around);
        let (fours, last) = pixels.as_chunks();
        let (around_fours, around_last) = around.as_chunks();
        let (out_fours, out_last) = out.as_chunks_mut();
        for ((pixels, around), out) in fours.iter().zip(around_fours).zip(out_fours) {
            *out = four(*pixels, *around, &change);
        }
        let (mut pixels, mut around) = ([[0; 4]; 4], [[0; 4]; 4]);
        pixels[..last.len()].copy_from_slice(last);
        around[..last.len()].copy_from_slice(around_last);
        out_last.copy_from_slice(&four(pixels, around, &change)[..last.len()]);
    }
}

#[inline]
fn four(pixels: [[u8; 4]; 4], around: [Rgba16; 4], change: &impl Fn(I16x8, I16x8) -> I16x8) -> [[u8; 4]; 4] {
    let [a, b, c, d] = pixels;
    let [e, f, g, h] = around;
    let of_two =
        |pixels, around| change(I16x8::from_u8_q7(pixels), I16x8::load(&around).average(I16x8::splat(0)));
    let mut changed = of_two([a, b], [e, f]).q7_to_u8(of_two([c, d], [g, h]));
    for (new, old) in changed.iter_mut().zip(pixels) {
        let (old, given) = (u32::from_le_bytes(old), u32::from_le_bytes(*new));
        let alpha = old & 0xff00_0000;
        *new = if alpha == 0 { old } else { given & 0x00ff_ffff | alpha }.to_le_bytes();
    }
    changed
}
