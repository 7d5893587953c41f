//! Look-up tables of `.cube` files, which come with a recipe.
//!
//! A table is a 3D LUT, a grid of colours in the RGB cube (`grid.rs`), or a 1D LUT, one curve for each channel. Entries
//! are integers, so that every machine computes the same bytes: 32nds of a level as an `i16`, which reaches from −1024 to
//! 1023.97 levels.

mod error;
mod grid;
mod parse;
#[cfg(test)]
mod tests;
mod weighted_mean;

use crate::lut::tables::{ToneTables, apply_tables};
use grid::Grid;

pub use error::{CubeError, CubeErrorKind};

/// The look-up table of a `.cube` file: a colour for every colour.
#[derive(Debug, Clone, PartialEq)]
pub struct Cube(LutKind);

#[derive(Debug, Clone, PartialEq)]
enum LutKind {
    Curves(Box<ToneTables>),
    Grid(Grid),
}

/// The colour at a grid point: red, green and blue from the lowest bits up, each an `i16` in 32nds of a level.
type Point = i64;

impl Cube {
    /// Looks up the colours of whole RGBA pixels in place. Alpha is not touched.
    pub fn apply(&self, rgba: &mut [u8]) {
        match &self.0 {
            LutKind::Curves(tables) => apply_tables(tables, rgba),
            LutKind::Grid(grid) => grid.apply(rgba),
        }
    }
}
