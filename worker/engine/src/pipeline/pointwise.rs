//! Point operations: filters that need only the pixel itself, run one after another over chunks that fit the L1
//! cache.

use std::sync::Arc;

use safelight_kernels::{
    Cube, PixelOrigin, PixelPosition, ToneTables, apply_positional, apply_tables, compose_tables,
};

use super::opacity::Opacity;

/// Bytes of one chunk: 4096 RGBA pixels, 16 kB. All operations run over one chunk before the next.
const CHUNK_BYTES: usize = 4096 * 4;

/// Point operations that run in order over the same pixels. Neighbouring tone filters are composed into one table,
/// so memory is walked once however many there are.
#[derive(Debug, Default)]
pub struct PointwiseChain(Vec<(PointOp, Opacity)>);

/// One point operation with the values of its parameters, in the order of the filter's spec.
#[derive(Debug)]
pub enum PointOp {
    Tone(Box<ToneTables>),
    Colour(fn(&[f64], &mut [u8]), Vec<f64>),
    Positional(fn(&[f64], PixelPosition, &mut [u8]), Vec<f64>),
    Lut(fn(&[f64], &Cube, &mut [u8]), Vec<f64>, Arc<Cube>),
}

/// The second half of an analysed filter: a point operation that uses the tables which its analysis has made.
#[derive(Debug, Clone, Copy)]
pub struct TableOp<'a> {
    pub apply: fn(&[f64], &[u8], PixelPosition, &mut [u8]),
    pub values: &'a [f64],
    pub tables: &'a [u8],
    pub opacity: Opacity,
}

impl PointwiseChain {
    /// Adds an operation at the end.
    pub fn push(&mut self, op: PointOp, opacity: Opacity) {
        let PointOp::Tone(mut tables) = op else { return self.0.push((op, opacity)) };
        opacity.blend_tables(&mut tables);
        if let Some((PointOp::Tone(before), _)) = self.0.last_mut() {
            **before = compose_tables(before, &tables);
        } else {
            self.0.push((PointOp::Tone(tables), Opacity::FULL));
        }
    }

    /// The number of operations per pixel, after tone filters have been composed.
    pub fn len(&self) -> usize {
        self.0.len()
    }

    /// Runs `table_op`, then the chain, in place over whole RGBA pixels that start at `origin`.
    pub fn run(&self, table_op: Option<TableOp>, origin: &PixelOrigin, rgba: &mut [u8]) {
        if self.0.is_empty() && table_op.is_none() {
            return;
        }
        let mut input = Vec::new();
        for (index, chunk) in rgba.chunks_mut(CHUNK_BYTES).enumerate() {
            let first_pixel = index * CHUNK_BYTES / 4;
            if let Some(TableOp { apply, values, tables, opacity }) = table_op {
                run_blended(opacity, &mut input, chunk, |chunk| {
                    apply_positional(origin, first_pixel, chunk, |position, pixels| {
                        apply(values, tables, position, pixels);
                    });
                });
            }
            for (op, opacity) in &self.0 {
                run_blended(*opacity, &mut input, chunk, |chunk| op.run(origin, first_pixel, chunk));
            }
        }
    }
}

impl PointOp {
    /// Runs over one chunk, whose first pixel is number `first_pixel` from `origin` on.
    fn run(&self, origin: &PixelOrigin, first_pixel: usize, chunk: &mut [u8]) {
        match self {
            Self::Tone(tables) => apply_tables(tables, chunk),
            Self::Colour(run, values) => run(values, chunk),
            Self::Positional(run, values) => {
                apply_positional(origin, first_pixel, chunk, |position, pixels| {
                    run(values, position, pixels);
                });
            }
            Self::Lut(run, values, cube) => run(values, cube, chunk),
        }
    }
}

/// Runs an operation over a chunk and blends the result over its input. `input` is scratch memory.
fn run_blended(opacity: Opacity, input: &mut Vec<u8>, chunk: &mut [u8], run: impl FnOnce(&mut [u8])) {
    if opacity == Opacity::FULL {
        return run(chunk);
    }
    input.clear();
    input.extend_from_slice(chunk);
    run(chunk);
    opacity.blend_channels(input, chunk);
}
