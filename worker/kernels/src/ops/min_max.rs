//! Minimum and maximum filters: morphological erosion and dilation by a square, at a cost that hardly grows with it.
//!
//! Across, spans double in length: 2 pixels, 4, 8 and so on; two overlapping spans make the whole side. Down, rows are
//! processed in blocks of the square's side (van Herk 1992, Gil and Werman 1993): a square is the suffix of one block,
//! accumulated from its last row upwards, and the prefix of the next block, accumulated while its rows are read.

use crate::ops::premultiplied_rows::{PremultipliedRows, unpremultiply};
use crate::{Region, Window};

/// Writes a filtered region. `choose` is `u8::min` for erosion or `u8::max` for dilation. Works on premultiplied colours.
pub fn run(
    radius_px: u32,
    source: &Window,
    region: Region,
    out: &mut [u8],
    choose: impl Fn(u8, u8) -> u8 + Copy,
) {
    if radius_px == 0 || out.is_empty() {
        return source.copy(region, out);
    }
    let side = 2 * radius_px as usize + 1;
    let row_bytes = region.width as usize * 4;
    let mut across = Across::new(source, region, radius_px);
    let mut block = vec![0; side * row_bytes];
    let mut next_block = vec![0; row_bytes];
    let mut y = i64::from(region.y) - i64::from(radius_px);
    let mut read = |into: &mut [u8]| {
        across.read(y, into, choose);
        y += 1;
    };
    block.chunks_exact_mut(row_bytes).take(side - 1).for_each(&mut read);
    for outs in out.chunks_mut(side * row_bytes) {
        // The rows of this block are read already, in place of finished ones; its last row is missing.
        read(&mut block[(side - 1) * row_bytes..]);
        for row in (1..side).rev() {
            let (above, below) = block.split_at_mut(row * row_bytes);
            gather(&mut above[(row - 1) * row_bytes..], &below[..row_bytes], choose);
        }
        for (row, out) in outs.chunks_exact_mut(row_bytes).enumerate() {
            out.copy_from_slice(&block[row * row_bytes..][..row_bytes]);
            if row > 0 {
                let read_into = &mut block[(row - 1) * row_bytes..][..row_bytes];
                read(read_into);
                if row == 1 {
                    next_block.copy_from_slice(read_into);
                } else {
                    gather(&mut next_block, read_into, choose);
                }
                gather(out, &next_block, choose);
            }
        }
    }
    unpremultiply(out.as_chunks_mut().0, source.opaque);
}

fn gather(into: &mut [u8], other: &[u8], choose: impl Fn(u8, u8) -> u8) {
    for (level, other) in into.iter_mut().zip(other) {
        *level = choose(*level, *other);
    }
}

/// Rows filtered across: each pixel is the minimum or maximum of those within the radius in its row.
struct Across<'a> {
    rows: PremultipliedRows<'a>,
    radius_px: usize,
    spans: Vec<u8>,
    wider: Vec<u8>,
}

impl<'a> Across<'a> {
    fn new(source: &'a Window, region: Region, radius_px: u32) -> Self {
        let radius_px = radius_px as usize;
        let rows = PremultipliedRows::new(source, region, radius_px, 1);
        let spans = vec![0; (region.width as usize + 2 * radius_px) * 4];
        Self { rows, radius_px, wider: spans.clone(), spans }
    }

    fn read(&mut self, y: i64, into: &mut [u8], choose: impl Fn(u8, u8) -> u8) {
        self.rows.read(y);
        pair(self.rows.row(y).as_flattened(), 1, &mut self.spans, &choose);
        let side_px = 2 * self.radius_px + 1;
        let mut span_px = 2;
        while 2 * span_px <= side_px {
            pair(&self.spans, span_px, &mut self.wider, &choose);
            std::mem::swap(&mut self.spans, &mut self.wider);
            span_px *= 2;
        }
        pair(&self.spans, side_px - span_px, into, choose);
    }
}

/// Chooses between each pixel and the one `apart_px` to its right.
fn pair(spans: &[u8], apart_px: usize, into: &mut [u8], choose: impl Fn(u8, u8) -> u8) {
    for ((level, left), right) in into.iter_mut().zip(spans).zip(&spans[4 * apart_px..]) {
        *level = choose(*left, *right);
    }
}
