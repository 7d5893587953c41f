//! From an open photo to the bytes of a PNG, band by band.

use std::cell::RefCell;
use std::io;
use std::ops::Range;
use std::rc::Rc;

use png::{BitDepth, ColorType, Compression, Encoder, EncodingError, StreamWriter};
use safelight_recipe::Recipe;

use super::render::Step;
use crate::memory::budget::Buffer;
use crate::pipeline::Develop;
use crate::{Darkroom, RenderError};

/// Pixels that are compressed at a time: a few milliseconds.
const PIECE_PIXELS: usize = 1 << 17;
/// Bytes of one IDAT chunk.
const IDAT_BYTES: usize = 1 << 16;

/// A PNG being written. Dropping it stops it.
pub struct Export<'a> {
    room: &'a mut Darkroom,
    develop: Develop,
    /// The rows in work; the encoder takes them one piece after another, so the picture never stands in memory.
    band: Buffer,
    /// Those that stand in `band` and are not yet written.
    waiting: Range<u32>,
    /// Where `band` begins.
    first: u32,
    /// None once the last byte is out.
    encoder: Option<StreamWriter<'static, Outlet>>,
    outlet: Outlet,
}

impl<'a> Export<'a> {
    pub(crate) fn new(room: &'a mut Darkroom, recipe: &Recipe) -> Result<Self, RenderError> {
        let Darkroom { source, cache, budget, .. } = &mut *room;
        let develop = Develop::new(recipe, 1.0, None, source, cache, budget)?;
        let (width, height) = develop.size();
        let band = budget.pixels(width, develop.result_rows_from(0).end)?;
        let outlet = Outlet::default();
        let mut encoder = Encoder::new(outlet.clone(), width, height);
        encoder.set_color(if room.has_alpha() { ColorType::Rgba } else { ColorType::Rgb });
        encoder.set_depth(BitDepth::Eight);
        // Of the levels that png has, this is the one whose time a person does not wait for; the next
        // one is about ten times slower and makes photos a few per cent smaller.
        encoder.set_compression(Compression::Fast);
        let encoder = encoder.write_header()?.into_stream_writer_with_size(IDAT_BYTES)?;
        Ok(Self { room, develop, band, waiting: 0..0, first: 0, encoder: Some(encoder), outlet })
    }

    /// Does one band of work and gives what bytes came of it to `sink`, in order.
    ///
    /// # Errors
    /// When the encoder refuses, or memory is short.
    pub fn step(&mut self, sink: &mut dyn FnMut(&[u8])) -> Result<Step, RenderError> {
        if self.encoder.is_none() {
            return Ok(Step::Done);
        }
        let Darkroom { source, cache, budget, .. } = &mut *self.room;
        if self.develop.prepare(source, cache, budget)? {
            return Ok(Step::More { done: self.develop.done() });
        }
        let row_bytes = self.develop.size().0 as usize * 4;
        if self.waiting.is_empty() {
            self.waiting = self.develop.result_rows_from(self.waiting.end);
            self.first = self.waiting.start;
            let band = &mut self.band[..self.waiting.len() * row_bytes];
            self.develop.band(self.waiting.clone(), source, cache, band);
        }
        self.write(row_bytes)?;
        let mut bytes = self.outlet.0.borrow_mut();
        if !bytes.is_empty() {
            sink(&bytes);
            bytes.clear();
        }
        Ok(if self.encoder.is_none() { Step::Done } else { Step::More { done: self.develop.done() } })
    }

    /// Compresses one piece of the rows that wait.
    fn write(&mut self, row_bytes: usize) -> Result<(), RenderError> {
        let rows = (PIECE_PIXELS * 4 / row_bytes).clamp(1, self.waiting.len());
        let at = (self.waiting.start - self.first) as usize * row_bytes;
        let piece = &mut self.band[at..][..rows * row_bytes];
        self.waiting.start += rows as u32;
        let written = if self.room.has_alpha() { &*piece } else { without_alpha(piece) };
        let Some(mut encoder) = self.encoder.take() else { return Ok(()) };
        io::Write::write_all(&mut encoder, written).map_err(EncodingError::from)?;
        if self.waiting.start == self.develop.size().1 {
            encoder.finish()?;
        } else {
            self.encoder = Some(encoder);
        }
        Ok(())
    }
}

/// Moves the colours of a band together, in place.
fn without_alpha(band: &mut [u8]) -> &[u8] {
    let pixels = band.len() / 4;
    for pixel in 1..pixels {
        for channel in 0..3 {
            band[pixel * 3 + channel] = band[pixel * 4 + channel];
        }
    }
    &band[..pixels * 3]
}

impl From<EncodingError> for RenderError {
    fn from(error: EncodingError) -> Self {
        Self::Encode(error.to_string())
    }
}

/// Where the encoder writes; emptied into the sink after every band.
#[derive(Debug, Clone, Default)]
struct Outlet(Rc<RefCell<Vec<u8>>>);

impl io::Write for Outlet {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.0.borrow_mut().extend_from_slice(bytes);
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

impl std::fmt::Debug for Export<'_> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Export")
            .field("develop", &self.develop)
            .field("waiting", &self.waiting)
            .finish_non_exhaustive()
    }
}
