//! Tetrahedral interpolation in a 3D LUT.
//!
//! A colour is the weighted mean of the four corners of the tetrahedron that it lies in: the grid point at or below it,
//! then one step along the channel with the largest fraction, one along the second and one along the third. A grid that
//! maps greys to greys does so between its points too, which trilinear interpolation of eight points does not.

use super::Point;
use super::weighted_mean::mean;

/// A grid of equally spaced points, red varying fastest.
#[derive(Debug, Clone, PartialEq)]
pub struct Grid {
    pub points: Vec<Point>,
    pub axes: Box<[[GridIndex; 256]; 3]>,
}

/// The position of a level of one channel on its axis of the grid.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct GridIndex {
    /// Offset, in points, of the grid point at or below the level.
    before: u32,
    /// Two numbers in one word: the fraction of a step beyond that point, in units of 1 / `STEP`, in the upper 16 bits;
    /// and the stride to the next point of this channel in the lower 16. Sorting such words sorts by the fraction.
    offset: u32,
}

/// One step between neighbouring points, in the units of [`GridIndex`]'s fraction.
const STEP: u32 = 1 << 14;

/// Pixels of a block: each stage loops over a whole block, so that compilers vectorise the arithmetic.
const BLOCK: usize = 64;

impl GridIndex {
    /// The position `steps` steps from the first point of a channel with `side` points; `between` is the channel's stride.
    pub fn new(steps: f64, side: usize, between: usize) -> Self {
        // The last point belongs to the step before it, with fraction 1.
        let before = (steps as usize).min(side - 2);
        let far = ((steps - before as f64) * f64::from(STEP)).round() as u32;
        Self { before: (before * between) as u32, offset: far << 16 | between as u32 }
    }
}

impl Grid {
    pub fn apply(&self, rgba: &mut [u8]) {
        let [red, green, blue] = &*self.axes;
        let (mut first, mut offsets) = ([0; BLOCK], [[0; BLOCK]; 3]);
        let (mut corners, mut weights) = ([[0; BLOCK]; 4], [[0; BLOCK]; 2]);
        // The last block may be short: the rest of the arrays holds values of the block before, which are not used.
        for block in rgba.as_chunks_mut::<4>().0.chunks_mut(BLOCK) {
            for (k, [r, g, b, _]) in block.iter().enumerate().take(BLOCK) {
                let indices = [red[usize::from(*r)], green[usize::from(*g)], blue[usize::from(*b)]];
                first[k] = indices[0].before + indices[1].before + indices[2].before;
                for (offsets, index) in offsets.iter_mut().zip(indices) {
                    offsets[k] = index.offset;
                }
            }
            for k in 0..BLOCK {
                let (low, high) = (offsets[0][k].min(offsets[1][k]), offsets[0][k].max(offsets[1][k]));
                let (farthest, rest) = (high.max(offsets[2][k]), high.min(offsets[2][k]));
                let (middle, nearest) = (low.max(rest), low.min(rest));
                corners[0][k] = first[k];
                corners[1][k] = corners[0][k] + (farthest & 0xffff);
                corners[2][k] = corners[1][k] + (middle & 0xffff);
                corners[3][k] = corners[2][k] + (nearest & 0xffff);
                let [farthest, middle, nearest] = [farthest, middle, nearest].map(|offset| offset >> 16);
                weights[0][k] = (STEP - farthest) | (farthest - middle) << 16;
                weights[1][k] = (middle - nearest) | nearest << 16;
            }
            for (k, pixel) in block.iter_mut().enumerate().take(BLOCK) {
                let corners = corners.each_ref().map(|corner| self.points[corner[k] as usize]);
                let colour = mean(corners, [weights[0][k], weights[1][k]]) & 0x00ff_ffff;
                *pixel = (colour | (u32::from_le_bytes(*pixel) & 0xff00_0000)).to_le_bytes();
            }
        }
    }
}
