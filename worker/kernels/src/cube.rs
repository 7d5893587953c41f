//! Tables of colours that come with a recipe.

/// A table that gives a colour for every colour.
#[derive(Debug, Clone, PartialEq)]
pub struct Cube {}
