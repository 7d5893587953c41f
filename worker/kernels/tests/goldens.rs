//! Every filter against golden images of an independent implementation (goldens/make.py).
//!
//! The same vectors run natively (`cargo test`) and in wasm (`cargo test --target
//! wasm32-unknown-unknown` with wasm-bindgen-test-runner), where bytes must be the same.

use std::collections::{BTreeMap, BTreeSet};

use safelight_kernels::{Cube, SPECS, spec};
use support::Picture;
#[cfg(target_arch = "wasm32")]
use wasm_bindgen_test::wasm_bindgen_test as test;

#[expect(dead_code, reason = "goldens need less of it than laws")]
mod support;

struct Case {
    filter: &'static str,
    name: &'static str,
    input: &'static [u8],
    expected: &'static [u8],
    tolerance: u8,
    values: &'static [(&'static str, f64)],
    /// The text of a `.cube` file, if the case has one.
    cube: &'static [&'static str],
}

macro_rules! cases {
    ($((
        $filter:literal, $input:literal, $golden:literal, $tolerance:literal, $values:expr $(, $cube:literal)?
    ),)*) => {
        &[$(Case {
            filter: $filter,
            name: concat!($filter, " against ", $golden),
            input: include_bytes!(concat!(env!("CARGO_MANIFEST_DIR"), "/goldens/", $input, ".png")),
            expected: include_bytes!(concat!(env!("CARGO_MANIFEST_DIR"), "/goldens/", $golden, ".png")),
            tolerance: $tolerance,
            values: $values,
            cube: &[$(include_str!(concat!(env!("CARGO_MANIFEST_DIR"), "/goldens/cubes/", $cube, ".cube")))?],
        }),*]
    };
}

const CASES: &[Case] = include!("../goldens/vectors.rs");

/// In each line a filter and a hash of all its results.
const FINGERPRINTS: &str = include_str!("../goldens/fingerprints.txt");

#[test]
fn every_golden_image_is_met() {
    for case in CASES {
        let (found, expected) = (result(case), picture(case.expected));
        assert_eq!(found.size, expected.size, "{}", case.name);
        let (found, expected) = (found.rgba, expected.rgba);
        for (index, (found, expected)) in found.chunks(4).zip(expected.chunks(4)).enumerate() {
            let is_near = found.iter().zip(expected).all(|(a, b)| a.abs_diff(*b) <= case.tolerance);
            assert!(is_near, "{}: pixel {index} is {found:?}, not {expected:?}", case.name);
        }
        // A tolerance of one is for values half-way between two levels. Another rounding mode would move half of all values.
        let apart = found.iter().zip(&expected).filter(|(a, b)| a != b).count();
        assert!(
            case.tolerance > 1 || apart <= found.len() / 6,
            "{}: {apart} of {} values differ",
            case.name,
            found.len()
        );
    }
}

/// A golden image may be met within a tolerance; but native code and wasm may not differ by a bit. Where a filter was
/// meant to change, `UPDATE_GOLDENS=1 cargo test -p safelight-kernels` writes the list anew.
#[test]
fn every_machine_makes_the_same_bytes() {
    let mut found = BTreeMap::new();
    for case in CASES {
        let hash = found.entry(case.filter).or_insert(0xcbf2_9ce4_8422_2325_u64);
        for byte in result(case).rgba {
            *hash = (*hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3);
        }
    }
    let found: Vec<_> = found.iter().map(|(filter, hash)| format!("{filter} {hash:016x}")).collect();
    let lines = found.join("\n") + "\n";
    if std::env::var_os("UPDATE_GOLDENS").is_some() {
        let path = concat!(env!("CARGO_MANIFEST_DIR"), "/goldens/fingerprints.txt");
        std::fs::write(path, lines).expect("the list can be written");
        return;
    }
    let known: BTreeSet<_> = FINGERPRINTS.lines().collect();
    let other: Vec<_> = lines.lines().filter(|line| !known.contains(line)).collect();
    assert!(lines == FINGERPRINTS, "UPDATE_GOLDENS=1 writes the list anew; other results: {other:?}");
}

#[test]
fn every_filter_has_golden_images() {
    let covered: BTreeSet<_> = CASES.iter().map(|case| case.filter).collect();
    let registered: BTreeSet<_> = SPECS.iter().map(|spec| spec.id).collect();
    assert_eq!(covered, registered);
}

/// Golden images must cover a setting that is added to a filter.
#[test]
fn every_setting_is_moved_in_some_golden_image() {
    for spec in SPECS {
        for param in spec.params {
            let moved = CASES.iter().filter(|case| case.filter == spec.id).any(|case| {
                case.values
                    .iter()
                    .any(|(id, value)| *id == param.id && value.total_cmp(&param.default).is_ne())
            });
            assert!(moved, "{}.{}", spec.id, param.id);
        }
    }
}

fn result(case: &Case) -> Picture {
    let spec = spec(case.filter).unwrap_or_else(|| panic!("{} has no filter", case.name));
    for (id, _) in case.values {
        assert!(spec.params.iter().any(|param| param.id == *id), "{} has no {id}", case.filter);
    }
    let value = |id| case.values.iter().find(|(moved, _)| *moved == id).map(|(_, value)| *value);
    let values: Vec<f64> = spec.params.iter().map(|param| value(param.id).unwrap_or(param.default)).collect();
    let cube = case.cube.first().map(|text| Cube::parse(text).expect("a good table"));
    support::whole_with(spec, &values, cube.as_ref(), &picture(case.input))
}

fn picture(file: &[u8]) -> Picture {
    let mut reader = png::Decoder::new(std::io::Cursor::new(file)).read_info().expect("a PNG");
    assert_eq!(reader.output_color_type(), (png::ColorType::Rgba, png::BitDepth::Eight));
    let mut rgba = vec![0; reader.output_buffer_size().expect("a small PNG")];
    reader.next_frame(&mut rgba).expect("its pixels");
    Picture { size: (reader.info().width, reader.info().height), rgba }
}
