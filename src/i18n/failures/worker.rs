//! Failures of the worker in words. Every variant has its text, so a new one does not compile without.

use safelight_errors::{
    FileKind, MAX_MEGAPIXELS, OpenError, OutOfMemory, RenderError, UnsupportedFeature, megapixels,
};
use safelight_kernels::{Cube, CubeError, CubeErrorKind, SPECS, Spec, spec};
use safelight_protocol::Failure;
use safelight_recipe::{MAX_CUBE_BYTES, MAX_STEPS, RecipeError, VERSION};

use crate::i18n::{
    de, en,
    failures::texts::FailureTexts,
    language::{Language, now},
    number::shown,
};

/// The sentence of a failure, in the current language.
pub fn failure(failure: &Failure) -> String {
    let texts = match now() {
        Language::English => &en::failures::FAILURES,
        Language::German => &de::failures::FAILURES,
    };
    match failure {
        Failure::Open(error) => open_error(texts, error),
        Failure::Render(error) => render_error(texts, error),
        Failure::NoBuffer => texts.no_buffer.to_owned(),
        Failure::NoPhoto => texts.no_photo.to_owned(),
    }
}

fn open_error(texts: &FailureTexts, error: &OpenError) -> String {
    let open = &texts.open;
    match error {
        OpenError::Empty => open.empty.to_owned(),
        OpenError::NotAPhoto(Some(kind)) => open.not_a_photo.fill([file_kind(texts, *kind)]),
        OpenError::NotAPhoto(None) => open.unknown_file.to_owned(),
        OpenError::NoPixels => open.no_pixels.to_owned(),
        OpenError::TooLarge { width, height } => {
            let [width, height, megapixels, most] = size(texts, *width, *height);
            open.too_large.fill([&width, &height, &megapixels, &most])
        }
        OpenError::Truncated => open.truncated.to_owned(),
        OpenError::Damaged(_) => open.damaged.to_owned(),
        OpenError::Unsupported(feature) => open.unsupported.fill([&unsupported(texts, feature)]),
        OpenError::Memory(error) => out_of_memory(texts, *error),
    }
}

fn file_kind(texts: &FailureTexts, kind: FileKind) -> &'static str {
    let kinds = &texts.open.kinds;
    match kind {
        FileKind::Avif => kinds.avif,
        FileKind::Bmp => kinds.bmp,
        FileKind::CameraRaw => kinds.camera_raw,
        FileKind::Gif => kinds.gif,
        FileKind::Gzip => kinds.gzip,
        FileKind::Heic => kinds.heic,
        FileKind::Icon => kinds.icon,
        FileKind::Jpeg2000 => kinds.jpeg_2000,
        FileKind::JpegXl => kinds.jpeg_xl,
        FileKind::Pdf => kinds.pdf,
        FileKind::Photoshop => kinds.photoshop,
        FileKind::Sound => kinds.sound,
        FileKind::Svg => kinds.svg,
        FileKind::Text => kinds.text,
        FileKind::Tiff => kinds.tiff,
        FileKind::Video => kinds.video,
        FileKind::WebAssembly => kinds.web_assembly,
        FileKind::WebP => kinds.web_p,
        FileKind::WebPage => kinds.web_page,
        FileKind::Zip => kinds.zip,
    }
}

fn unsupported(texts: &FailureTexts, feature: &UnsupportedFeature) -> String {
    let features = &texts.open.features;
    match feature {
        UnsupportedFeature::LosslessJpeg => features.lossless_jpeg.to_owned(),
        UnsupportedFeature::HierarchicalJpeg => features.hierarchical_jpeg.to_owned(),
        UnsupportedFeature::ArithmeticJpeg => features.arithmetic_jpeg.to_owned(),
        UnsupportedFeature::JpegBits(bits) => features.jpeg_bits.fill([&bits.to_string()]),
        UnsupportedFeature::JpegScans(scans) => features.jpeg_scans.fill([&scans.to_string()]),
        UnsupportedFeature::JpegScheme(scheme) => features.jpeg_scheme.fill([scheme]),
        UnsupportedFeature::ExcessData => features.excess_data.to_owned(),
    }
}

fn render_error(texts: &FailureTexts, error: &RenderError) -> String {
    let render = &texts.render;
    match error {
        RenderError::Recipe(error) => recipe_error(texts, error),
        RenderError::Scale(scale) => render.scale.fill([&shown(*scale, 2)]),
        RenderError::EmptyRegion => render.empty_region.to_owned(),
        RenderError::TooLarge { width, height } => {
            let [width, height, megapixels, most] = size(texts, *width, *height);
            render.too_large.fill([&width, &height, &megapixels, &most])
        }
        RenderError::Memory(error) => out_of_memory(texts, *error),
        RenderError::Encode(_) => render.encode.to_owned(),
    }
}

