//! [`CubeError`] for serde, which the kernels do not know.

use safelight_kernels::{CubeError, CubeErrorKind};
use serde::{Deserialize, Serialize};

/// The variants of [`CubeError`]. The compiler checks that they are the same.
#[derive(Serialize, Deserialize)]
#[serde(remote = "CubeError")]
pub(crate) enum CubeErrorSerde {
    TooLong(usize),
    Line {
        line: usize,
        #[serde(with = "CubeErrorKindSerde")]
        kind: CubeErrorKind,
    },
    NoSize,
    TooFew {
        found: usize,
        promised: usize,
    },
    Domain,
    OutOfMemory(usize),
}

/// The variants of [`CubeErrorKind`].
#[derive(Serialize, Deserialize)]
#[serde(remote = "CubeErrorKind")]
enum CubeErrorKindSerde {
    Keyword(String),
    Numbers(usize, String),
    Size(usize),
    SecondSize,
    BeforeSize,
    TooMany(usize),
}
