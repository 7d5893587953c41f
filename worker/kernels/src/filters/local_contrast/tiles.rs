//! The tiles of Local contrast, and their curves.
//!
//! A picture whose sides are not both multiples of 8 is reflected on the right and below, without repeating its
//! last column or row, up to the next multiples that are larger; that is what is divided and counted.

use super::rounded;
use crate::PixelPosition;

/// Tiles across and down.
const SIDE: u32 = 8;
/// Tiles in all.
pub const TILES: usize = (SIDE * SIDE) as usize;

/// The division of an image into tiles.
#[derive(Debug, Clone, Copy)]
pub struct Tiles {
    /// The image's width and height.
    width: u32,
    height: u32,
    /// Width and height of a tile.
    across: u32,
    down: u32,
}

/// Cells across and down: squares between the centres of neighbouring tiles, and half cells at the image's edges, where
/// both corners are the same tile.
const CELLS: usize = SIDE as usize + 1;

/// For each level, its output by the curves of the four tiles at a cell's corners (upper left, upper right, lower left,
/// lower right), so that one look-up finds all four.
pub type Cell = [[u8; 4]; 256];

/// The cells that the pixels of one row lie in.
#[derive(Debug, Clone, Copy)]
pub struct Row<'a> {
    cells: &'a [Cell; CELLS],
    /// The weight of the lower corners, from 0 to 1.
    below: f32,
    /// Tiles per pixel.
    across: f32,
}

impl Tiles {
    /// The tiles of an image of this size.
    pub fn new((width, height): (u32, u32)) -> Self {
        let more = u32::from(!width.is_multiple_of(SIDE) || !height.is_multiple_of(SIDE));
        Self { width, height, across: width / SIDE + more, down: height / SIDE + more }
    }

    /// Adds a run of pixels, and their reflections, to the histograms of the tiles.
    pub fn count(
        &self,
        position: PixelPosition,
        rgba: &[u8],
        histograms: &mut [[u32; 256]],
        lightness: impl Fn([u8; 4]) -> u8,
    ) {
        let pixels = rgba.as_chunks::<4>().0;
        for y in places(position.y, self.height, self.down) {
            let row = &mut histograms[(y / self.down * SIDE) as usize..][..SIDE as usize];
            let (mut rest, mut x) = (pixels, position.x);
            while !rest.is_empty() {
                let tile = x / self.across;
                let inside = ((tile + 1) * self.across - x).min(rest.len() as u32);
                let (now, later) = rest.split_at(inside as usize);
                let histogram = &mut row[tile as usize];
                for pixel in now {
                    histogram[usize::from(lightness(*pixel))] += 1;
                }
                (rest, x) = (later, x + inside);
            }
            for x in self.width..self.across * SIDE {
                let source = reflected(x, self.width).checked_sub(position.x);
                if let Some(pixel) = source.and_then(|source| pixels.get(source as usize)) {
                    row[(x / self.across) as usize][usize::from(lightness(*pixel))] += 1;
                }
            }
        }
    }

    /// All cells, as bytes. In each tile's histogram, bins are clipped at `limit` times the mean bin.
    pub fn cells(&self, histograms: &[[u32; 256]], limit: f64) -> Vec<u8> {
        let pixels = self.across * self.down;
        let most = (limit * f64::from(pixels) / 256.0) as u32;
        let curves: Vec<_> = histograms.iter().map(|counts| curve(*counts, pixels, most.max(1))).collect();
        let mut cells = vec![0; CELLS * CELLS * size_of::<Cell>()];
        for (place, levels) in cells.as_chunks_mut::<4>().0.iter_mut().enumerate() {
            let (cell, level) = (place / 256, place % 256);
            let near = |cell: usize| [cell.max(1) - 1, cell.min(SIDE as usize - 1)];
            let ([left, right], [upper, lower]) = (near(cell % CELLS), near(cell / CELLS));
            *levels = [(upper, left), (upper, right), (lower, left), (lower, right)]
                .map(|(y, x)| curves[y * SIDE as usize + x][level]);
        }
        cells
    }

    /// The cells that row `y` lies in, out of `cells`.
    pub fn row<'a>(&self, cells: &'a [u8], y: u32) -> Row<'a> {
        let cells: &[Cell] = cells.as_chunks().0.as_chunks().0;
        let (cell, below) = nearest(y, 1.0 / self.down as f32);
        Row { cells: &cells.as_chunks().0[cell], below, across: 1.0 / self.across as f32 }
    }
}

impl Row<'_> {
    /// Replaces the levels (below 256) of pixels from column `x` on by their outputs.
    #[inline]
    pub fn follow<const N: usize>(&self, x: u32, levels: &mut [i32; N]) {
        let (mut cell, mut right) = ([0; N], [0.0; N]);
        for k in 0..N {
            (cell[k], right[k]) = nearest(x + k as u32, self.across);
        }
        let mut corners = [0; N];
        for k in 0..N {
            corners[k] = u32::from_le_bytes(self.cells[cell[k]][levels[k] as usize & 255]);
        }
        for k in 0..N {
            let corner = |shift: u32| (corners[k] >> shift & 255) as i32 as f32;
            let (left, right) = (1.0 - right[k], right[k]);
            let upper = corner(0) * left + corner(8) * right;
            let lower = corner(16) * left + corner(24) * right;
            levels[k] = rounded(upper * (1.0 - self.below) + lower * self.below);
        }
    }
}

/// The positions of this column or row on the reflected side: its own, and those of its mirror images.
fn places(at: u32, length: u32, tile: u32) -> impl Iterator<Item = u32> {
    std::iter::once(at).chain((length..tile * SIDE).filter(move |place| reflected(*place, length) == at))
}

/// The column or row that is mirrored to this position, which is at or beyond the end of a side of this length.
fn reflected(place: u32, length: u32) -> u32 {
    let period = 2 * (length - 1);
    if period == 0 {
        return 0;
    }
    let inside = place % period;
    inside.min(period - inside)
}

/// The cell that a column or row lies in, and its fraction within the cell.
#[inline]
fn nearest(at: u32, tiles_per_pixel: f32) -> (usize, f32) {
    let cells = at as f32 * tiles_per_pixel - 0.5;
    let cell = (cells + 1.0) as i32;
    (cell.clamp(0, SIDE as i32) as usize, cells - (cell - 1) as f32)
}

/// The tone curve of a tile with this histogram, whose bins are clipped at `most`.
fn curve(mut histogram: [u32; 256], pixels: u32, most: u32) -> [u8; 256] {
    let mut spare = 0;
    for count in &mut histogram {
        spare += count.saturating_sub(most);
        *count = (*count).min(most);
    }
    // The clipped counts are redistributed evenly to all bins, and the remainder to bins at equal distances.
    let (each, left) = (spare / 256, spare as usize % 256);
    for count in &mut histogram {
        *count += each;
    }
    for count in histogram.iter_mut().step_by(256 / left.max(1)).take(left) {
        *count += 1;
    }
    let (scale, mut up_to) = (255.0 / pixels as f32, 0);
    histogram.map(|count| {
        up_to += count;
        rounded((up_to as f32 * scale).min(255.0)) as u8
    })
}