fn recipe_error(texts: &FailureTexts, error: &RecipeError) -> String {
    let recipe = &texts.recipe;
    // People count steps from 1.
    let number = |step: &usize| (step + 1).to_string();
    match error {
        RecipeError::Version(found) => recipe.version.fill([&found.to_string(), &VERSION.to_string()]),
        RecipeError::TooManySteps(found) => {
            recipe.too_many_steps.fill([&found.to_string(), &MAX_STEPS.to_string()])
        }
        RecipeError::UnknownFilter { step, filter } => {
            let known: Vec<_> = SPECS.iter().map(|spec| spec.id).collect();
            recipe.unknown_filter.fill([&number(step), filter, &known.join(", ")])
        }
        RecipeError::UnknownValue { step, filter, value } => {
            let known = spec(filter).map(Spec::known_settings).unwrap_or_default();
            if known.is_empty() {
                recipe.no_settings.fill([&number(step), value, filter])
            } else {
                recipe.unknown_value.fill([&number(step), value, filter, &known])
            }
        }
        RecipeError::NotFinite { step, filter, value } => {
            recipe.not_finite.fill([&number(step), value, filter])
        }
        RecipeError::CubeNotUsed { step, filter } => recipe.cube_not_used.fill([&number(step), filter]),
        RecipeError::Cube { step, error } => recipe.cube.fill([&number(step), &cube_error(texts, error)]),
        RecipeError::CubesTooLong(found) => {
            recipe.cubes_too_long.fill([&found.to_string(), &MAX_CUBE_BYTES.to_string()])
        }
    }
}

fn cube_error(texts: &FailureTexts, error: &CubeError) -> String {
    let cube = &texts.cube;
    match error {
        CubeError::TooLong(bytes) => cube.too_long.fill([&bytes.to_string(), &Cube::MAX_BYTES.to_string()]),
        CubeError::Line { line, kind } => {
            let what = match kind {
                CubeErrorKind::Keyword(word) => cube.keyword.fill([word]),
                CubeErrorKind::Numbers(count, found) => cube.numbers.fill([&count.to_string(), found]),
                CubeErrorKind::Size(most) => cube.size.fill([&most.to_string()]),
                CubeErrorKind::SecondSize => cube.second_size.to_owned(),
                CubeErrorKind::BeforeSize => cube.before_size.to_owned(),
                CubeErrorKind::TooMany(promised) => cube.too_many.fill([&promised.to_string()]),
            };
            cube.line.fill([&line.to_string(), &what])
        }
        CubeError::NoSize => cube.no_size.to_owned(),
        CubeError::TooFew { found, promised } => {
            cube.too_few.fill([&found.to_string(), &promised.to_string()])
        }
        CubeError::Domain => cube.domain.to_owned(),
        CubeError::OutOfMemory(colours) => cube.out_of_memory.fill([&colours.to_string()]),
    }
}

fn out_of_memory(texts: &FailureTexts, error: OutOfMemory) -> String {
    texts.out_of_memory.fill([&error.megabytes().to_string()])
}

/// Width, height, megapixels and the most megapixels, as text.
fn size(texts: &FailureTexts, width: u32, height: u32) -> [String; 4] {
    let millions = grouped(megapixels(width, height), texts.thousands_mark);
    [width.to_string(), height.to_string(), millions, MAX_MEGAPIXELS.to_string()]
}

