//! Every message through the codec and back.

use gloo_worker::Codec;
use js_sys::{Array, ArrayBuffer, Uint8Array, Uint32Array};
use safelight_errors::{FileKind, OpenError, OutOfMemory, RenderError, UnsupportedFeature};
use safelight_recipe::{FilterStep, Recipe};
use wasm_bindgen_test::wasm_bindgen_test as test;
use web_sys::Blob;

use crate::transfer::take_transfer_list;
use crate::transport::codec::JsObjects;
use crate::{Failure, RenderOptions, Reply, Request, View};

/// The largest number that a field of `u32` has; it fits no smaller type of JavaScript's bit operations.
const JOB: u32 = u32::MAX;

fn request(sent: Request) -> Request {
    JsObjects::decode(JsObjects::encode(sent))
}

fn reply(sent: Reply) -> Reply {
    JsObjects::decode(JsObjects::encode(sent))
}

fn buffer(bytes: &[u8]) -> ArrayBuffer {
    Uint8Array::from(bytes).buffer()
}

fn bytes(buffer: &ArrayBuffer) -> Vec<u8> {
    Uint8Array::new(buffer).to_vec()
}

/// The lengths of the buffers that were noted for the transfer of the last message.
fn transferred() -> Vec<u32> {
    take_transfer_list().iter().map(|buffer| ArrayBuffer::from(buffer).byte_length()).collect()
}

fn recipe() -> Recipe {
    let step = FilterStep {
        values: [("seed".to_owned(), 7.5), ("amount".to_owned(), -1e-7)].into(),
        strength: 40.0,
        cube: Some("LUT_1D_SIZE 2\r\n0 0 0\r\n1 1 1 # “ü”".into()),
        ..FilterStep::new("grain")
    };
    Recipe::new(vec![FilterStep::new("invert"), step])
}

/// One failure of each shape: without data, with numbers, with text, and nested down to a line of a `.cube` file.
fn failures() -> Vec<Failure> {
    let table =
        FilterStep { cube: Some("LUT_1D_SIZE 2\n0 0 zero\n".into()), ..FilterStep::new("colour-table") };
    let table = Recipe::new(vec![table]).normalise().expect_err("a broken table");
    let memory = OutOfMemory { bytes: u32::MAX as usize };
    vec![
        Failure::NoBuffer,
        Failure::NoPhoto,
        Failure::Open(OpenError::Empty),
        Failure::Open(OpenError::NotAPhoto(None)),
        Failure::Open(OpenError::NotAPhoto(Some(FileKind::Jpeg2000))),
        Failure::Open(OpenError::TooLarge { width: u32::MAX, height: 60_000 }),
        Failure::Open(OpenError::Damaged("a “marker”".to_owned())),
        Failure::Open(OpenError::Unsupported(UnsupportedFeature::JpegBits(12))),
        Failure::Open(OpenError::Memory(memory)),
        Failure::Render(RenderError::Recipe(table)),
        Failure::Render(RenderError::Scale(1.5)),
        Failure::Render(RenderError::Memory(memory)),
    ]
}

#[test]
fn requests_arrive_as_they_were_sent() {
    let sent = Request::Open { job: JOB, file: buffer(&[1, 2, 3]) };
    let Request::Open { job, file } = request(sent) else { panic!("another message") };
    assert_eq!((job, bytes(&file), transferred()), (JOB, vec![1, 2, 3], vec![3]));

    let view = View { scale: 0.3, x: 1, y: 2, width: 3, height: 4 };
    let options = RenderOptions { histogram: true, clipped_shadows: false, clipped_highlights: true };
    for recycled in [None, Some(buffer(&[9]))] {
        let expected = recycled.as_ref().map(bytes);
        let sent = Request::Render { job: 9, recipe: recipe(), view, options, recycled_buffer: recycled };
        let Request::Render { job, recipe: found, view: at, options: with, recycled_buffer } = request(sent)
        else {
            panic!("another message")
        };
        assert_eq!((job, found, at, with), (9, recipe(), view, options));
        assert_eq!(recycled_buffer.as_ref().map(bytes), expected);
        assert_eq!(transferred().len(), usize::from(expected.is_some()));
    }

    let Request::Export { job, recipe: found } = request(Request::Export { job: 0, recipe: recipe() }) else {
        panic!("another message")
    };
    assert_eq!((job, found), (0, recipe()));

    let recipes = vec![recipe(), Recipe::new(vec![])];
    let sent = Request::Thumbnails { job: 2, recipes: recipes.clone(), width: 176, height: 118 };
    let Request::Thumbnails { job, recipes: found, width, height } = request(sent) else {
        panic!("another message")
    };
    assert_eq!((job, found, width, height), (2, recipes, 176, 118));

    let Request::Cancel { job } = request(Request::Cancel { job: 5 }) else { panic!("another message") };
    assert_eq!((job, transferred()), (5, vec![]));
}

