//! Laws of every filter of the registry.

use std::collections::{BTreeMap, BTreeSet};

use safelight_kernels::{
    Kernel, Kind, Param, Region, SPECS, Sizes, Spec, TEXTS, Window, compose_tables, kernel, spec, tone_tables,
};
use support::{Picture, cut, in_region, in_scaled_region, whole, whole_with};
#[cfg(target_arch = "wasm32")]
use wasm_bindgen_test::wasm_bindgen_test as test;

mod support;

#[test]
fn a_freshly_added_filter_changes_nothing_if_its_example_is_another() {
    let picture = noise(253, 251);
    for spec in SPECS {
        // A table of colours is chosen later, and a new size has no example: neither is seen in a small picture.
        let is_identity = spec.is_identity_by_default() || matches!(spec.id, "colour-table" | "resize");
        let found = whole_with(spec, &defaults(spec), None, &picture);
        assert_eq!(found == picture, is_identity, "{}", spec.id);
    }
}

#[test]
fn tone_and_colour_leave_alpha_alone_and_do_not_depend_on_it() {
    for (spec, values) in settings() {
        if matches!(spec.kind, Kind::Neighbourhood | Kind::Geometry(_)) {
            continue;
        }
        let mut opaque = noise(64, 64);
        set_alpha(&mut opaque, |_| 255);
        let opaque = whole(spec, &values, &opaque).rgba;
        let mut varied = noise(64, 64);
        set_alpha(&mut varied, |index| index as u8);
        let varied = whole(spec, &values, &varied).rgba;
        for (index, (found, opaque)) in varied.chunks(4).zip(opaque.chunks(4)).enumerate() {
            assert_eq!(found[3], index as u8, "{}: alpha of pixel {index}", spec.id);
            assert_eq!(found[..3], opaque[..3], "{}: colour of pixel {index}", spec.id);
        }
    }
}

/// Telling a filter that the image is opaque may make it faster, but may not change a byte.
#[test]
fn the_shortcut_for_opaque_pictures_changes_no_byte() {
    let mut picture = noise(41, 37);
    set_alpha(&mut picture, |_| 255);
    for (spec, values) in settings() {
        let sizes = support::sizes(spec, &values, picture.size);
        let kernel = kernel(spec.id).unwrap();
        let cube = support::cube(spec);
        let run = |opaque| kernel.apply(&values, cube, &sizes, opaque, picture.rgba.clone());
        let short = run(true);
        assert!(short == run(false), "{} {values:?}", spec.id);
        assert!(short.chunks(4).all(|pixel| pixel[3] == 255), "{} {values:?}", spec.id);
    }
}

#[test]
fn bands_and_regions_do_not_matter() {
    let picture = noise(83, 47);
    for (spec, values) in settings() {
        let all = whole(spec, &values, &picture);
        let (width, height) = all.size;
        for (x, y, across, down) in [
            (0, 0, width, 1),
            (0, 1, width, height - 1),
            (0, height - 1, width, 1),
            (width - 1, 0, 1, height),
            (width / 3, height / 2, 7, 5),
            (width / 2, height / 3, 1, 1),
        ] {
            let region = Region { x, y, width: across, height: down };
            let Some(region) = region.clamped(width, height) else { continue };
            let found = in_region(spec, &values, &picture, region);
            assert!(found == cut(&all, region), "{} {values:?} at {region:?}", spec.id);
        }
    }
}

/// Lengths and halos shrink with the scale.
#[test]
fn regions_of_a_smaller_view_do_not_matter_either() {
    let picture = noise(83, 47);
    for (spec, values) in settings() {
        for scale in [0.61, 0.05] {
            let run = |region| in_scaled_region(spec, &values, &picture, scale, region);
            let Kind::Neighbourhood = spec.kind else { continue };
            let all = Picture { size: picture.size, rgba: run(Region::whole(picture.size)) };
            for (x, y, width, height) in [(0, 13, 83, 1), (82, 0, 1, 47), (27, 23, 7, 5)] {
                let region = Region { x, y, width, height };
                assert!(run(region) == cut(&all, region), "{} {values:?} at {scale}, {region:?}", spec.id);
            }
        }
    }
}

