//! A grid of points in the cube of all colours.
//!
//! Between points the colour is a mean of four of them, the corners of the tetrahedron that it lies in: from the
//! point at or below it go along the channel that has come farthest to the next one, then along the second, then
//! along the third. Greys of a grid that keeps greys stay grey, which they don't when eight points are mixed.

use super::Point;
use super::weighted_mean::mean;

/// Points with equal distances, red fastest.
#[derive(Debug, Clone, PartialEq)]
pub struct Grid {
    pub points: Vec<Point>,
    pub axes: Box<[[GridIndex; 256]; 3]>,
}

/// Where a level of a channel lies in a grid.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct GridIndex {
    /// How many points come before the one at or below it.
    before: u32,
    /// How far it is from there, in the upper half, and how many points come before the next one of this channel.
    /// Sorting such words by how far they are sorts the channels too.
    offset: u32,
}

/// From a point to the next one, as places count it.
const STEP: u32 = 1 << 14;

/// Pixels that are worked on together, stage by stage, so that what is calculated becomes SIMD.
const BLOCK: usize = 64;

impl GridIndex {
    /// So many steps of a channel from black, which has `side` points with `between` of all points from one to the
    /// next.
    pub fn new(steps: f64, side: usize, between: usize) -> Self {
        // The last point is the far end of a step.
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
        // What a short block leaves over from the one before is calculated again and not looked at.
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
