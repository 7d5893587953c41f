//! Tables of colours that come with a recipe.
//!
//! A table is a grid in the cube of all colours, or one curve for each channel (`grid.rs`, `parse.rs`). In whole
//! numbers, so that every machine finds the same bytes: a point of a table is kept in 32nds of a level, up to four
//! times as far from black as white is, on both sides.

mod error;
mod grid;
mod parse;
#[cfg(test)]
mod tests;
mod weighted_mean;

use crate::lut::tables::{ToneTables, apply_tables};
use grid::Grid;

pub use error::{CubeError, CubeErrorKind};

/// A table that gives a colour for every colour, as a `.cube` file holds it.
#[derive(Debug, Clone, PartialEq)]
pub struct Cube(LutKind);

#[derive(Debug, Clone, PartialEq)]
enum LutKind {
    Curves(Box<ToneTables>),
    Grid(Grid),
}

/// The colour of a point: red, green and blue, each an `i16` in 32nds of a level, from the lowest bits up.
type Point = i64;

impl Cube {
    /// Looks every colour up, in place, on whole RGBA pixels. Alpha is not touched.
    pub fn apply(&self, rgba: &mut [u8]) {
        match &self.0 {
            LutKind::Curves(tables) => apply_tables(tables, rgba),
            LutKind::Grid(grid) => grid.apply(rgba),
        }
    }
}