/// A smaller scale shows the same part of the picture, the same way round, whatever rounding makes of the sizes.
#[test]
fn geometry_frames_the_same_at_any_scale() {
    const FULL: (u32, u32) = (157, 83);
    for (spec, values) in settings() {
        let Kernel::Geometry(geometry) = kernel(spec.id).unwrap() else { continue };
        let full = whole(spec, &values, &ramps(FULL));
        for scale in [1.0, 0.61, 0.5, 0.23, 0.04] {
            let scaled = |(width, height)| {
                let side = |px: u32| ((f64::from(px) * scale).round() as u32).max(1);
                (side(width), side(height))
            };
            let sizes = Sizes { full: FULL, before: scaled(FULL), after: scaled(full.size) };
            let before = ramps(sizes.before);
            let run = |region: Region| {
                let input_region = (geometry.input_region)(&values, &sizes, region);
                assert!(
                    Region::whole(sizes.before).contains(input_region),
                    "{} {values:?}: {input_region:?} at {scale}",
                    spec.id
                );
                let rgba = cut(&before, input_region);
                let source =
                    Window { rgba: &rgba, region: input_region, picture: sizes.before, scale, opaque: true };
                let mut out = vec![0; region.width as usize * region.height as usize * 4];
                (geometry.run)(&values, &sizes, &source, region, &mut out);
                out
            };
            let (width, height) = sizes.after;
            let found = Picture { size: sizes.after, rgba: run(Region::whole(sizes.after)) };
            let part = Region { x: width / 3, y: height / 2, width: width.div_ceil(3), height: 1 };
            assert!(run(part) == cut(&found, part), "{} {values:?} at {scale}", spec.id);
            // The tolerance in levels: one scaled pixel of the ramps, and the rounding of positions and sizes.
            let near = [255 / sizes.before.0 + 4, 255 / sizes.before.1 + 4];
            for (index, pixel) in found.rgba.chunks(4).enumerate() {
                let at = |place: u32, length: u32, of: u32| (2 * place + 1) * of / (2 * length);
                let x = at(index as u32 % width, width, full.size.0);
                let y = at(index as u32 / width, height, full.size.1);
                let expected = &full.rgba[(y * full.size.0 + x) as usize * 4..][..4];
                for channel in 0..2 {
                    assert!(
                        u32::from(pixel[channel].abs_diff(expected[channel])) <= near[channel],
                        "{} {values:?} at {scale}: pixel {index} is {pixel:?}, not {expected:?}",
                        spec.id
                    );
                }
            }
        }
    }
}

#[test]
fn nothing_a_single_pixel_and_lines_survive() {
    for (spec, values) in settings() {
        for size in [(0, 0), (0, 7), (7, 0), (1, 1), (1, 9), (9, 1), (2, 3)] {
            let found = whole(spec, &values, &noise(size.0, size.1));
            assert_eq!(found.rgba.len() as u32, found.size.0 * found.size.1 * 4, "{}", spec.id);
            let had_pixels = size.0 > 0 && size.1 > 0;
            assert_eq!(!found.rgba.is_empty(), had_pixels, "{} of {size:?}", spec.id);
        }
    }
}

#[test]
fn what_is_wholly_transparent_stays_so() {
    let mut picture = noise(23, 19);
    set_alpha(&mut picture, |_| 0);
    for (spec, values) in settings() {
        let found = whole(spec, &values, &picture);
        assert!(found.rgba.chunks(4).all(|pixel| pixel[3] == 0), "{} {values:?}", spec.id);
    }
}

#[test]
fn composed_tables_equal_one_after_the_other() {
    let tone: Vec<_> = settings()
        .into_iter()
        .filter_map(|(spec, values)| match kernel(spec.id) {
            Some(Kernel::Tone(fill)) => Some(tone_tables(fill, &values)),
            _ => None,
        })
        .collect();
    assert!(!tone.is_empty());
    for first in &tone {
        for then in &tone {
            let both = compose_tables(first, then);
            for channel in 0..3 {
                for value in 0..256 {
                    assert_eq!(both[channel][value], then[channel][usize::from(first[channel][value])]);
                }
            }
        }
    }
}

#[test]
fn the_registry_is_sound() {
    let ids: BTreeSet<_> = SPECS.iter().map(|spec| spec.id).collect();
    assert_eq!(ids.len(), SPECS.len(), "two filters share an id");
    assert!(kernel("no-such-filter").is_none() && spec("no-such-filter").is_none());
    for entry in SPECS {
        assert_eq!(spec(entry.id), Some(*entry));
        assert!(is_an_id(entry.id, '-'), "{}", entry.id);
        assert!(kernel(entry.id).is_some(), "{}", entry.id);
        for param in entry.params {
            assert!(is_an_id(param.id, '_'), "{}.{}", entry.id, param.id);
            assert!(param.min < param.max && param.step > 0.0, "{}.{}", entry.id, param.id);
            assert!((param.min..=param.max).contains(&param.default), "{}.{}", entry.id, param.id);
            assert!((param.min..=param.max).contains(&param.example), "{}.{}", entry.id, param.id);
        }
    }
}

