//! One open photo and everything that is kept in memory for it.

pub mod export;
pub mod render;

use export::Export;
use render::Render;
use safelight_errors::{OpenError, OutOfMemory, RenderError};
use safelight_recipe::Recipe;

use crate::View;
use crate::decode::{self, types::DecodedImage};
use crate::image::scaled_source::ScaledSource;
use crate::memory::budget::{Budget, Buffer};
use crate::memory::cache::Cache;

/// The least bytes of intermediate images that the cache keeps between requests, 64 MiB. For a larger photo it keeps
/// as many bytes as the photo has.
const MIN_CACHE_BYTES: usize = 64 << 20;

/// One open photo: its pixels as RGBA8 with straight alpha, scaled images of it, cached intermediate images, and the
/// buffer that renders write to.
#[derive(Debug)]
pub struct OpenImage {
    source: ScaledSource,
    cache: Cache,
    /// The output of renders. It is kept here and not in [`Render`], so that moving a slider allocates nothing.
    output: Buffer,
    budget: Budget,
}

impl OpenImage {
    /// Decodes a PNG or JPEG file and applies its Exif orientation.
    ///
    /// # Errors
    /// Those of [`read_header`](crate::read_header); [`OpenError::Truncated`] and [`OpenError::Damaged`] for pixels
    /// that cannot be decoded; and [`OpenError::Memory`].
    pub fn open(file: &[u8]) -> Result<Self, OpenError> {
        let budget = Budget::default();
        let source = ScaledSource::new(decode::decode(file, &budget)?);
        let output = budget.buffer(0)?;
        Ok(Self { source, cache: Cache::default(), output, budget })
    }

    /// An image of width × height pixels that `paint` makes: it gets all of them as transparent black, and writes
    /// RGBA8 with straight alpha.
    ///
    /// # Errors
    /// [`OutOfMemory`] when the pixels do not fit.
    pub fn from_pixels(width: u32, height: u32, paint: impl FnOnce(&mut [u8])) -> Result<Self, OutOfMemory> {
        let budget = Budget::default();
        let mut pixels = budget.pixels(width, height)?;
        paint(&mut pixels);
        let has_alpha = pixels.as_chunks::<4>().0.iter().any(|pixel| pixel[3] != 255);
        let source = ScaledSource::new(DecodedImage { width, height, has_alpha, pixels });
        let output = budget.buffer(0)?;
        Ok(Self { source, cache: Cache::default(), output, budget })
    }

    /// The photo's pixels, RGBA8 with straight alpha.
    pub fn pixels(&self) -> &[u8] {
        &self.source.photo.pixels
    }

    /// Empties the cache, so that the next render starts from the photo.
    pub fn clear_cache(&mut self) {
        self.cache = Cache::default();
    }

    /// Width of the photo in pixels.
    pub fn width(&self) -> u32 {
        self.source.photo.width
    }

    /// Height of the photo in pixels.
    pub fn height(&self) -> u32 {
        self.source.photo.height
    }

    /// Whether any pixel is not opaque.
    pub fn has_alpha(&self) -> bool {
        self.source.photo.has_alpha
    }

    /// Starts to render a view of the recipe's result.
    ///
    /// # Errors
    /// [`RenderError::Scale`] and [`RenderError::EmptyRegion`] for a view without pixels, [`RenderError::Recipe`],
    /// [`RenderError::TooLarge`] and [`RenderError::Memory`].
    pub fn render(&mut self, recipe: &Recipe, view: View) -> Result<Render<'_>, RenderError> {
        self.trim_cache();
        Render::new(self, recipe, view)
    }

    /// Starts to write the recipe's result at full size as a PNG.
    ///
    /// # Errors
    /// [`RenderError::Recipe`], [`RenderError::TooLarge`], [`RenderError::Memory`] and [`RenderError::Encode`].
    pub fn export(&mut self, recipe: &Recipe) -> Result<Export<'_>, RenderError> {
        self.trim_cache();
        Export::new(self, recipe)
    }

    /// Evicts the intermediate images of an export, each as large as the photo.
    fn trim_cache(&mut self) {
        self.cache.shrink_to(self.source.photo.pixels.len().max(MIN_CACHE_BYTES));
    }
}
