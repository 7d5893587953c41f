//! The code of filters, by their kind. Values stand in the order of [`Spec::params`](crate::Spec::params).

use crate::lut::tables::{ToneTables, apply_tables, tone_tables};
use crate::pixel::position::{PixelOrigin, PixelPosition, apply_positional};
use crate::{Cube, Kind, Region, SizeAfter, Window};

/// The code of a filter.
#[derive(Debug, Clone, Copy)]
pub enum Kernel {
    /// Fills one 256-entry table each for red, green and blue.
    Tone(fn(values: &[f64], tables: &mut ToneTables)),
    /// Works in place on whole RGBA pixels.
    Colour(fn(values: &[f64], rgba: &mut [u8])),
    /// Works in place on whole RGBA pixels of one row, knowing where they lie.
    Positional(fn(values: &[f64], position: PixelPosition, rgba: &mut [u8])),
    /// Counts first, see [`Analysed`].
    Analysed(Analysed),
    /// Reads neighbours, see [`Neighbourhood`].
    Neighbourhood(Neighbourhood),
    /// Moves pixels, see [`Geometry`].
    Geometry(Geometry),
    /// Works in place on whole RGBA pixels, by a table that came with the recipe.
    Lut(fn(values: &[f64], cube: &Cube, rgba: &mut [u8])),
}

/// A filter that measures the whole picture before it changes any of it.
///
/// Counters only ever add up, so that rows may be counted in any order and by any number of workers.
#[derive(Debug, Clone, Copy)]
pub struct Analysed {
    /// How many counters it needs for a picture of this size: few, whatever the size.
    pub bins: fn(values: &[f64], picture: (u32, u32)) -> usize,
    /// Adds the pixels of a run to the counters.
    pub accumulate: fn(values: &[f64], position: PixelPosition, rgba: &[u8], bins: &mut [u32]),
    /// What follows from the counts: tables, of whatever form `apply` reads.
    pub finish: Finish,
    /// Works in place on whole RGBA pixels of one row, by these tables.
    pub apply: fn(values: &[f64], tables: &[u8], position: PixelPosition, rgba: &mut [u8]),
}

/// See [`Analysed::finish`].
pub type Finish = fn(values: &[f64], picture: (u32, u32), bins: &[u32]) -> Vec<u8>;

/// A filter that reads neighbours. Edges are replicated. Each pixel of the result is the same whatever region it
/// is asked for with.
#[derive(Debug, Clone, Copy)]
pub struct Neighbourhood {
    /// How far from a pixel, across or down, its result may depend on others, in pixels at this scale. Lengths
    /// among the values count pixels at full size, and shrink with the scale.
    pub radius_px: fn(values: &[f64], scale: f64) -> u32,
    /// Writes the pixels of `region`, a part of the picture that `source` holds with all within reach around it.
    pub run: fn(values: &[f64], source: &Window, region: Region, out: &mut [u8]),
}

/// A filter that moves pixels, and may change the picture's size ([`Kind::Geometry`](crate::Kind::Geometry)).
#[derive(Debug, Clone, Copy)]
pub struct Geometry {
    /// The size of the picture after, from the size before.
    pub size_after: SizeAfter,
    /// The part of the picture before that a region of the picture after is made of.
    pub input_region: fn(values: &[f64], sizes: &Sizes, region: Region) -> Region,
    /// Writes the pixels of a region of the picture after, from a window that holds what it needs.
    pub run: fn(values: &[f64], sizes: &Sizes, source: &Window, region: Region, out: &mut [u8]),
}

/// The sizes that a geometry filter goes between.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Sizes {
    /// The picture before at full size, which is what lengths among the values count.
    pub full: (u32, u32),
    /// The picture before, at the scale at hand.
    pub before: (u32, u32),
    /// The picture after, at the scale at hand.
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

    /// Runs this filter alone on a whole picture at full size, in the plainest way: the picture after and its
    /// size. A table of colours is only needed by [`Kernel::Lut`], which does nothing without one.
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