/// A number with a mark between groups of three digits: `3,600`.
fn grouped(number: u64, mark: &str) -> String {
    let digits = number.to_string();
    let mut text = String::new();
    for (index, digit) in digits.chars().enumerate() {
        if index > 0 && (digits.len() - index).is_multiple_of(3) {
            text.push_str(mark);
        }
        text.push(digit);
    }
    text
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;

    const KINDS: [FileKind; 20] = [
        FileKind::Avif,
        FileKind::Bmp,
        FileKind::CameraRaw,
        FileKind::Gif,
        FileKind::Gzip,
        FileKind::Heic,
        FileKind::Icon,
        FileKind::Jpeg2000,
        FileKind::JpegXl,
        FileKind::Pdf,
        FileKind::Photoshop,
        FileKind::Sound,
        FileKind::Svg,
        FileKind::Text,
        FileKind::Tiff,
        FileKind::Video,
        FileKind::WebAssembly,
        FileKind::WebP,
        FileKind::WebPage,
        FileKind::Zip,
    ];

    fn open_errors() -> Vec<OpenError> {
        let mut errors = vec![
            OpenError::Empty,
            OpenError::NotAPhoto(None),
            OpenError::NoPixels,
            OpenError::TooLarge { width: 60_000, height: 60_001 },
            OpenError::Truncated,
            OpenError::Damaged("marker 0xff".to_owned()),
            OpenError::Memory(OutOfMemory { bytes: 512_000_001 }),
        ];
        errors.extend(KINDS.map(|kind| OpenError::NotAPhoto(Some(kind))));
        let features = [
            UnsupportedFeature::LosslessJpeg,
            UnsupportedFeature::HierarchicalJpeg,
            UnsupportedFeature::ArithmeticJpeg,
            UnsupportedFeature::JpegBits(12),
            UnsupportedFeature::JpegScans(65),
            UnsupportedFeature::JpegScheme("Lossless".to_owned()),
            UnsupportedFeature::ExcessData,
        ];
        errors.extend(features.map(OpenError::Unsupported));
        errors
    }

    fn render_errors() -> Vec<RenderError> {
        let filter = || "levels".to_owned();
        let line = |kind| CubeError::Line { line: 7, kind };
        let cubes = [
            CubeError::TooLong(70_000_000),
            line(CubeErrorKind::Keyword("LUT_4D_SIZE".to_owned())),
            line(CubeErrorKind::Numbers(3, "1 1 one".to_owned())),
            line(CubeErrorKind::Size(256)),
            line(CubeErrorKind::SecondSize),
            line(CubeErrorKind::BeforeSize),
            line(CubeErrorKind::TooMany(8)),
            CubeError::NoSize,
            CubeError::TooFew { found: 7, promised: 8 },
            CubeError::Domain,
            CubeError::OutOfMemory(4096),
        ];
        let mut recipes = vec![
            RecipeError::Version(9),
            RecipeError::TooManySteps(999),
            RecipeError::UnknownFilter { step: 0, filter: "magic".to_owned() },
            RecipeError::UnknownValue { step: 1, filter: filter(), value: "whyte".to_owned() },
            RecipeError::UnknownValue { step: 1, filter: "sepia".to_owned(), value: "amount".to_owned() },
            RecipeError::NotFinite { step: 2, filter: filter(), value: "white".to_owned() },
            RecipeError::CubeNotUsed { step: 3, filter: filter() },
            RecipeError::CubesTooLong(200_000_000),
        ];
        recipes.extend(cubes.map(|error| RecipeError::Cube { step: 0, error }));
        let mut errors = vec![
            RenderError::Scale(1.25),
            RenderError::EmptyRegion,
            RenderError::TooLarge { width: 20_000, height: 10_000 },
            RenderError::Memory(OutOfMemory { bytes: 1 }),
            RenderError::Encode("i/o".to_owned()),
        ];
        errors.extend(recipes.into_iter().map(RenderError::Recipe));
        errors
    }

    #[test]
    fn english_sentences_are_those_of_the_command_line() {
        let texts = &en::failures::FAILURES;
        for error in open_errors() {
            assert_eq!(open_error(texts, &error), error.to_string());
        }
        for error in render_errors() {
            assert_eq!(render_error(texts, &error), error.to_string());
        }
    }

    #[test]
    fn german_sentences_are_whole_distinct_and_not_english() {
        let texts = &de::failures::FAILURES;
        let mut german = vec![texts.no_buffer.to_owned(), texts.no_photo.to_owned()];
        german.extend(open_errors().iter().map(|error| open_error(texts, error)));
        german.extend(render_errors().iter().map(|error| render_error(texts, error)));
        let english: BTreeSet<_> = open_errors()
            .iter()
            .map(ToString::to_string)
            .chain(render_errors().iter().map(ToString::to_string))
            .collect();
        for sentence in &german {
            assert!(sentence.ends_with('.') && !sentence.contains('{'), "{sentence}");
            assert!(!english.contains(sentence), "{sentence}");
        }
        // The two kinds of memory error differ only by their number.
        assert_eq!(german.iter().collect::<BTreeSet<_>>().len(), german.len());
    }

    #[test]
    fn numbers_are_grouped_as_the_language_does() {
        let error = OpenError::TooLarge { width: 60_000, height: 60_000 };
        assert_eq!(
            open_error(&de::failures::FAILURES, &error),
            "Das Bild hat 60000 × 60000 Pixel (3.600 Megapixel); Safelight öffnet bis zu 128 Megapixel."
        );
        assert_eq!(grouped(1_234_567, ","), "1,234,567");
    }
}
