//! The cache of intermediate results. With it, moving the last slider of a stack runs only the last filter.

use std::sync::Arc;

use safelight_errors::OutOfMemory;
use safelight_kernels::Region;
use safelight_recipe::{FilterStep, LutCache};

use super::budget::{Budget, Buffer};

/// Images that are kept besides those which the current render needs.
const MAX_IMAGES: usize = 4;
/// Tables of analysed filters that are kept. They are small: some kB each.
const MAX_TABLES: usize = 8;

/// Intermediate images, tables of analysed filters and parsed colour tables of one photo, newest last.
#[derive(Debug, Default)]
pub struct Cache {
    images: Vec<CachedImage>,
    tables: Vec<(Key, Arc<[u8]>)>,
    cubes: LutCache,
    last_recipe: Vec<FilterStep>,
    common_prefix_len: usize,
}

/// What an intermediate result was made from: the size of the scaled photo, and the steps that were applied to it.
#[derive(Debug, Clone, PartialEq)]
pub struct Key {
    pub source_size: (u32, u32),
    pub steps: Vec<FilterStep>,
}

/// A region of an intermediate image, filled from the top.
#[derive(Debug)]
pub struct CachedImage {
    pub key: Key,
    pub region: Region,
    pub rows_done: u32,
    pub pixels: Buffer,
}

impl Cache {
    /// The complete image of this key that contains this region.
    pub fn get(&self, key: &Key, region: Region) -> Option<&CachedImage> {
        self.images.iter().rev().find(|image| {
            image.key == *key && image.rows_done == image.region.height && image.region.contains(region)
        })
    }

    /// Takes the image of exactly this key and region out of the cache, begun or new. [`put`](Self::put) gives it
    /// back. Where memory is short, older images are evicted, except those of the keys `needed`.
    pub fn take_or_create(
        &mut self,
        key: &Key,
        region: Region,
        needed: &[Key],
        budget: &Budget,
    ) -> Result<CachedImage, OutOfMemory> {
        let is_same = |image: &CachedImage| image.key == *key && image.region == region;
        if let Some(index) = self.images.iter().position(is_same) {
            return Ok(self.images.remove(index));
        }
        while self.images.len() >= MAX_IMAGES + needed.len() && self.evict_one(needed) {}
        loop {
            match budget.pixels(region.width, region.height) {
                Ok(pixels) => return Ok(CachedImage { key: key.clone(), region, rows_done: 0, pixels }),
                Err(error) if !self.evict_one(needed) => return Err(error),
                Err(_) => {}
            }
        }
    }

    /// Adds an image as the newest.
    pub fn put(&mut self, image: CachedImage) {
        self.images.push(image);
    }

    /// How many of the key's first steps each complete image covers, longest first.
    pub fn cached_prefix_lens(&self, key: &Key) -> Vec<usize> {
        let is_prefix = |image: &&CachedImage| {
            image.key.source_size == key.source_size
                && key.steps.starts_with(&image.key.steps)
                && image.rows_done == image.region.height
        };
        let mut lengths: Vec<_> =
            self.images.iter().filter(is_prefix).map(|image| image.key.steps.len()).collect();
        lengths.sort_unstable_by(|a, b| b.cmp(a));
        lengths.dedup();
        lengths
    }

    /// Colour tables that have been parsed.
    pub fn cubes(&mut self) -> &mut LutCache {
        &mut self.cubes
    }

    /// Notes the recipe that is rendered now, for [`common_prefix_len`](Self::common_prefix_len).
    pub fn note_recipe(&mut self, steps: &[FilterStep]) {
        if self.last_recipe != steps {
            let pairs = self.last_recipe.iter().zip(steps);
            self.common_prefix_len = pairs.take_while(|(old, new)| old == new).count();
            self.last_recipe = steps.to_vec();
        }
    }

    /// Length of the common prefix of the two most recent distinct recipes, in steps. The image up to there is worth
    /// keeping.
    pub fn common_prefix_len(&self) -> usize {
        self.common_prefix_len
    }

    /// The tables of the analysed filter that is the key's last step.
    pub fn tables(&self, key: &Key) -> Option<Arc<[u8]>> {
        self.tables.iter().find(|(of, _)| of == key).map(|(_, tables)| tables.clone())
    }

    /// Adds the tables of the analysed filter that is the key's last step.
    pub fn put_tables(&mut self, key: Key, tables: Vec<u8>) {
        if self.tables.len() == MAX_TABLES {
            self.tables.remove(0);
        }
        self.tables.push((key, tables.into()));
    }

    /// Evicts the oldest images until the rest holds at most this many bytes.
    pub fn shrink_to(&mut self, bytes: usize) {
        while self.images.iter().map(|image| image.pixels.len()).sum::<usize>() > bytes {
            self.images.remove(0);
        }
    }

    fn evict_one(&mut self, needed: &[Key]) -> bool {
        let oldest = self.images.iter().position(|image| !needed.contains(&image.key));
        oldest.map(|index| self.images.remove(index)).is_some()
    }
}
