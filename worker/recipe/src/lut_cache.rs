//! A cache of parsed `.cube` files.

use std::sync::Arc;

use safelight_kernels::{Cube, CubeError};

/// The most recently used look-up tables, by the text of their `.cube` files. A recipe arrives with every move of a
/// slider, and parsing a large file takes longer than rendering a view.
#[derive(Debug, Clone, Default)]
pub struct LutCache {
    /// The most recently used table is first.
    read: Vec<(Arc<str>, Arc<Cube>)>,
}

/// The most tables in the cache. With its text the largest takes 84 MB, most take about 1 MB.
const KEPT: usize = 4;

impl LutCache {
    /// The look-up table of this text, which is parsed only if it is not in the cache.
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
