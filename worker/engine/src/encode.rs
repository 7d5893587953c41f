//! From an open photo to the bytes of a PNG, band by band.

use std::cell::RefCell;
use std::io;
use std::rc::Rc;

use png::{BitDepth, ColorType, Compression, Encoder, EncodingError, StreamWriter};
use safelight_kernels::Place;
use safelight_recipe::Recipe;

use crate::budget::Buffer;
use crate::plan::Plan;
use crate::render::Step;
use crate::{Darkroom, RenderError};

/// Pixels that one band filters and compresses: a few milliseconds of the latter.
const BAND_PIXELS: usize = 1 << 17;
/// Bytes of one IDAT chunk.
const IDAT_BYTES: usize = 1 << 16;

/// A PNG being written. Dropping it stops it.
pub struct Export<'a> {
    room: &'a mut Darkroom,
    plan: Plan,
    /// The rows in work; the encoder takes them at once, so the picture never stands in memory.
    band: Buffer,
    rows_done: usize,
    /// None once the last byte is out.
    encoder: Option<StreamWriter<'static, Outlet>>,
    outlet: Outlet,
}

impl<'a> Export<'a> {
    pub(crate) fn new(room: &'a mut Darkroom, recipe: &Recipe) -> Result<Self, RenderError> {
        let plan = Plan::new(recipe)?;
        let row_bytes = room.width() as usize * 4;
        let band_rows = (BAND_PIXELS / room.width() as usize).clamp(1, room.height() as usize);
        let band = room.budget.buffer(row_bytes * band_rows)?;
        let outlet = Outlet::default();
        let mut encoder = Encoder::new(outlet.clone(), room.width(), room.height());
        encoder.set_color(if room.has_alpha() { ColorType::Rgba } else { ColorType::Rgb });
        encoder.set_depth(BitDepth::Eight);
        // Of the levels that png has, this is the one whose time a person does not wait for; the next
        // one is about ten times slower and makes photos a few per cent smaller.
        encoder.set_compression(Compression::Fast);
        let encoder = encoder.write_header()?.into_stream_writer_with_size(IDAT_BYTES)?;
        Ok(Self { room, plan, band, rows_done: 0, encoder: Some(encoder), outlet })
    }

    /// Does one band of work and gives what bytes came of it to `sink`, in order.
    ///
    /// # Errors
    /// When the encoder refuses.
    pub fn step(&mut self, sink: &mut dyn FnMut(&[u8])) -> Result<Step, RenderError> {
        let Some(mut encoder) = self.encoder.take() else { return Ok(Step::Done) };
        let height = self.room.height() as usize;
        let row_bytes = self.room.width() as usize * 4;
        let rows = (self.band.len() / row_bytes).min(height - self.rows_done);
        let band = &mut self.band[..rows * row_bytes];
        band.copy_from_slice(&self.room.photo.pixels[self.rows_done * row_bytes..][..rows * row_bytes]);
        let whole = Place::whole(self.room.width(), self.room.height());
        self.plan.run(&Place { y: self.rows_done as u32, ..whole }, band);
        let written = if self.room.has_alpha() { &*band } else { without_alpha(band) };
        io::Write::write_all(&mut encoder, written).map_err(EncodingError::from)?;
        self.rows_done += rows;
        let done = self.rows_done == height;
        if done {
            encoder.finish()?;
        } else {
            self.encoder = Some(encoder);
        }
        let mut bytes = self.outlet.0.borrow_mut();
        if !bytes.is_empty() {
            sink(&bytes);
            bytes.clear();
        }
        Ok(if done { Step::Done } else { Step::More { done: self.rows_done as f32 / height as f32 } })
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
            .field("plan", &self.plan)
            .field("rows_done", &self.rows_done)
            .finish_non_exhaustive()
    }
}
