//! Why a `.cube` file can't be read.

use std::fmt;

use super::Cube;

/// A reason to refuse a `.cube` file. Display is what may follow the colon of a sentence.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum CubeError {
    /// More text than any table has.
    TooLong(usize),
    /// A line that can't be meant.
    Line {
        /// Which, counted from 1.
        line: usize,
        /// What is wrong with it.
        kind: CubeErrorKind,
    },
    /// Neither of the two sizes is there.
    NoSize,
    /// It ends too early.
    TooFew {
        /// Colours that it has.
        found: usize,
        /// Colours that its size promises.
        promised: usize,
    },
    /// An end of its domain is not above its beginning.
    Domain,
    /// There is no room for this many colours.
    OutOfMemory(usize),
}

/// What is wrong with a line.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum CubeErrorKind {
    /// It begins with a word that the specification does not have.
    Keyword(String),
    /// It should be so many numbers, and is something else.
    Numbers(usize, String),
    /// It should give a size from 2 to this one.
    Size(usize),
    /// A second size.
    SecondSize,
    /// Colours come before the size that says how they are meant.
    BeforeSize,
    /// A colour more than the size promises.
    TooMany(usize),
}

impl std::error::Error for CubeError {}

impl fmt::Display for CubeError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::TooLong(bytes) => write!(f, "it has {bytes} bytes, and {} are the most", Cube::MAX_BYTES),
            Self::Line { line, kind } => write!(f, "line {line} {kind}"),
            Self::NoSize => f.write_str("it has no line LUT_3D_SIZE or LUT_1D_SIZE"),
            Self::TooFew { found, promised } => {
                write!(f, "it has {found} colours, and its size promises {promised}")
            }
            Self::Domain => f.write_str("its DOMAIN_MAX is not above its DOMAIN_MIN"),
            Self::OutOfMemory(colours) => write!(f, "there is no memory for its {colours} colours"),
        }
    }
}

impl fmt::Display for CubeErrorKind {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Keyword(word) => write!(f, "begins with “{word}”, which no .cube file should"),
            Self::Numbers(count, found) => write!(f, "should have {count} numbers and has “{found}”"),
            Self::Size(most) => write!(f, "should give a size from 2 to {most}"),
            Self::SecondSize => f.write_str("gives a second size"),
            Self::BeforeSize => f.write_str("has a colour before there is LUT_3D_SIZE or LUT_1D_SIZE"),
            Self::TooMany(promised) => write!(f, "has a colour more than the {promised} of the size"),
        }
    }
}
