//! Why a `.cube` file can't be read.

use std::fmt;

use super::Cube;

/// A reason to refuse a `.cube` file. `Display` completes a sentence after its colon.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum CubeError {
    /// The text has so many bytes, more than [`Cube::MAX_BYTES`].
    TooLong(usize),
    /// A line is invalid.
    Line {
        /// Its number, counted from 1.
        line: usize,
        /// What is wrong with it.
        kind: CubeErrorKind,
    },
    /// Neither `LUT_3D_SIZE` nor `LUT_1D_SIZE` is there.
    NoSize,
    /// The file ends before its last colour.
    TooFew {
        /// Number of colours in the file.
        found: usize,
        /// Number of colours that its size asks for.
        promised: usize,
    },
    /// A channel's `DOMAIN_MAX` is not above its `DOMAIN_MIN`.
    Domain,
    /// Memory for this many colours could not be allocated.
    OutOfMemory(usize),
}

/// What is wrong with a line.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum CubeErrorKind {
    /// It begins with a keyword that the specification does not have.
    Keyword(String),
    /// It should be this many numbers, and is this text instead.
    Numbers(usize, String),
    /// It should give a size from 2 to this one.
    Size(usize),
    /// It gives a second size.
    SecondSize,
    /// It has a colour before the file's size is known.
    BeforeSize,
    /// It has a colour beyond this number, which the size asks for.
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
