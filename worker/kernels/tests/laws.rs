//! What holds for every filter of the registry.

use std::collections::BTreeSet;

use safelight_kernels::{Kernel, Kind, Param, Place, SPECS, Spec, compose, kernel, spec, tables};
#[cfg(target_arch = "wasm32")]
use wasm_bindgen_test::wasm_bindgen_test as test;

/// What changes the picture as soon as it is added: it has one look, or no neutral setting.
const LOOKS: &[&str] = &["duotone", "grayscale", "invert", "sepia", "threshold"];

#[test]
fn a_freshly_added_filter_changes_nothing_unless_it_is_a_look() {
    let pixels = noise(0x4_0000);
    for spec in SPECS {
        let found = with_values(spec, &defaults(spec), &Place::whole(512, 512), pixels.clone());
        assert_eq!(found != pixels, LOOKS.contains(&spec.id), "{}", spec.id);
    }
}

#[test]
fn alpha_is_untouched_and_colour_does_not_depend_on_it() {
    for (spec, values) in settings() {
        let opaque = {
            let mut pixels = noise(4096);
            set_alpha(&mut pixels, |_| 255);
            with_values(spec, &values, &Place::whole(64, 64), pixels)
        };
        let mut varied = noise(4096);
        set_alpha(&mut varied, |index| index as u8);
        let varied = with_values(spec, &values, &Place::whole(64, 64), varied);
        for (index, (found, opaque)) in varied.chunks(4).zip(opaque.chunks(4)).enumerate() {
            assert_eq!(found[3], index as u8, "{}: alpha of pixel {index}", spec.id);
            assert_eq!(found[..3], opaque[..3], "{}: colour of pixel {index}", spec.id);
        }
    }
}

#[test]
fn bands_and_regions_do_not_matter() {
    let (width, height) = (19, 13);
    let pixels = noise(width * height);
    for (spec, values) in settings() {
        let whole = with_values(spec, &values, &Place::whole(width, height), pixels.clone());
        for (x, y, across, down) in
            [(0, 0, 19, 1), (0, 1, 19, 12), (0, 12, 19, 1), (18, 0, 1, 13), (3, 4, 7, 5), (5, 6, 1, 1)]
        {
            let place = Place { x, y, row_px: across, ..Place::whole(width, height) };
            let cut = |pixels: &[u8]| -> Vec<u8> {
                let rows = pixels.chunks(width as usize * 4).skip(y as usize).take(down);
                rows.flat_map(|row| row[x as usize * 4..][..across as usize * 4].to_vec()).collect()
            };
            let found = with_values(spec, &values, &place, cut(&pixels));
            assert!(found == cut(&whole), "{} {values:?} at {place:?}", spec.id);
        }
    }
}

#[test]
fn nothing_and_a_single_pixel_survive() {
    for (spec, values) in settings() {
        assert!(with_values(spec, &values, &Place::whole(0, 0), Vec::new()).is_empty(), "{}", spec.id);
        assert_eq!(with_values(spec, &values, &Place::whole(1, 1), vec![1, 2, 3, 4]).len(), 4, "{}", spec.id);
    }
}

#[test]
fn composed_tables_equal_one_after_the_other() {
    let tone: Vec<_> = settings()
        .into_iter()
        .filter_map(|(spec, values)| match kernel(spec.id) {
            Some(Kernel::Tone(fill)) => Some(tables(fill, &values)),
            _ => None,
        })
        .collect();
    assert!(!tone.is_empty());
    for first in &tone {
        for then in &tone {
            let both = compose(first, then);
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
        assert!(entry.name.starts_with(char::is_uppercase), "{}", entry.id);
        assert!(entry.summary.ends_with('.') && entry.summary.len() > 10, "{}", entry.id);
        let kind = match kernel(entry.id).expect("a spec has a kernel") {
            Kernel::Tone(_) => Kind::Tone,
            Kernel::Colour(_) => Kind::Colour,
            Kernel::Placed(_) => Kind::Placed,
        };
        assert_eq!(kind, entry.kind, "{}", entry.id);
        for param in entry.params {
            assert!(is_an_id(param.id, '_'), "{}.{}", entry.id, param.id);
            assert!(param.min < param.max && param.step > 0.0, "{}.{}", entry.id, param.id);
            assert!((param.min..=param.max).contains(&param.default), "{}.{}", entry.id, param.id);
        }
    }
}

fn is_an_id(id: &str, joint: char) -> bool {
    let parts_are_words = id.split(joint).all(|part| !part.is_empty());
    parts_are_words && id.chars().all(|c| c.is_ascii_lowercase() || c.is_ascii_digit() || c == joint)
}

fn with_values(spec: &Spec, values: &[f64], place: &Place, mut pixels: Vec<u8>) -> Vec<u8> {
    kernel(spec.id).expect("a spec has a kernel").apply(values, place, &mut pixels);
    pixels
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
    settings
}

fn defaults(spec: &Spec) -> Vec<f64> {
    spec.params.iter().map(|param| param.default).collect()
}

fn set_alpha(pixels: &mut [u8], alpha: impl Fn(usize) -> u8) {
    for (index, pixel) in pixels.chunks_exact_mut(4).enumerate() {
        pixel[3] = alpha(index);
    }
}

/// The same bytes on every machine: a small counter-based generator.
fn noise(pixels: u32) -> Vec<u8> {
    (0..pixels * 4).map(|n| (n.wrapping_add(0x9e37).wrapping_mul(2_654_435_761) >> 23) as u8).collect()
}
