//! The code of a filter, in the form that suits what it needs to see of the image.
//!
//! All kernels take and return RGBA8: straight alpha, gamma-coded sRGB, row-major, stride = width × 4. `values` stand in
//! the order of [`Spec::params`](crate::Spec::params) and within their ranges.

use crate::lut::tables::{ToneTables, apply_tables, tone_tables};
use crate::pixel::position::{PixelOrigin, PixelPosition, apply_positional};
use crate::{Cube, Kind, Region, SizeAfter, Window};

/// The code of a filter.
#[derive(Debug, Clone, Copy)]
pub enum Kernel {
    /// Fills one 256-entry table each for red, green and blue.
    ///
    /// Alpha: never seen. Allocations: none.
    Tone(fn(values: &[f64], tables: &mut ToneTables)),
    /// Changes whole RGBA pixels in place, each by its own colour.
    ///
    /// Alpha: left as it is, and no colour depends on it. Allocations: none, or tables of a few kilobytes.
    Colour(fn(values: &[f64], rgba: &mut [u8])),
    /// Changes whole RGBA pixels of one row in place, each by its own colour and its position in the image.
    ///
    /// Alpha: left as it is, and no colour depends on it. Allocations: none, or tables of a few kilobytes.
    Positional(fn(values: &[f64], position: PixelPosition, rgba: &mut [u8])),
    /// Analyses the whole image before it changes any of it.
    ///
    /// Alpha: left as it is, and no colour depends on it. Allocations: the bins and the tables, at most 83 kB.
    Analysed(Analysed),
    /// Computes each pixel from its neighbourhood.
    ///
    /// Alpha: colours are weighted by it (premultiplied), or it is copied unchanged; each file says which. Allocations:
    /// rows of the region, as many as the radius reaches; none as large as the image.
    Neighbourhood(Neighbourhood),
    /// Moves pixels, and may change the image's size.
    ///
    /// Alpha: moved along; where pixels are interpolated, colours are weighted by it. Allocations: none, or a few rows.
    Geometry(Geometry),
    /// Looks the colours of whole RGBA pixels up in place, in a table that came with the recipe.
    ///
    /// Alpha: left as it is, and no colour depends on it. Allocations: none.
    Lut(fn(values: &[f64], cube: &Cube, rgba: &mut [u8])),
}

/// A two-pass filter: it counts all pixels of the image into bins, and then changes each by what the bins say.
///
/// Bins only ever add up, so that rows may be counted in any order and by any number of workers.
#[derive(Debug, Clone, Copy)]
pub struct Analysed {
    /// The number of bins for an image of this size (width, height in pixels). It does not grow with the size: 64
    /// histograms of 256 levels are the most.
    pub bins: fn(values: &[f64], picture: (u32, u32)) -> usize,
    /// Adds the pixels of a run to the bins.
    pub accumulate: fn(values: &[f64], position: PixelPosition, rgba: &[u8], bins: &mut [u32]),
    /// Turns the bins into tables, in whatever form `apply` reads.
    pub finish: Finish,
    /// Changes whole RGBA pixels of one row in place, by these tables.
    pub apply: fn(values: &[f64], tables: &[u8], position: PixelPosition, rgba: &mut [u8]),
}

/// See [`Analysed::finish`].
pub type Finish = fn(values: &[f64], picture: (u32, u32), bins: &[u32]) -> Vec<u8>;

/// A filter that reads neighbouring pixels. Edges are replicated. Each pixel of the result is the same whatever region
/// is asked for.
#[derive(Debug, Clone, Copy)]
pub struct Neighbourhood {
    /// The halo in pixels at this scale: how far from a pixel, across or down, its result may depend on others. Lengths
    /// among the values count pixels at full size, and shrink with the scale: a radius of 10 px at scale 0.5 reads 5.
    pub radius_px: fn(values: &[f64], scale: f64) -> u32,
    /// Writes the pixels of `region`. `source` holds the region and the halo around it, as far as the image has one.
    pub run: fn(values: &[f64], source: &Window, region: Region, out: &mut [u8]),
}

/// A filter that moves pixels, and may change the image's size.
#[derive(Debug, Clone, Copy)]
pub struct Geometry {
    /// The size of the output image, from the size of the input image.
    pub size_after: SizeAfter,
    /// The region of the input image that a region of the output image is computed from.
    pub input_region: fn(values: &[f64], sizes: &Sizes, region: Region) -> Region,
    /// Writes the pixels of `region` of the output image. `source` holds its input region.
    pub run: fn(values: &[f64], sizes: &Sizes, source: &Window, region: Region, out: &mut [u8]),
}

/// The sizes that a geometry filter goes between.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Sizes {
    /// The input image at full size, whose pixels are the unit of lengths among the values.
    pub full: (u32, u32),
    /// The input image at the current scale.
    pub before: (u32, u32),
    /// The output image at the current scale.
    pub after: (u32, u32),
}

impl Kernel {
    /// What a planner may do with it.
    pub const fn kind(&self) -> Kind {
        match self {
            Self::Tone(_) => Kind::Tone,
            Self::Colour(_) => Kind::Colour,
            Self::Positional(_) => Kind::Positional,
            Self::Analysed(_) => Kind::Analysed,
            Self::Neighbourhood(_) => Kind::Neighbourhood,
            Self::Geometry(geometry) => Kind::Geometry(geometry.size_after),
            Self::Lut(_) => Kind::Lut,
        }
    }

    /// Runs this filter alone on a whole image at full size, without tiles, and returns the output image, whose size is
    /// `sizes.after`. Only [`Kernel::Lut`] reads `cube`, and without one it changes nothing. Allocates the output image
    /// where it can't work in place.
    pub fn apply(
        self,
        values: &[f64],
        cube: Option<&Cube>,
        sizes: &Sizes,
        opaque: bool,
        mut rgba: Vec<u8>,
    ) -> Vec<u8> {
        let origin = PixelOrigin::whole(sizes.before.0, sizes.before.1);
        match self {
            Self::Tone(fill) => apply_tables(&tone_tables(fill, values), &mut rgba),
            Self::Colour(run) => run(values, &mut rgba),
            Self::Positional(run) => {
                apply_positional(&origin, 0, &mut rgba, |position, pixels| run(values, position, pixels));
            }
            Self::Lut(run) => cube.into_iter().for_each(|cube| run(values, cube, &mut rgba)),
            Self::Analysed(analysed) => {
                let mut bins = vec![0; (analysed.bins)(values, sizes.before)];
                apply_positional(&origin, 0, &mut rgba, |position, run| {
                    (analysed.accumulate)(values, position, run, &mut bins);
                });
                let tables = (analysed.finish)(values, sizes.before, &bins);
                apply_positional(&origin, 0, &mut rgba, |position, run| {
                    (analysed.apply)(values, &tables, position, run);
                });
            }
            Self::Neighbourhood(area) => {
                let mut out = vec![0; rgba.len()];
                let source = Window::whole(sizes.before, opaque, &rgba);
                (area.run)(values, &source, source.region, &mut out);
                return out;
            }
            Self::Geometry(geometry) => {
                let mut out = vec![0; sizes.after.0 as usize * sizes.after.1 as usize * 4];
                let source = Window::whole(sizes.before, opaque, &rgba);
                (geometry.run)(values, sizes, &source, Region::whole(sizes.after), &mut out);
                return out;
            }
        }
        rgba
    }
}
