//! Tables of colours that were read before.

use std::sync::Arc;

use safelight_kernels::{Cube, CubeError};

/// Keeps what `.cube` files were read to: a recipe comes again with every move of a slider, and reading a large file
/// takes longer than all else that is done for a view.
#[derive(Debug, Clone, Default)]
pub struct LutCache {
    /// The one that was asked for last is first.
    read: Vec<(Arc<str>, Arc<Cube>)>,
}

/// The most that are kept, which take up to 75 MB each, but mostly one.
const KEPT: usize = 4;

impl LutCache {
    /// What this text says, read anew only if it is none of the last few.
    ///
    /// # Errors
    /// As [`Cube::parse`].
    pub fn get(&mut self, text: &Arc<str>) -> Result<Arc<Cube>, CubeError> {
        let entry = match self.read.iter().position(|(read, _)| read == text) {
            Some(index) => self.read.remove(index),
            None => (text.clone(), Arc::new(Cube::parse(text)?)),
        };
        let cube = entry.1.clone();
        self.read.truncate(KEPT - 1);
        self.read.insert(0, entry);
        Ok(cube)
    }
}
