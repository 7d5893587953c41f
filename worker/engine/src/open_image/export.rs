//! An export: the result at full size, encoded as PNG band by band.

use std::cell::RefCell;
use std::io;
use std::ops::Range;
use std::rc::Rc;

use png::{BitDepth, ColorType, Compression, Encoder, EncodingError, StreamWriter};
use safelight_errors::RenderError;
use safelight_recipe::Recipe;

use super::OpenImage;
use super::render::Progress;
use crate::memory::budget::Buffer;
use crate::pipeline::PipelineRun;

/// Pixels that are compressed at a time: a few milliseconds of work.
const CHUNK_PIXELS: usize = 1 << 17;
/// Bytes of one IDAT chunk.
const IDAT_BYTES: usize = 1 << 16;

/// A PNG being written. Dropping it stops it.
pub struct Export<'a> {
    image: &'a mut OpenImage,
    run: PipelineRun,
    /// The rows of one band. The encoder takes them chunk by chunk, so the whole result is never in memory.
    band: Buffer,
    /// The rows in `band` that are not encoded yet.
    pending_rows: Range<u32>,
    /// The row of the result that `band` starts with.
    band_start: u32,
    /// None once the last byte is written.
    encoder: Option<StreamWriter<'static, PngSink>>,
    sink: PngSink,
}

impl<'a> Export<'a> {
    pub(super) fn new(image: &'a mut OpenImage, recipe: &Recipe) -> Result<Self, RenderError> {
        let OpenImage { source, cache, budget, .. } = &mut *image;
        let run = PipelineRun::new(recipe, 1.0, None, source, cache, budget)?;
        let (width, height) = run.output_size();
        let band = budget.pixels(width, run.output_band_rows(0).end)?;
        let sink = PngSink::default();
        let mut encoder = Encoder::new(sink.clone(), width, height);
        encoder.set_color(if image.has_alpha() { ColorType::Rgba } else { ColorType::Rgb });
        encoder.set_depth(BitDepth::Eight);
        // The next level of the png crate is about ten times slower, and makes photos only a few per cent smaller.
        encoder.set_compression(Compression::Fast);
        let writer = encoder.write_header().map_err(encode_error)?;
        let encoder = writer.into_stream_writer_with_size(IDAT_BYTES).map_err(encode_error)?;
        Ok(Self { image, run, band, pending_rows: 0..0, band_start: 0, encoder: Some(encoder), sink })
    }

    /// Does one band of work and passes the bytes of the file that came of it to `write`, in order.
    ///
    /// # Errors
    /// [`RenderError::Encode`] when the encoder fails, and [`RenderError::Memory`].
    pub fn step(&mut self, write: &mut dyn FnMut(&[u8])) -> Result<Progress, RenderError> {
        if self.encoder.is_none() {
            return Ok(Progress::Done);
        }
        let OpenImage { source, cache, budget, .. } = &mut *self.image;
        if self.run.prepare(source, cache, budget)? {
            return Ok(self.pending());
        }
        let row_bytes = self.run.output_size().0 as usize * 4;
        if self.pending_rows.is_empty() {
            self.pending_rows = self.run.output_band_rows(self.pending_rows.end);
            self.band_start = self.pending_rows.start;
            let band = &mut self.band[..self.pending_rows.len() * row_bytes];
            self.run.render_band(self.pending_rows.clone(), source, cache, band);
        }
        self.encode_chunk(row_bytes)?;
        let mut bytes = self.sink.0.borrow_mut();
        if !bytes.is_empty() {
            write(&bytes);
            bytes.clear();
        }
        drop(bytes);
        Ok(if self.encoder.is_none() { Progress::Done } else { self.pending() })
    }

    /// Encodes the next chunk of the pending rows.
    fn encode_chunk(&mut self, row_bytes: usize) -> Result<(), RenderError> {
        let rows = (CHUNK_PIXELS * 4 / row_bytes).clamp(1, self.pending_rows.len());
        let start = (self.pending_rows.start - self.band_start) as usize * row_bytes;
        let chunk = &mut self.band[start..][..rows * row_bytes];
        self.pending_rows.start += rows as u32;
        let samples = if self.image.has_alpha() { &*chunk } else { rgba_to_rgb(chunk) };
        let Some(mut encoder) = self.encoder.take() else { return Ok(()) };
        io::Write::write_all(&mut encoder, samples).map_err(encode_error)?;
        if self.pending_rows.start == self.run.output_size().1 {
            encoder.finish().map_err(encode_error)?;
        } else {
            self.encoder = Some(encoder);
        }
        Ok(())
    }

    fn pending(&self) -> Progress {
        Progress::Pending { fraction: self.run.fraction_done() }
    }
}

/// Drops the alpha samples, in place. Returns the RGB bytes.
fn rgba_to_rgb(rgba: &mut [u8]) -> &[u8] {
    let pixels = rgba.len() / 4;
    for pixel in 1..pixels {
        for channel in 0..3 {
            rgba[pixel * 3 + channel] = rgba[pixel * 4 + channel];
        }
    }
    &rgba[..pixels * 3]
}

fn encode_error(error: impl Into<EncodingError>) -> RenderError {
    RenderError::Encode(error.into().to_string())
}

/// The bytes that the encoder has written since the last step.
#[derive(Debug, Clone, Default)]
struct PngSink(Rc<RefCell<Vec<u8>>>);

impl io::Write for PngSink {
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
            .field("run", &self.run)
            .field("pending_rows", &self.pending_rows)
            .finish_non_exhaustive()
    }
}
