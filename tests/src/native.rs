//! The engine run natively: the pixels that the page should show and save.

use std::fmt::Write;

use png::{ColorType, Transformations};
use safelight_engine::{OpenImage, Progress, Region, View, scaled_size};
use safelight_recipe::{FilterStep, Recipe};
use sha2::{Digest, Sha256};

/// An image: RGBA8, straight alpha, rows without gaps, sRGB.
#[derive(Clone, PartialEq, Eq)]
pub struct TestImage {
    /// Width in pixels.
    pub width: u32,
    /// Height in pixels.
    pub height: u32,
    /// The pixels.
    pub rgba: Vec<u8>,
}

/// A photo that is open in the native engine.
#[derive(Debug)]
pub struct NativeImage {
    image: OpenImage,
}

impl NativeImage {
    /// Opens a file.
    ///
    /// # Panics
    /// When the engine can't: the tests open only photos here.
    pub fn open(file: &[u8]) -> Self {
        Self { image: OpenImage::open(file).expect("a photo") }
    }

    /// Width and height in pixels.
    pub fn size(&self) -> (u32, u32) {
        (self.image.width(), self.image.height())
    }

    /// The whole photo at full size under these filters with their defaults.
    pub fn render_full(&mut self, filters: &[&str]) -> TestImage {
        self.render_recipe(&recipe(filters))
    }

    /// The whole photo at full size under a recipe.
    pub fn render_recipe(&mut self, recipe: &Recipe) -> TestImage {
        let (width, height) = recipe.size_after(self.size());
        self.render(recipe, View::whole(width, height))
    }

    /// A view under these filters with their defaults.
    pub fn view(&mut self, filters: &[&str], view: View) -> TestImage {
        self.render(&recipe(filters), view)
    }

    /// A view under a recipe.
    ///
    /// # Panics
    /// When the engine refuses.
    pub fn render(&mut self, recipe: &Recipe, view: View) -> TestImage {
        let mut render = self.image.render(recipe, view).expect("a view of the photo");
        while render.step().expect("the engine has memory") != Progress::Done {}
        TestImage { width: render.width(), height: render.height(), rgba: render.pixels().to_vec() }
    }

    /// The exported file under these filters with their defaults.
    ///
    /// # Panics
    /// When the engine refuses.
    pub fn export_filters(&mut self, filters: &[&str]) -> Vec<u8> {
        self.export_recipe(&recipe(filters))
    }

    /// The exported file under a recipe.
    ///
    /// # Panics
    /// When the engine refuses.
    pub fn export_recipe(&mut self, recipe: &Recipe) -> Vec<u8> {
        let mut file = Vec::new();
        let mut export = self.image.export(recipe).expect("an export can begin");
        while export.step(&mut |bytes| file.extend_from_slice(bytes)).expect("the engine has memory")
            != Progress::Done
        {}
        file
    }

    /// The view of the whole photo at the scale that gives it this size in pixels, or `None` if no scale does. One side
    /// fills the canvas area and thereby gives the scale; the other follows.
    pub fn view_that_fits(&self, recipe: &Recipe, shown: (u32, u32)) -> Option<View> {
        let (width, height) = recipe.size_after(self.size());
        let scales = [f64::from(shown.0) / f64::from(width), f64::from(shown.1) / f64::from(height)];
        let scale = scales.into_iter().find(|scale| scaled_size(width, height, *scale) == shown)?;
        Some(View { scale, region: Region { x: 0, y: 0, width: shown.0, height: shown.1 } })
    }
}

impl TestImage {
    /// Decodes a PNG with another decoder than the engine's.
    ///
    /// # Panics
    /// When the file is no PNG.
    pub fn of_png(file: &[u8]) -> Self {
        let mut decoder = png::Decoder::new(std::io::Cursor::new(file));
        decoder.set_transformations(Transformations::normalize_to_color8() | Transformations::ALPHA);
        let mut reader = decoder.read_info().expect("a PNG");
        let mut rgba = vec![0; reader.output_buffer_size().expect("a PNG that fits")];
        let info = reader.next_frame(&mut rgba).expect("a whole PNG");
        assert_eq!(info.color_type, ColorType::Rgba, "only coloured PNGs are expected here");
        Self { width: info.width, height: info.height, rgba }
    }

    /// The colour at a position: red, green, blue, alpha.
    pub fn at(&self, x: u32, y: u32) -> [u8; 4] {
        let at = (y as usize * self.width as usize + x as usize) * 4;
        [self.rgba[at], self.rgba[at + 1], self.rgba[at + 2], self.rgba[at + 3]]
    }

    /// The SHA-256 digest of the pixels, hexadecimal.
    pub fn digest(&self) -> String {
        digest(&self.rgba)
    }

    /// The difference in words, or `None` if the two are equal byte for byte.
    pub fn difference(&self, expected: &Self) -> Option<String> {
        if (self.width, self.height) != (expected.width, expected.height) {
            return Some(format!("{self:?} instead of {expected:?}"));
        }
        let pixels = || self.rgba.chunks_exact(4).zip(expected.rgba.chunks_exact(4)).enumerate();
        let (first, (got, wanted)) = pixels().find(|(_, (got, wanted))| got != wanted)?;
        let count = pixels().filter(|(_, (got, wanted))| got != wanted).count();
        let (x, y) = (first % self.width as usize, first / self.width as usize);
        Some(format!(
            "{count} pixels of {self:?} differ; the first at {x}, {y}: {got:?} instead of {wanted:?}"
        ))
    }
}

impl std::fmt::Debug for TestImage {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "an image of {} × {}", self.width, self.height)
    }
}

/// A recipe of these filters with their defaults.
pub fn recipe(filters: &[&str]) -> Recipe {
    Recipe::new(filters.iter().copied().map(FilterStep::new).collect())
}

/// The SHA-256 digest of bytes, hexadecimal.
pub fn digest(bytes: &[u8]) -> String {
    Sha256::digest(bytes).iter().fold(String::new(), |mut text, byte| {
        let _ = write!(text, "{byte:02x}");
        text
    })
}
