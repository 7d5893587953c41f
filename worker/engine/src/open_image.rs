//! One open photo and everything kept for it.

pub mod export;
pub mod render;

use safelight_recipe::Recipe;

use crate::decode::{self, Photo};
use crate::image::scaled_source::Source;
use crate::memory::budget::{Budget, Buffer, OutOfMemory};
use crate::memory::cache::Cache;
use crate::{Export, OpenError, Render, RenderError, View};

/// Bytes of half-made pictures that are kept for a small photo; for a large one, as many as it has itself.
const KEPT_BYTES: usize = 64 << 20;

/// One open photo: its pixels as RGBA8 with straight alpha, scaled copies of them, half-made pictures that may be
/// needed again, and the buffer that pictures are rendered into.
#[derive(Debug)]
pub struct Darkroom {
    pub(crate) source: Source,
    pub(crate) cache: Cache,
    /// Lives here and not in [`Render`], so that moving a slider allocates nothing.
    pub(crate) output: Buffer,
    pub(crate) budget: Budget,
}

impl Darkroom {
    /// Decodes a file, the right way up.
    ///
    /// # Errors
    /// As [`probe`](crate::probe), and when the pixels are not all there.
    pub fn open(file: &[u8]) -> Result<Self, OpenError> {
        let budget = Budget::default();
        let source = Source::new(decode::decode(file, &budget)?);
        let output = budget.buffer(0)?;
        Ok(Self { source, cache: Cache::default(), output, budget })
    }

    /// Takes pixels that need no decoding: `paint` gets all of them, RGBA8 and transparent black, and writes RGBA8
    /// with straight alpha.
    ///
    /// # Errors
    /// When there is too little memory.
    pub fn of_pixels(width: u32, height: u32, paint: impl FnOnce(&mut [u8])) -> Result<Self, OutOfMemory> {
        let budget = Budget::default();
        let mut pixels = budget.pixels(width, height)?;
        paint(&mut pixels);
        let has_alpha = pixels.as_chunks::<4>().0.iter().any(|pixel| pixel[3] != 255);
        let source = Source::new(Photo { width, height, has_alpha, pixels });
        let output = budget.buffer(0)?;
        Ok(Self { source, cache: Cache::default(), output, budget })
    }

    /// The photo's pixels, RGBA8 with straight alpha.
    pub fn pixels(&self) -> &[u8] {
        &self.source.photo.pixels
    }

    /// Forgets what is kept to make the next picture sooner.
    pub fn forget(&mut self) {
        self.cache = Cache::default();
    }

    /// Pixels of the photo across.
    pub fn width(&self) -> u32 {
        self.source.photo.width
    }

    /// Pixels of the photo down.
    pub fn height(&self) -> u32 {
        self.source.photo.height
    }

    /// Whether any pixel is not opaque.
    pub fn has_alpha(&self) -> bool {
        self.source.photo.has_alpha
    }

    /// Begins to make the pixels of a region at a scale.
    ///
    /// # Errors
    /// A recipe that cannot be followed, an absurd view, or too little memory.
    pub fn render(&mut self, recipe: &Recipe, view: View) -> Result<Render<'_>, RenderError> {
        self.tidy();
        Render::new(self, recipe, view)
    }

    /// Begins to write everything at full size as a PNG.
    ///
    /// # Errors
    /// A recipe that cannot be followed, or too little memory.
    pub fn export(&mut self, recipe: &Recipe) -> Result<Export<'_>, RenderError> {
        self.tidy();
        Export::new(self, recipe)
    }

    /// Half-made pictures of an export are as large as the photo; they are not kept for ever.
    fn tidy(&mut self) {
        self.cache.shrink_to(self.source.photo.pixels.len().max(KEPT_BYTES));
    }
}
