//! The engine run natively: what the pixels should be.

use png::{ColorType, Transformations};
use safelight_engine::{Darkroom, Region, Step, View, scaled_size};
use safelight_recipe::{FilterStep, Recipe};

/// Pixels, RGBA8, straight alpha.
#[derive(Clone, PartialEq, Eq)]
pub struct Picture {
    /// Pixels across.
    pub width: u32,
    /// Pixels down.
    pub height: u32,
    /// The pixels.
    pub rgba: Vec<u8>,
}

/// A photo as the engine has it outside of any browser.
#[derive(Debug)]
pub struct Native {
    room: Darkroom,
}

impl Native {
    /// Opens a file.
    ///
    /// # Panics
    /// When the engine can't: the tests open only photos here.
    pub fn open(file: &[u8]) -> Self {
        Self { room: Darkroom::open(file).expect("a photo") }
    }

    /// Pixels across and down.
    pub fn size(&self) -> (u32, u32) {
        (self.room.width(), self.room.height())
    }

    /// Everything at full size under these filters with their defaults.
    pub fn whole(&mut self, filters: &[&str]) -> Picture {
        self.whole_of(&recipe(filters))
    }

    /// Everything at full size under a recipe.
    pub fn whole_of(&mut self, recipe: &Recipe) -> Picture {
        let (width, height) = recipe.size_after(self.size());
        self.render(recipe, View::whole(width, height))
    }

    /// A view under these filters with their defaults.
    pub fn view(&mut self, filters: &[&str], view: View) -> Picture {
        self.render(&recipe(filters), view)
    }

    /// A view under a recipe.
    ///
    /// # Panics
    /// When the engine refuses.
    pub fn render(&mut self, recipe: &Recipe, view: View) -> Picture {
        let mut render = self.room.render(recipe, view).expect("a view of the photo");
        while render.step().expect("the engine has memory") != Step::Done {}
        Picture { width: render.width(), height: render.height(), rgba: render.pixels().to_vec() }
    }

    /// The exported file under these filters with their defaults.
    ///
    /// # Panics
    /// When the engine refuses.
    pub fn exported(&mut self, filters: &[&str]) -> Vec<u8> {
        self.exported_recipe(&recipe(filters))
    }

    /// The exported file under a recipe.
    ///
    /// # Panics
    /// When the engine refuses.
    pub fn exported_recipe(&mut self, recipe: &Recipe) -> Vec<u8> {
        let mut file = Vec::new();
        let mut export = self.room.export(recipe).expect("an export can begin");
        while export.step(&mut |bytes| file.extend_from_slice(bytes)).expect("the engine has memory")
            != Step::Done
        {}
        file
    }

    /// All of the picture at the scale that makes it this large. One side is what the room allows, and so
    /// gives the scale; the other follows from it.
    /// Nothing if no scale does: then the screen shows something else than all of the photo.
    pub fn fitted(&self, recipe: &Recipe, shown: (u32, u32)) -> Option<View> {
        let (width, height) = recipe.size_after(self.size());
        let scales = [f64::from(shown.0) / f64::from(width), f64::from(shown.1) / f64::from(height)];
        let scale = scales.into_iter().find(|scale| scaled_size(width, height, *scale) == shown)?;
        Some(View { scale, region: Region { x: 0, y: 0, width: shown.0, height: shown.1 } })
    }
}

impl Picture {
    /// Decodes a PNG with a decoder that is not the engine's.
    ///
    /// # Panics
    /// When it is none.
    pub fn of_png(file: &[u8]) -> Self {
        let mut decoder = png::Decoder::new(std::io::Cursor::new(file));
        decoder.set_transformations(Transformations::normalize_to_color8() | Transformations::ALPHA);
        let mut reader = decoder.read_info().expect("a PNG");
        let mut rgba = vec![0; reader.output_buffer_size().expect("a PNG that fits")];
        let info = reader.next_frame(&mut rgba).expect("a whole PNG");
        assert_eq!(info.color_type, ColorType::Rgba, "only coloured PNGs are expected here");
        Self { width: info.width, height: info.height, rgba }
    }

    /// The colour at a place.
    pub fn at(&self, x: u32, y: u32) -> [u8; 4] {
        let at = (y as usize * self.width as usize + x as usize) * 4;
        [self.rgba[at], self.rgba[at + 1], self.rgba[at + 2], self.rgba[at + 3]]
    }

    /// What differs, in words; nothing if the two are the same byte for byte.
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

impl std::fmt::Debug for Picture {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "a picture of {} × {}", self.width, self.height)
    }
}

/// These filters with their defaults.
pub fn recipe(filters: &[&str]) -> Recipe {
    Recipe::new(filters.iter().copied().map(FilterStep::new).collect())
}
