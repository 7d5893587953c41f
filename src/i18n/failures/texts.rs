//! The texts of failures that the worker reports.

use crate::i18n::template::Template;

/// Sentences for every failure of the worker.
pub struct FailureTexts {
    /// Stands between groups of three digits: `3,600`.
    pub thousands_mark: &'static str,
    /// MB that are missing.
    pub out_of_memory: Template<1>,
    pub no_buffer: &'static str,
    pub no_photo: &'static str,
    pub open: OpenTexts,
    pub render: RenderTexts,
    pub recipe: RecipeTexts,
    pub cube: CubeTexts,
}

/// Sentences for `OpenError`.
pub struct OpenTexts {
    pub empty: &'static str,
    /// What the file is, with its article.
    pub not_a_photo: Template<1>,
    pub unknown_file: &'static str,
    pub no_pixels: &'static str,
    /// Width, height, megapixels, most megapixels.
    pub too_large: Template<4>,
    pub truncated: &'static str,
    pub damaged: &'static str,
    /// A clause of [`UnsupportedTexts`].
    pub unsupported: Template<1>,
    pub kinds: FileKindTexts,
    pub features: UnsupportedTexts,
}

/// Kinds of files with their article, in the nominative.
pub struct FileKindTexts {
    pub avif: &'static str,
    pub bmp: &'static str,
    pub camera_raw: &'static str,
    pub gif: &'static str,
    pub gzip: &'static str,
    pub heic: &'static str,
    pub icon: &'static str,
    pub jpeg_2000: &'static str,
    pub jpeg_xl: &'static str,
    pub pdf: &'static str,
    pub photoshop: &'static str,
    pub sound: &'static str,
    pub svg: &'static str,
    pub text: &'static str,
    pub tiff: &'static str,
    pub video: &'static str,
    pub web_assembly: &'static str,
    pub web_p: &'static str,
    pub web_page: &'static str,
    pub zip: &'static str,
}

/// Clauses for `UnsupportedFeature`.
pub struct UnsupportedTexts {
    pub lossless_jpeg: &'static str,
    pub hierarchical_jpeg: &'static str,
    pub arithmetic_jpeg: &'static str,
    /// Bits per sample.
    pub jpeg_bits: Template<1>,
    /// The number of scans.
    pub jpeg_scans: Template<1>,
    /// The decoder's name for the kind of JPEG.
    pub jpeg_scheme: Template<1>,
    pub excess_data: &'static str,
}

/// Sentences for `RenderError`.
pub struct RenderTexts {
    /// The scale.
    pub scale: Template<1>,
    pub empty_region: &'static str,
    /// Width, height, megapixels, most megapixels.
    pub too_large: Template<4>,
    pub encode: &'static str,
}

/// Sentences for `RecipeError`. Steps are counted from 1.
pub struct RecipeTexts {
    /// The version found, the version known.
    pub version: Template<2>,
    /// The number of steps, the most.
    pub too_many_steps: Template<2>,
    /// Step, filter, known filters.
    pub unknown_filter: Template<3>,
    /// Step, setting, filter, known settings.
    pub unknown_value: Template<4>,
    /// Step, setting, filter.
    pub no_settings: Template<3>,
    /// Step, setting, filter.
    pub not_finite: Template<3>,
    /// Step, filter.
    pub cube_not_used: Template<2>,
    /// Step, a clause of [`CubeTexts`].
    pub cube: Template<2>,
    /// Bytes, most bytes.
    pub cubes_too_long: Template<2>,
}

/// Clauses for `CubeError`.
pub struct CubeTexts {
    /// Bytes, most bytes.
    pub too_long: Template<2>,
    /// The line's number, what is wrong with it.
    pub line: Template<2>,
    pub no_size: &'static str,
    /// Colours found, colours promised.
    pub too_few: Template<2>,
    pub domain: &'static str,
    /// Colours.
    pub out_of_memory: Template<1>,
    /// The word.
    pub keyword: Template<1>,
    /// How many numbers, the text found.
    pub numbers: Template<2>,
    /// The largest size.
    pub size: Template<1>,
    pub second_size: &'static str,
    pub before_size: &'static str,
    /// Colours promised.
    pub too_many: Template<1>,
}
