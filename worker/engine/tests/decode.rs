//! Files of every kind against what other implementations read from them (fixtures/make.py), and files
//! that are none. The same vectors run natively and in wasm.

use safelight_engine::{Format, MAX_MEGAPIXELS, OpenError, OpenImage, Recipe, View, read_header};
#[cfg(target_arch = "wasm32")]
use wasm_bindgen_test::wasm_bindgen_test as test;

/// Name, file, and the upright RGBA behind its width and height.
type Fixture = (&'static str, &'static [u8], &'static [u8]);

const FIXTURES: &[Fixture] = include!("fixtures/list.rs");

/// JPEG decoders may differ by a level or two in the cosine transform and in how they widen chroma.
const JPEG_MEAN_LEVELS: f64 = 0.6;
const JPEG_WORST_LEVELS: u8 = 12;

#[test]
fn every_png_is_read_exactly() {
    for (name, file, expected) in fixtures(".png") {
        let (size, found) = opened(name, file);
        assert_eq!(size, expected_size(expected), "{name}");
        assert!(found == expected[8..], "{name}");
    }
}

#[test]
fn every_jpeg_is_read_as_libjpeg_reads_it() {
    for (name, file, expected) in fixtures(".jpg") {
        let (size, found) = opened(name, file);
        assert_eq!(size, expected_size(expected), "{name}");
        let apart = || found.iter().zip(&expected[8..]).map(|(a, b)| a.abs_diff(*b));
        let mean = apart().map(f64::from).sum::<f64>() / found.len() as f64;
        let worst = apart().max().unwrap_or_default();
        assert!(
            mean <= JPEG_MEAN_LEVELS && worst <= JPEG_WORST_LEVELS,
            "{name}: {mean:.3} mean, {worst} worst"
        );
        assert!(found.chunks(4).all(|pixel| pixel[3] == 255), "{name} is opaque");
    }
}

/// One number over all decoded JPEGs: the same natively and in wasm.
#[test]
fn jpeg_bytes_are_the_same_on_every_machine() {
    let mut hash: u32 = 0x811c_9dc5;
    for (name, file, _) in fixtures(".jpg") {
        for byte in opened(name, file).1 {
            hash = (hash ^ u32::from(byte)).wrapping_mul(0x0100_0193);
        }
    }
    assert_eq!(hash, 0x7885_677b);
}

#[test]
fn the_header_tells_the_upright_size() {
    for (name, file, expected) in FIXTURES {
        let header = read_header(file).unwrap_or_else(|error| panic!("{name}: {error}"));
        assert_eq!((header.width, header.height), expected_size(expected), "{name}");
        assert_eq!(header.format == Format::Png, is_png(file), "{name}");
    }
}

#[test]
fn a_file_cut_anywhere_is_refused() {
    for (name, file, _) in FIXTURES.iter().filter(|(_, file, _)| file.len() < 4000) {
        // The last four bytes of a PNG are the checksum of nothing.
        let needed = if is_png(file) { file.len() - 4 } else { file.len() };
        for length in 1..needed {
            let error = OpenImage::open(&file[..length]).expect_err(name);
            assert_eq!(error, OpenError::Truncated, "{name} cut to {length} bytes");
        }
    }
}

/// A copy that lost its middle can still end as a file should. (A progressive one is then complete but
/// for its finer detail, which nothing in the format promises.)
#[test]
fn a_jpeg_with_an_end_but_no_middle_is_refused() {
    for (name, file, _) in fixtures(".jpg").filter(|(name, ..)| !name.contains("progressive")) {
        let scan = (0..file.len()).find(|at| file[*at..].starts_with(&[0xff, 0xda])).expect("a scan");
        let length = scan + 20 + (file.len() - scan) / 3;
        let cut = [&file[..length], &[0xff, 0xd9]].concat();
        assert!(OpenImage::open(&cut).is_err(), "{name}");
    }
}

#[test]
fn no_byte_can_bring_it_down() {
    for (name, file, _) in FIXTURES.iter().filter(|(_, file, _)| file.len() < 3000) {
        for at in 0..file.len() {
            for wrong in [0, 0xff, file[at] ^ 0x80, file[at].wrapping_add(1)] {
                let mut damaged = file.to_vec();
                damaged[at] = wrong;
                if let Ok(image) = OpenImage::open(&damaged) {
                    assert!(image.width() > 0 && image.height() > 0, "{name}, byte {at}");
                }
            }
        }
    }
}

#[test]
fn absurd_sizes_are_told_from_the_header() {
    let mut png = FIXTURES.iter().find(|(name, ..)| *name == "rgb8.png").expect("a PNG").1.to_vec();
    png[16..20].copy_from_slice(&60_000_u32.to_be_bytes());
    png[20..24].copy_from_slice(&60_000_u32.to_be_bytes());
    let too_large = OpenError::TooLarge { width: 60_000, height: 60_000 };
    assert_eq!(read_header(&png), Err(too_large.clone()));
    // However little of the file there is.
    assert_eq!(OpenImage::open(&png[..33]).expect_err("too large"), too_large);
    png[16..24].fill(0xff);
    assert_eq!(read_header(&png), Err(OpenError::TooLarge { width: u32::MAX, height: u32::MAX }));
    png[16..20].fill(0);
    assert_eq!(read_header(&png), Err(OpenError::NoPixels));

    let mut jpeg = FIXTURES.iter().find(|(name, ..)| *name == "jpeg-444.jpg").expect("a JPEG").1.to_vec();
    let frame = (0..jpeg.len()).find(|at| jpeg[*at..].starts_with(&[0xff, 0xc0])).expect("a frame");
    jpeg[frame + 5..frame + 9].fill(0xff);
    assert_eq!(read_header(&jpeg), Err(OpenError::TooLarge { width: 65_535, height: 65_535 }));
    assert!(u64::from(MAX_MEGAPIXELS) * 1_000_000 < 60_000 * 60_000);
}

#[test]
fn what_is_no_photo_is_told_so() {
    assert_eq!(read_header(b""), Err(OpenError::Empty));
    let sentence = read_header(b"%PDF-1.7\n").expect_err("a PDF").to_string();
    assert_eq!(sentence, "It is a PDF; Safelight opens PNG and JPEG.");
}

fn is_png(file: &[u8]) -> bool {
    file.starts_with(b"\x89PNG")
}

fn fixtures(kind: &str) -> impl Iterator<Item = Fixture> {
    FIXTURES.iter().copied().filter(move |(name, ..)| name.ends_with(kind))
}

fn expected_size(expected: &[u8]) -> (u32, u32) {
    let number = |at: usize| u32::from_be_bytes(*expected[at..].first_chunk().expect("four bytes"));
    (number(0), number(4))
}

fn opened(name: &str, file: &[u8]) -> ((u32, u32), Vec<u8>) {
    let mut image = OpenImage::open(file).unwrap_or_else(|error| panic!("{name}: {error:?}"));
    let size = (image.width(), image.height());
    let mut render = image.render(&Recipe::new(vec![]), View::whole(size.0, size.1)).expect("a view");
    while render.step().expect("a band") != safelight_engine::Progress::Done {}
    (size, render.pixels().to_vec())
}
