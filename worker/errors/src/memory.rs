//! Running out of memory.

use std::fmt;

use serde::{Deserialize, Serialize};

/// An image-sized buffer could not be allocated.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct OutOfMemory {
    /// The size of that buffer.
    pub bytes: usize,
}

impl OutOfMemory {
    /// The size in MB, rounded up.
    pub fn megabytes(self) -> usize {
        self.bytes.div_ceil(1_000_000)
    }
}

impl std::error::Error for OutOfMemory {}

impl fmt::Display for OutOfMemory {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let megabytes = self.megabytes();
        write!(f, "There is not enough memory: {megabytes} MB more are needed. Closing other tabs may help.")
    }
}
