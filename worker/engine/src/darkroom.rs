//! One open photo and everything kept for it.

use safelight_recipe::Recipe;

use crate::budget::{Budget, Buffer};
use crate::decode::{self, Photo};
use crate::scale::ScaledCopies;
use crate::{Export, OpenError, Render, RenderError, View};

/// One open photo: its pixels as RGBA8 with straight alpha, scaled copies of them, and the buffer that
/// pictures are rendered into.
#[derive(Debug)]
pub struct Darkroom {
    pub(crate) photo: Photo,
    pub(crate) copies: ScaledCopies,
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
        let photo = decode::decode(file, &budget)?;
        let output = budget.buffer(0)?;
        Ok(Self { photo, copies: ScaledCopies::default(), output, budget })
    }

    /// Pixels across.
    pub fn width(&self) -> u32 {
        self.photo.width
    }

    /// Pixels down.
    pub fn height(&self) -> u32 {
        self.photo.height
    }

    /// Whether any pixel is not opaque.
    pub fn has_alpha(&self) -> bool {
        self.photo.has_alpha
    }

    /// Begins to make the pixels of a region at a scale.
    ///
    /// # Errors
    /// A recipe that cannot be followed, an absurd view, or too little memory.
    pub fn render(&mut self, recipe: &Recipe, view: View) -> Result<Render<'_>, RenderError> {
        Render::new(self, recipe, view)
    }

    /// Begins to write everything at full size as a PNG.
    ///
    /// # Errors
    /// A recipe that cannot be followed, or too little memory.
    pub fn export(&mut self, recipe: &Recipe) -> Result<Export<'_>, RenderError> {
        Export::new(self, recipe)
    }
}
