//! The eight orientations of an image: quarter turns and mirrors, which move pixels and change none.

use std::array;

use crate::{Region, Window};

/// One of the eight orientations. The flips are of the input image, before rows become columns.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Orientation {
    /// Rows become columns.
    pub transposed: bool,
    /// Left and right are exchanged.
    pub flip_horizontal: bool,
    /// Top and bottom are exchanged.
    pub flip_vertical: bool,
}

/// Rows transposed at a time, in blocks of 8 rows by 4 pixels. Measured in wasm on 6000 × 4000 pixels: a quarter turn
/// takes as long as 4 copies of the memory, in bands of 64 rows 5; pixel by pixel, or with 16 or 32 rows, 6 to 10. Memory
/// is the limit: explicit SIMD shuffles were no faster.
const ROWS: usize = 8;

impl Orientation {
    /// Changes nothing.
    pub const IDENTITY: Self = Self { transposed: false, flip_horizontal: false, flip_vertical: false };

    /// The size of the output image, from the size of the input image.
    pub fn size(self, (width, height): (u32, u32)) -> (u32, u32) {
        if self.transposed { (height, width) } else { (width, height) }
    }

    /// The region of the input image, which has this size, that becomes `region` of the output image.
    pub fn input_region(self, (width, height): (u32, u32), region: Region) -> Region {
        let Region { mut x, mut y, width: mut across, height: mut down } = region;
        if self.transposed {
            (x, y, across, down) = (y, x, down, across);
        }
        Region {
            x: if self.flip_horizontal { width - x - across } else { x },
            y: if self.flip_vertical { height - y - down } else { y },
            width: across,
            height: down,
        }
    }

    /// Writes a region of the output image.
    pub fn run(self, source: &Window, region: Region, out: &mut [u8]) {
        if region.width == 0 || region.height == 0 {
            return;
        }
        let input_region = self.input_region(source.picture, region);
        let out = out.as_chunks_mut::<4>().0;
        if self.transposed {
            self.transpose(source, input_region, out);
            return;
        }
        for (y, out) in out.chunks_exact_mut(input_region.width as usize).enumerate() {
            let row = self.row(source, input_region, y);
            if self.flip_horizontal {
                for (out, pixel) in out.iter_mut().zip(row.iter().rev()) {
                    *out = *pixel;
                }
            } else {
                out.copy_from_slice(row);
            }
        }
    }

    fn transpose(self, source: &Window, input_region: Region, out: &mut [[u8; 4]]) {
        let (across, down) = (input_region.height as usize, input_region.width as usize);
        let from = |y: usize, of: usize| if self.flip_horizontal { of - 1 - y } else { y };
        for left in (0..across).step_by(ROWS) {
            let columns = ROWS.min(across - left);
            let rows: [_; ROWS] =
                array::from_fn(|n| self.row(source, input_region, left + n.min(columns - 1)));
            let mut done = 0;
            if columns == ROWS {
                let rows = rows.map(|row| {
                    if self.flip_horizontal { row.as_rchunks::<4>().1 } else { row.as_chunks::<4>().0 }
                });
                for (n, lines) in out.chunks_exact_mut(4 * across).enumerate() {
                    let block = from(n, down / 4);
                    for (x, rows) in rows.as_chunks::<4>().0.iter().enumerate() {
                        let block = rows.map(|row| row[block]);
                        for y in 0..4 {
                            let at = y * across + left + 4 * x;
                            *lines[at..].first_chunk_mut().unwrap() = block.map(|row| row[from(y, 4)]);
                        }
                    }
                }
                done = down / 4 * 4;
            }
            for y in done..down {
                for (x, row) in rows[..columns].iter().enumerate() {
                    out[y * across + left + x] = row[from(y, down)];
                }
            }
        }
    }

    /// The pixels of the source that become row or column `n` of the output.
    fn row<'a>(self, source: &Window<'a>, input_region: Region, n: usize) -> &'a [[u8; 4]] {
        let y = if self.flip_vertical {
            input_region.y + input_region.height - 1 - n as u32
        } else {
            input_region.y + n as u32
        };
        &source.row(i64::from(y))[(input_region.x - source.region.x) as usize..]
            [..input_region.width as usize]
    }
}
