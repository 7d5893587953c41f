//! Every filter against golden images that another implementation made (goldens/make.py).
//!
//! The same vectors run natively (`cargo test`) and in wasm (`cargo test --target
//! wasm32-unknown-unknown` with wasm-bindgen-test-runner), where bytes must be the same.

use std::collections::BTreeSet;

use safelight_kernels::{SPECS, kernel, spec};
#[cfg(target_arch = "wasm32")]
use wasm_bindgen_test::wasm_bindgen_test;

struct Case {
    filter: &'static str,
    name: &'static str,
    input: &'static [u8],
    expected: &'static [u8],
}

const CASES: &[Case] = include!("../goldens/vectors.rs");

#[cfg_attr(not(target_arch = "wasm32"), test)]
#[cfg_attr(target_arch = "wasm32", wasm_bindgen_test)]
fn every_golden_image_is_met() {
    for case in CASES {
        let spec = spec(case.filter).unwrap_or_else(|| panic!("{} has no filter", case.name));
        let values: Vec<f64> = spec.params.iter().map(|param| param.default).collect();
        let mut pixels = rgba(case.input);
        kernel(case.filter).expect("a spec has a kernel").apply(&values, &mut pixels);
        let expected = rgba(case.expected);
        assert_eq!(pixels.len(), expected.len(), "{}", case.name);
        for (index, (found, expected)) in pixels.chunks(4).zip(expected.chunks(4)).enumerate() {
            assert_eq!(found, expected, "{}: pixel {index}", case.name);
        }
    }
}

#[cfg_attr(not(target_arch = "wasm32"), test)]
#[cfg_attr(target_arch = "wasm32", wasm_bindgen_test)]
fn every_filter_has_golden_images() {
    let covered: BTreeSet<_> = CASES.iter().map(|case| case.filter).collect();
    let registered: BTreeSet<_> = SPECS.iter().map(|spec| spec.id).collect();
    assert_eq!(covered, registered);
}

fn rgba(file: &[u8]) -> Vec<u8> {
    let mut reader = png::Decoder::new(std::io::Cursor::new(file)).read_info().expect("a PNG");
    assert_eq!(reader.output_color_type(), (png::ColorType::Rgba, png::BitDepth::Eight));
    let mut pixels = vec![0; reader.output_buffer_size().expect("a small PNG")];
    reader.next_frame(&mut pixels).expect("its pixels");
    pixels
}