#[test]
fn every_filter_has_texts_in_both_languages() {
    let mut names = BTreeSet::new();
    for (spec, text) in SPECS.iter().zip(TEXTS) {
        assert_eq!((spec.id, spec.params.len()), (text.id, text.params.len()));
        for (name, summary) in [(text.name.en, text.summary.en), (text.name.de, text.summary.de)] {
            assert!(name.starts_with(char::is_uppercase), "{}", spec.id);
            assert!(summary.ends_with('.') && summary.len() > 10, "{}", spec.id);
        }
        assert!(
            names.insert(("en", text.name.en)) && names.insert(("de", text.name.de)),
            "{} twice",
            spec.id
        );
        for synonyms in [text.synonyms.en, text.synonyms.de] {
            assert!(synonyms.split(", ").all(|word| !word.trim().is_empty()), "{}: {synonyms}", spec.id);
            assert_eq!(synonyms, synonyms.to_lowercase(), "{}", spec.id);
        }
        for name in text.params {
            assert!(
                [name.en, name.de].iter().all(|name| name.starts_with(char::is_uppercase)),
                "{}",
                spec.id
            );
        }
    }
    assert_eq!(SPECS.len(), TEXTS.len());
}

/// A parameter's name means the same in every filter, so that it has one translation.
#[test]
fn parameters_of_one_english_name_have_one_german_name() {
    let mut german = BTreeMap::new();
    for name in TEXTS.iter().flat_map(|text| text.params) {
        assert_eq!(*german.entry(name.en).or_insert(name.de), name.de, "{}", name.en);
    }
}

fn is_an_id(id: &str, joint: char) -> bool {
    let parts_are_words = id.split(joint).all(|part| !part.is_empty());
    parts_are_words && id.chars().all(|c| c.is_ascii_lowercase() || c.is_ascii_digit() || c == joint)
}

/// Every filter at its defaults, at both ends of all its ranges, and with each one setting moved between
/// the steps of its slider.
fn settings() -> Vec<(&'static Spec, Vec<f64>)> {
    let mut settings = Vec::new();
    for spec in SPECS {
        settings.push((*spec, defaults(spec)));
        for end in [|param: &Param| param.min, |param: &Param| param.max] {
            settings.push((*spec, spec.params.iter().map(end).collect()));
        }
        for (index, param) in spec.params.iter().enumerate() {
            let mut values = defaults(spec);
            values[index] = param.min + 0.377 * (param.max - param.min);
            settings.push((*spec, values));
        }
    }
    for (spec, values) in &mut settings {
        let Kind::Geometry(size_after) = spec.kind else { continue };
        // Sizes that are too large for a test are halved.
        while let (width, height) = size_after(values, (83, 47))
            && u64::from(width) * u64::from(height) > 1 << 16
        {
            for value in values.iter_mut() {
                *value /= 2.0;
            }
        }
    }
    settings
}

fn defaults(spec: &Spec) -> Vec<f64> {
    spec.params.iter().map(|param| param.default).collect()
}

fn set_alpha(picture: &mut Picture, alpha: impl Fn(usize) -> u8) {
    for (index, pixel) in picture.rgba.chunks_exact_mut(4).enumerate() {
        pixel[3] = alpha(index);
    }
}

/// A ramp of red from left to right and of green from top to bottom, which encodes each pixel's position.
fn ramps((width, height): (u32, u32)) -> Picture {
    let level = |at: u32, length: u32| ((2 * at + 1) * 255 / (2 * length)) as u8;
    let pixel = |index| [level(index % width, width), level(index / width, height), 0, 255];
    Picture { size: (width, height), rgba: (0..width * height).flat_map(pixel).collect() }
}

/// Noise of a counter-based generator, the same on every machine.
fn noise(width: u32, height: u32) -> Picture {
    let byte = |n: u32| (n.wrapping_add(0x9e37).wrapping_mul(2_654_435_761) >> 23) as u8;
    Picture { size: (width, height), rgba: (0..width * height * 4).map(byte).collect() }
}
