//! THE REGISTRY: one line per filter.

use crate::Spec;
use crate::place::{Place, Spot, apply_placed};
use crate::tone::{Tables, apply_tables, tables};

macro_rules! registry {
    ($($module:ident,)*) => {
        $(mod $module;)*

        /// Every filter there is, in the order of the picker.
        pub const SPECS: &[&Spec] = &[$(&$module::SPEC),*];

        /// The code of the filter of this id. Only who calls this links any kernel.
        pub fn kernel(id: &str) -> Option<Kernel> {
            $(if id == $module::SPEC.id { return Some($module::KERNEL); })*
            None
        }
    };
}

registry! {
    brightness,
    contrast,
    exposure,
    gamma,
    levels,
    tone_curve,
    shadows_highlights,
    fade,
    invert,
    posterize,
    solarize,
    grayscale,
    sepia,
    duotone,
    saturation,
    vibrance,
    hue,
    temperature,
    channel_mixer,
    threshold,
    vignette,
    grain,
}

/// The code of a filter, by its kind. Values stand in the order of [`Spec::params`].
#[derive(Debug, Clone, Copy)]
pub enum Kernel {
    /// Fills one 256-entry table each for red, green and blue.
    Tone(fn(values: &[f64], tables: &mut Tables)),
    /// Works in place on whole RGBA pixels.
    Colour(fn(values: &[f64], rgba: &mut [u8])),
    /// Works in place on whole RGBA pixels of one row, knowing where they lie.
    Placed(fn(values: &[f64], spot: Spot, rgba: &mut [u8])),
}

impl Kernel {
    /// Runs this filter alone, in place, on whole RGBA pixels that lie at this place.
    pub fn apply(self, values: &[f64], place: &Place, rgba: &mut [u8]) {
        match self {
            Self::Tone(fill) => apply_tables(&tables(fill, values), rgba),
            Self::Colour(run) => run(values, rgba),
            Self::Placed(run) => apply_placed(run, values, place, 0, rgba),
        }
    }
}
