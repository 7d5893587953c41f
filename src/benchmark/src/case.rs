//! The cases of the benchmark, image sizes, and implementations.

use serde::{Deserialize, Serialize};

/// A case that every implementation can do.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum BenchmarkCase {
    /// Grayscale.
    Grayscale,
    /// Invert.
    Invert,
    /// Sepia.
    Sepia,
    /// A box blur of 17 × 17 pixels.
    Blur,
    /// Eight filters, one after another.
    Eight,
}

/// One filter of a stack. Parameters that are not named have their defaults.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Filter {
    /// Its id in the registry.
    pub id: &'static str,
    /// Values of parameters by their ids.
    pub values: &'static [(&'static str, f64)],
}

/// Sizes of images.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum ImageSize {
    /// 960 × 540.
    Half,
    /// 1920 × 1080.
    Two,
    /// 3840 × 2160.
    Eight,
    /// 6000 × 4000.
    TwentyFour,
}

/// Implementations of the same cases.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Implementation {
    /// JavaScript as one writes it. The others are compared with it.
    Plain,
    /// JavaScript written for speed.
    Tuned,
    /// `ctx.filter`.
    Browser,
    /// The engine without SIMD.
    Wasm,
    /// The engine as the worker runs it.
    Simd,
}

impl BenchmarkCase {
    /// All of them, in the order of the page.
    pub const ALL: [Self; 5] = [Self::Grayscale, Self::Invert, Self::Sepia, Self::Blur, Self::Eight];

    /// The name on the page.
    pub fn name(self) -> &'static str {
        match self {
            Self::Grayscale => "Grayscale",
            Self::Invert => "Invert",
            Self::Sepia => "Sepia",
            Self::Blur => "Blur",
            Self::Eight => "Eight filters",
        }
    }

    /// The filters of the registry for it. `baselines.js` has the same numbers. The outputs are compared before anything
    /// is timed.
    pub const fn stack(self) -> &'static [Filter] {
        match self {
            Self::Grayscale => const { &[Filter::plain("grayscale")] },
            Self::Invert => const { &[Filter::plain("invert")] },
            Self::Sepia => const { &[Filter::plain("sepia")] },
            Self::Blur => &[Filter { id: "box-blur", values: &[("radius_px", 8.0)] }],
            Self::Eight => EIGHT,
        }
    }

    /// The value of `ctx.filter` for it.
    pub fn ctx_filter(self) -> &'static str {
        match self {
            Self::Grayscale => "grayscale(1)",
            Self::Invert => "invert(1)",
            Self::Sepia => "sepia(1)",
            // It has no box blur; this Gaussian one spreads as much.
            Self::Blur => "blur(4.9px)",
            Self::Eight => {
                "brightness(1.1) contrast(1.15) saturate(1.2) hue-rotate(12deg) invert(1) sepia(1) \
                 brightness(0.9) contrast(1.1)"
            }
        }
    }

    /// What `ctx.filter` does instead, as far as is known.
    pub fn browser_does(self) -> Option<&'static str> {
        match self {
            Self::Grayscale => {
                Some("The browser's grayscale weighs colours by BT.709, all others by BT.601.")
            }
            Self::Invert | Self::Sepia => None,
            Self::Blur => Some("The browser's blur is a Gaussian one, and fades at the edges."),
            Self::Eight => Some("The browser rounds differently at each of the eight, which adds up."),
        }
    }

    /// Two sentences that explain the result.
    pub fn why(self) -> &'static str {
        match self {
            Self::Grayscale => {
                "Each pixel takes three multiplications in whole numbers, which SIMD does for several at once. \
                 JavaScript does one at a time, and has to ask again and again whether its numbers are still whole."
            }
            Self::Invert => {
                "There is next to nothing to compute, so what takes the time is reading and writing memory. \
                 JavaScript that takes whole words does that as well as WASM, and is spared the copy in and out."
            }
            Self::Sepia => {
                "Nine multiplications and three limits a pixel are enough work to tell the ways apart. \
                 WASM knows the types of its numbers before it runs; JavaScript finds them out while it runs."
            }
            Self::Blur => {
                "JavaScript and WASM keep sums that slide along, so that a larger blur takes no longer. What WASM \
                 adds is SIMD, which takes several channels at once, and rows that stay in the cache."
            }
            Self::Eight => {
                "A plain loop for each filter walks through all of memory eight times. The engine makes one table \
                 of neighbouring filters where it can, and does all of them on a few rows before it goes on."
            }
        }
    }
}

const EIGHT: &[Filter] = &[
    Filter { id: "brightness", values: &[("amount", 10.0)] },
    Filter { id: "contrast", values: &[("amount", 15.0)] },
    Filter { id: "saturation", values: &[("amount", 20.0)] },
    Filter { id: "hue", values: &[("angle_deg", 12.0)] },
    Filter::plain("invert"),
    Filter::plain("sepia"),
    Filter { id: "brightness", values: &[("amount", -10.0)] },
    Filter { id: "contrast", values: &[("amount", 10.0)] },
];

impl Filter {
    /// With its defaults.
    pub const fn plain(id: &'static str) -> Self {
        Self { id, values: &[] }
    }
}

impl ImageSize {
    /// All of them, smallest first.
    pub const ALL: [Self; 4] = [Self::Half, Self::Two, Self::Eight, Self::TwentyFour];

    /// Pixels across and down.
    pub fn px(self) -> (u32, u32) {
        match self {
            Self::Half => (960, 540),
            Self::Two => (1920, 1080),
            Self::Eight => (3840, 2160),
            Self::TwentyFour => (6000, 4000),
        }
    }

    /// Megapixels, roughly.
    pub fn name(self) -> &'static str {
        match self {
            Self::Half => "0.5",
            Self::Two => "2",
            Self::Eight => "8",
            Self::TwentyFour => "24",
        }
    }
}

impl Implementation {
    /// All of them, in the order of the page.
    pub const ALL: [Self; 5] = [Self::Plain, Self::Tuned, Self::Browser, Self::Wasm, Self::Simd];

    /// The name on the page.
    pub fn name(self) -> &'static str {
        match self {
            Self::Plain => "JavaScript",
            Self::Tuned => "JavaScript, tuned",
            Self::Browser => "Browser filter",
            Self::Wasm => "WASM",
            Self::Simd => "WASM, SIMD",
        }
    }

    /// What it is, in a few words.
    pub fn detail(self) -> &'static str {
        match self {
            Self::Plain => "plain loop",
            Self::Tuned => "whole words, tables, one pass",
            Self::Browser => "ctx.filter on a canvas",
            Self::Wasm | Self::Simd => "one worker",
        }
    }
}

#[cfg(test)]
mod tests {
    use safelight_kernels::spec;

    use super::*;

    #[test]
    fn the_registry_has_every_filter_and_setting() {
        for filter in BenchmarkCase::ALL.iter().flat_map(|work| work.stack()) {
            let spec = spec(filter.id).unwrap_or_else(|| panic!("no {}", filter.id));
            for (id, value) in filter.values {
                let param = spec.params.iter().find(|param| param.id == *id);
                let range = param.map(|param| param.min..=param.max);
                assert!(range.is_some_and(|range| range.contains(value)), "{} {id} {value}", filter.id);
            }
        }
        assert_eq!(BenchmarkCase::Eight.stack().len(), 8);
    }
}
