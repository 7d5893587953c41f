//! What was made on the way to a picture and may be needed again: so that moving the last slider of a stack runs
//! the last filter.

use std::sync::Arc;

use safelight_kernels::Region;
use safelight_recipe::{FilterStep, LutCache};

use crate::memory::budget::{Budget, Buffer, OutOfMemory};

/// Pictures kept besides those that the rendering at hand works with.
const MAX_PICTURES: usize = 4;
/// What measured filters found; small.
const MAX_FINDINGS: usize = 8;

/// Half-made pictures and findings, newest last.
#[derive(Debug, Default)]
pub struct Cache {
    pictures: Vec<Developed>,
    findings: Vec<(Key, Arc<[u8]>)>,
    cubes: LutCache,
    wanted: Vec<FilterStep>,
    unchanged: usize,
}

/// What was done to which picture: the photo's size at the scale at hand, and the steps.
#[derive(Debug, Clone, PartialEq)]
pub struct Key {
    pub source: (u32, u32),
    pub steps: Vec<FilterStep>,
}

/// A region of a half-made picture, filled from the top.
#[derive(Debug)]
pub struct Developed {
    pub key: Key,
    pub region: Region,
    pub rows_done: u32,
    pub pixels: Buffer,
}

impl Cache {
    /// The picture of this key, if it holds this region completely.
    pub fn get(&self, key: &Key, region: Region) -> Option<&Developed> {
        self.pictures.iter().rev().find(|picture| {
            picture.key == *key
                && picture.rows_done == picture.region.height
                && picture.region.contains(region)
        })
    }

    /// Takes out the picture to be filled further: one that was begun, or a new one. It comes back by
    /// [`put`](Self::put). Where memory is short, older pictures go, except those of `needed`.
    pub fn take(
        &mut self,
        key: &Key,
        region: Region,
        needed: &[Key],
        budget: &Budget,
    ) -> Result<Developed, OutOfMemory> {
        let begun = |picture: &Developed| picture.key == *key && picture.region == region;
        if let Some(index) = self.pictures.iter().position(begun) {
            return Ok(self.pictures.remove(index));
        }
        while self.pictures.len() >= MAX_PICTURES + needed.len() && self.forget_one(needed) {}
        loop {
            match budget.pixels(region.width, region.height) {
                Ok(pixels) => return Ok(Developed { key: key.clone(), region, rows_done: 0, pixels }),
                Err(error) if !self.forget_one(needed) => return Err(error),
                Err(_) => {}
            }
        }
    }

    /// Keeps a picture.
    pub fn put(&mut self, picture: Developed) {
        self.pictures.push(picture);
    }

    /// Keys of complete pictures that lead to these steps, longest first.
    pub fn prefixes(&self, of: &Key) -> Vec<usize> {
        let leads = |picture: &&Developed| {
            picture.key.source == of.source
                && of.steps.starts_with(&picture.key.steps)
                && picture.rows_done == picture.region.height
        };
        let mut lengths: Vec<_> =
            self.pictures.iter().filter(leads).map(|picture| picture.key.steps.len()).collect();
        lengths.sort_unstable_by(|a, b| b.cmp(a));
        lengths.dedup();
        lengths
    }

    /// Tables of colours that were read.
    pub fn cubes(&mut self) -> &mut LutCache {
        &mut self.cubes
    }

    /// Hears of the steps that are wanted now.
    pub fn wanted(&mut self, steps: &[FilterStep]) {
        if self.wanted != steps {
            self.unchanged = self.wanted.iter().zip(steps).take_while(|(old, new)| old == new).count();
            self.wanted = steps.to_vec();
        }
    }

    /// How many steps the newest wish shares with the one before it that was another.
    pub fn unchanged(&self) -> usize {
        self.unchanged
    }

    /// What was found for the last of these steps.
    pub fn finding(&self, key: &Key) -> Option<Arc<[u8]>> {
        self.findings.iter().find(|(of, _)| of == key).map(|(_, tables)| tables.clone())
    }

    /// Keeps a finding.
    pub fn found(&mut self, key: Key, tables: Vec<u8>) {
        if self.findings.len() == MAX_FINDINGS {
            self.findings.remove(0);
        }
        self.findings.push((key, tables.into()));
    }

    /// Forgets pictures until they hold at most so many bytes together, oldest first.
    pub fn shrink_to(&mut self, bytes: usize) {
        while self.pictures.iter().map(|picture| picture.pixels.len()).sum::<usize>() > bytes {
            self.pictures.remove(0);
        }
    }

    fn forget_one(&mut self, needed: &[Key]) -> bool {
        let oldest = self.pictures.iter().position(|picture| !needed.contains(&picture.key));
        oldest.map(|index| self.pictures.remove(index)).is_some()
    }
}
