//! How much memory opening and exporting take at their peak, counted by the allocator.
//!
//! One test, because the count is the whole process's.

#![cfg(not(target_arch = "wasm32"))]

use std::alloc::{GlobalAlloc, Layout, System};
use std::sync::atomic::{AtomicUsize, Ordering};

use safelight_engine::{OpenError, OpenImage, Progress, Recipe};

#[global_allocator]
static COUNTING: Counting = Counting;

static NOW: AtomicUsize = AtomicUsize::new(0);
static PEAK: AtomicUsize = AtomicUsize::new(0);

struct Counting;

// SAFETY: everything is handed to the system's allocator as it came.
unsafe impl GlobalAlloc for Counting {
    unsafe fn alloc(&self, layout: Layout) -> *mut u8 {
        let now = NOW.fetch_add(layout.size(), Ordering::Relaxed) + layout.size();
        PEAK.fetch_max(now, Ordering::Relaxed);
        // SAFETY: the caller's promises are passed on.
        unsafe { System.alloc(layout) }
    }

    unsafe fn dealloc(&self, pointer: *mut u8, layout: Layout) {
        NOW.fetch_sub(layout.size(), Ordering::Relaxed);
        // SAFETY: the caller's promises are passed on.
        unsafe { System.dealloc(pointer, layout) }
    }
}

const SLACK_BYTES: usize = 2 << 20;

#[test]
fn no_second_picture_ever_stands_in_memory() {
    let (width, height) = (4000, 1500);
    let picture = (width * height * 4) as usize;
    let file = plain_png(width, height);

    let (image, peak) = peak_of(|| OpenImage::open(&file));
    let mut image = image.expect("a photo");
    assert!(peak < picture + SLACK_BYTES, "opening took {peak} bytes for a picture of {picture}");

    let (written, peak) = peak_of(|| {
        let mut written = 0;
        let mut export = image.export(&Recipe::new(vec![])).expect("an export");
        while export.step(&mut |bytes| written += bytes.len()).expect("a band") != Progress::Done {}
        written
    });
    assert!(written > 0 && peak < 2 * SLACK_BYTES, "exporting took {peak} bytes more");

    // 64 MB of zeros as a colour profile, in front of a picture of 23 × 17.
    let bomb = include_bytes!("fixtures/profile-bomb.png");
    let (opened, peak) = peak_of(|| OpenImage::open(bomb));
    assert!(opened.is_ok() && peak < SLACK_BYTES, "a profile took {peak} bytes");

    // A header that claims too much costs nothing at all.
    let mut absurd = file.clone();
    absurd[16..20].copy_from_slice(&60_000_u32.to_be_bytes());
    absurd[20..24].copy_from_slice(&60_000_u32.to_be_bytes());
    let (refused, peak) = peak_of(|| OpenImage::open(&absurd));
    assert!(matches!(refused, Err(OpenError::TooLarge { .. })) && peak < 1024, "refusing took {peak} bytes");
}

/// What a job returns, and how far the memory rose above where it stood before.
fn peak_of<T>(job: impl FnOnce() -> T) -> (T, usize) {
    let before = NOW.load(Ordering::Relaxed);
    PEAK.store(before, Ordering::Relaxed);
    let result = job();
    (result, PEAK.load(Ordering::Relaxed) - before)
}

fn plain_png(width: u32, height: u32) -> Vec<u8> {
    let mut file = Vec::new();
    let mut encoder = png::Encoder::new(&mut file, width, height);
    encoder.set_color(png::ColorType::Rgb);
    encoder.set_compression(png::Compression::Fast);
    let mut writer = encoder.write_header().expect("a header");
    writer.write_image_data(&vec![90; (width * height * 3) as usize]).expect("pixels");
    writer.finish().expect("an end");
    file
}
