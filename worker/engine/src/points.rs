//! What works on single pixels: runs of neighbouring filters over one chunk after another.

use std::sync::Arc;

use safelight_kernels::{Cube, Place, Spot, Tables, apply_placed, apply_tables, compose};

/// Pixels that all filters work on before the next ones come: few enough to stay in the nearest cache.
const CHUNK_BYTES: usize = 4096 * 4;

/// Filters that run back to back. Neighbouring tone filters have become one table, and memory is walked once
/// however many there are.
#[derive(Debug, Default)]
pub struct Points(Vec<Point>);

/// One of them.
#[derive(Debug)]
pub enum Point {
    Tone(Box<Tables>),
    Colour(fn(&[f64], &mut [u8]), Vec<f64>),
    Placed(fn(&[f64], Spot, &mut [u8]), Vec<f64>),
    Lut(fn(&[f64], &Cube, &mut [u8]), Vec<f64>, Arc<Cube>),
}

/// The second half of a measured filter: what it does with what it found.
#[derive(Debug, Clone, Copy)]
pub struct Found<'a> {
    pub apply: fn(&[f64], &[u8], Spot, &mut [u8]),
    pub values: &'a [f64],
    pub tables: &'a [u8],
}

impl Points {
    /// Puts one more behind the others.
    pub fn push(&mut self, point: Point) {
        if let (Point::Tone(then), Some(Point::Tone(before))) = (&point, self.0.last_mut()) {
            **before = compose(before, then);
        } else {
            self.0.push(point);
        }
    }

    /// How often each pixel is touched.
    pub fn len(&self) -> usize {
        self.0.len()
    }

    /// Runs everything, in place, over whole RGBA pixels that lie at this place; what was found comes first.
    pub fn run(&self, found: Option<Found>, place: &Place, rgba: &mut [u8]) {
        if self.0.is_empty() && found.is_none() {
            return;
        }
        for (index, chunk) in rgba.chunks_mut(CHUNK_BYTES).enumerate() {
            let before = index * CHUNK_BYTES / 4;
            if let Some(Found { apply, values, tables }) = found {
                apply_placed(place, before, chunk, |spot, pixels| apply(values, tables, spot, pixels));
            }
            for point in &self.0 {
                match point {
                    Point::Tone(tables) => apply_tables(tables, chunk),
                    Point::Colour(run, values) => run(values, chunk),
                    Point::Placed(run, values) => {
                        apply_placed(place, before, chunk, |spot, pixels| run(values, spot, pixels));
                    }
                    Point::Lut(run, values, cube) => run(values, cube, chunk),
                }
            }
        }
    }
}