#[test]
fn replies_arrive_as_they_were_sent() {
    let Reply::Hello { build_id } = reply(Reply::Hello { build_id: "0123abcd".to_owned() }) else {
        panic!("another message")
    };
    assert_eq!(build_id, "0123abcd");

    let Reply::HeaderRead { job, width, height } =
        reply(Reply::HeaderRead { job: JOB, width: 60_000, height: 1 })
    else {
        panic!("another message")
    };
    assert_eq!((job, width, height), (JOB, 60_000, 1));

    let sent = Reply::Opened { job: 1, width: 6, height: 4, has_alpha: true, worker_ms: 1.25 };
    let Reply::Opened { job, width, height, has_alpha, worker_ms } = reply(sent) else {
        panic!("another message")
    };
    assert_eq!((job, width, height, has_alpha, worker_ms), (1, 6, 4, true, 1.25));

    let view = View { scale: 1.0, x: 0, y: 0, width: 1, height: 1 };
    for mask in [None, Some(buffer(&[8; 8]))] {
        let expected = mask.as_ref().map(bytes);
        let histogram = Uint32Array::from(&[0, u32::MAX, 7][..]);
        let (pixels, worker_ms) = (buffer(&[1, 2, 3, 255]), 8.0);
        let sent = Reply::Rendered { job: 3, view, worker_ms, pixels, clipping_mask: mask, histogram };
        let Reply::Rendered { job, view: at, worker_ms, pixels, clipping_mask, histogram } = reply(sent)
        else {
            panic!("another message")
        };
        assert_eq!((job, at, worker_ms, bytes(&pixels)), (3, view, 8.0, vec![1, 2, 3, 255]));
        assert_eq!(clipping_mask.as_ref().map(bytes), expected);
        assert_eq!(histogram.to_vec(), [0, u32::MAX, 7]);
        assert_eq!(transferred(), if expected.is_some() { vec![4, 8] } else { vec![4] });
    }

    let parts = Array::of1(&Uint8Array::from(&[1, 2, 3, 4, 5][..]));
    let file = Blob::new_with_u8_array_sequence(&parts).expect("a blob");
    let sent = Reply::Exported { job: 4, file: file.clone(), crc32: 0xffff_fffe, worker_ms: 0.5 };
    let Reply::Exported { job, file: found, crc32, worker_ms } = reply(sent) else {
        panic!("another message")
    };
    assert!(found == file, "the same object");
    assert_eq!((job, crc32, worker_ms), (4, 0xffff_fffe, 0.5));

    let sizes = vec![(176, 118), (0, 0), (1, 65_535)];
    let sent = Reply::Thumbnails { job: 5, sizes: sizes.clone(), pixels: buffer(&[0; 8]) };
    let Reply::Thumbnails { job, sizes: found, pixels } = reply(sent) else { panic!("another message") };
    assert_eq!((job, found, pixels.byte_length(), transferred()), (5, sizes, 8, vec![8]));

    let Reply::Progress { job, fraction } = reply(Reply::Progress { job: 6, fraction: 0.1 }) else {
        panic!("another message")
    };
    assert_eq!((job, fraction), (6, 0.1));

    for recycled in [None, Some(buffer(&[7, 7]))] {
        let expected = recycled.as_ref().map(bytes);
        let Reply::Cancelled { job, recycled_buffer } =
            reply(Reply::Cancelled { job: 7, recycled_buffer: recycled })
        else {
            panic!("another message")
        };
        assert_eq!((job, recycled_buffer.as_ref().map(bytes)), (7, expected));
        take_transfer_list();
    }

    for failure in failures() {
        let Reply::Failed { job, failure: found } = reply(Reply::Failed { job: 8, failure: failure.clone() })
        else {
            panic!("another message")
        };
        assert_eq!((job, found), (8, failure));
    }
}

#[test]
fn json_has_the_numbers_of_javascript_and_no_unknown_fields() {
    let text = crate::json::to_string(&recipe()).expect("JSON");
    assert!(text.contains("\"strength\":40,") && text.contains("-1e-7"), "{text}");
    assert_eq!(crate::json::recipe_from_str(&text), Some(recipe()));
    assert_eq!(crate::json::recipe_from_str(&text.replace("\"version\"", "\"color\":1,\"version\"")), None);
    assert_eq!(crate::json::recipe_from_str(&text.replace("\"seed\":7.5", "\"seed\":\"7.5\"")), None);
    assert_eq!(
        crate::json::recipe_from_str(&text.replace("\"strength\"", "\"color\":1,\"strength\"")),
        None,
        "nor in a step"
    );
    assert_eq!(crate::json::recipe_from_str("{"), None);
    assert_eq!(crate::json::recipe_from_str("[]"), None);
}

#[test]
fn stored_values_come_back() {
    let value = crate::json::to_js_value(&recipe()).expect("a value");
    assert_eq!(crate::json::from_js_value::<Recipe>(value), Some(recipe()));
    assert_eq!(crate::json::from_js_value::<Recipe>("text".into()), None);
}
