//! What works on single pixels: runs of neighbouring filters over one chunk after another.

use std::sync::Arc;

use safelight_kernels::{
    Cube, PixelOrigin, PixelPosition, ToneTables, apply_positional, apply_tables, compose_tables,
};

use super::opacity::Strength;

/// Pixels that all filters work on before the next ones come: few enough to stay in the nearest cache.
const CHUNK_BYTES: usize = 4096 * 4;

/// Filters that run back to back. Neighbouring tone filters have become one table, and memory is walked once
/// however many there are.
#[derive(Debug, Default)]
pub struct Points(Vec<(Point, Strength)>);

/// One of them.
#[derive(Debug)]
pub enum Point {
    Tone(Box<ToneTables>),
    Colour(fn(&[f64], &mut [u8]), Vec<f64>),
    Positional(fn(&[f64], PixelPosition, &mut [u8]), Vec<f64>),
    Lut(fn(&[f64], &Cube, &mut [u8]), Vec<f64>, Arc<Cube>),
}

/// The second half of a measured filter: what it does with what it found.
#[derive(Debug, Clone, Copy)]
pub struct Found<'a> {
    pub apply: fn(&[f64], &[u8], PixelPosition, &mut [u8]),
    pub values: &'a [f64],
    pub tables: &'a [u8],
    pub strength: Strength,
}

impl Points {
    /// Puts one more behind the others.
    pub fn push(&mut self, point: Point, strength: Strength) {
        let Point::Tone(mut tables) = point else { return self.0.push((point, strength)) };
        strength.mix_tables(&mut tables);
        if let Some((Point::Tone(before), _)) = self.0.last_mut() {
            **before = compose_tables(before, &tables);
        } else {
            self.0.push((Point::Tone(tables), Strength::FULL));
        }
    }

    /// How often each pixel is touched.
    pub fn len(&self) -> usize {
        self.0.len()
    }

    /// Runs everything, in place, over whole RGBA pixels that lie at this place; what was found comes first.
    pub fn run(&self, found: Option<Found>, place: &PixelOrigin, rgba: &mut [u8]) {
        if self.0.is_empty() && found.is_none() {
            return;
        }
        let mut before = Vec::new();
        for (index, chunk) in rgba.chunks_mut(CHUNK_BYTES).enumerate() {
            let first = index * CHUNK_BYTES / 4;
            if let Some(Found { apply, values, tables, strength }) = found {
                mixed(strength, &mut before, chunk, |chunk| {
                    apply_positional(place, first, chunk, |spot, pixels| apply(values, tables, spot, pixels));
                });
            }
            for (point, strength) in &self.0 {
                mixed(*strength, &mut before, chunk, |chunk| point.run(place, first, chunk));
            }
        }
    }
}

impl Point {
    /// Runs it over one chunk, before which so many pixels came.
    fn run(&self, place: &PixelOrigin, first: usize, chunk: &mut [u8]) {
        match self {
            Self::Tone(tables) => apply_tables(tables, chunk),
            Self::Colour(run, values) => run(values, chunk),
            Self::Positional(run, values) => {
                apply_positional(place, first, chunk, |spot, pixels| run(values, spot, pixels));
            }
            Self::Lut(run, values, cube) => run(values, cube, chunk),
        }
    }
}

/// Runs something over a chunk, and mixes it with what was there, for which `before` is the room.
fn mixed(strength: Strength, before: &mut Vec<u8>, chunk: &mut [u8], run: impl FnOnce(&mut [u8])) {
    if strength == Strength::FULL {
        return run(chunk);
    }
    before.clear();
    before.extend_from_slice(chunk);
    run(chunk);
    strength.mix_colours(before, chunk);
}
