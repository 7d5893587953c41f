//! What holds for every filter of the registry.

use std::collections::BTreeSet;

use safelight_kernels::{Kernel, Kind, SPECS, Spec, compose, kernel, spec, tables};
#[cfg(target_arch = "wasm32")]
use wasm_bindgen_test::wasm_bindgen_test as test;

#[test]
fn alpha_is_untouched_and_colour_does_not_depend_on_it() {
    for spec in SPECS {
        let opaque = {
            let mut pixels = noise(4096);
            set_alpha(&mut pixels, |_| 255);
            applied(spec, pixels)
        };
        let mut varied = noise(4096);
        set_alpha(&mut varied, |index| index as u8);
        let varied = applied(spec, varied);
        for (index, (found, opaque)) in varied.chunks(4).zip(opaque.chunks(4)).enumerate() {
            assert_eq!(found[3], index as u8, "{}: alpha of pixel {index}", spec.id);
            assert_eq!(found[..3], opaque[..3], "{}: colour of pixel {index}", spec.id);
        }
    }
}

#[test]
fn bands_do_not_matter() {
    let pixels = noise(257);
    for spec in SPECS {
        let whole = applied(spec, pixels.clone());
        for band in [1, 2, 3, 7, 64, 256, 257] {
            let bands: Vec<u8> =
                pixels.chunks(band * 4).flat_map(|band| applied(spec, band.to_vec())).collect();
            assert!(bands == whole, "{} in bands of {band} pixels", spec.id);
        }
    }
}

#[test]
fn nothing_and_a_single_pixel_survive() {
    for spec in SPECS {
        assert!(applied(spec, Vec::new()).is_empty(), "{}", spec.id);
        assert_eq!(applied(spec, vec![1, 2, 3, 4]).len(), 4, "{}", spec.id);
    }
}

#[test]
fn composed_tables_equal_one_after_the_other() {
    let tone: Vec<_> = SPECS
        .iter()
        .filter_map(|spec| match kernel(spec.id) {
            Some(Kernel::Tone(fill)) => Some(tables(fill, &defaults(spec))),
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

fn applied(spec: &Spec, mut pixels: Vec<u8>) -> Vec<u8> {
    kernel(spec.id).expect("a spec has a kernel").apply(&defaults(spec), &mut pixels);
    pixels
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
