//! Pixel buffers are transferred between page and worker in both directions, never cloned.

use safelight_tests::harness::{Build, open_page};
use safelight_tests::native::NativeImage;
use safelight_tests::page::Page;
use safelight_tests::photos;
use serde_json::Value;

/// Opens a photo and changes its stack a few times. Returns the bytes of a frame and of the file.
async fn at_work(page: &Page) -> (u64, u64) {
    let file = photos::png(640, 480);
    let mut photo = NativeImage::open(&file);
    page.choose_bytes("hills.png", &file).await;
    let frame = page.wait_for_canvas(&mut photo, &[]).await.picture;
    page.add_filter("Sepia").await;
    page.wait_for_canvas(&mut photo, &["sepia"]).await;
    for _ in 0..3 {
        page.click("switch", "Sepia").await;
        page.wait_for_canvas(&mut photo, &[]).await;
        page.click("switch", "Sepia").await;
        page.wait_for_canvas(&mut photo, &["sepia"]).await;
    }
    (frame.rgba.len() as u64, file.len() as u64)
}

#[test]
fn what_the_page_sends_has_left_the_page() {
    open_page(Build::Release, async |page| {
        let (frame_bytes, file_bytes) = at_work(page).await;
        let sent = page.worker_requests().await;
        let of = |kind: &str| sent.iter().filter(|sent| sent.kind == kind).collect::<Vec<_>>();

        let opened = of("Open");
        assert_eq!(opened.len(), 1);
        assert_eq!(opened[0].before, [file_bytes]);
        assert_eq!(opened[0].after, [0], "the file was cloned");

        let rendered: Vec<_> = of("Render").into_iter().filter(|sent| !sent.original).collect();
        assert!(rendered.len() >= 8, "each change was asked for: {rendered:#?}");
        // The first request has no spent buffer to hand back; each later one has.
        let spent: Vec<_> = rendered.iter().skip(1).collect();
        for render in spent {
            assert!(
                matches!(render.before[..], [bytes] if bytes >= frame_bytes),
                "no spent buffer: {render:?}"
            );
            assert_eq!(render.after, [0], "a spent buffer was cloned");
        }
    });
}

#[test]
fn what_the_worker_sends_has_left_the_worker_and_spent_buffers_are_filled_again() {
    open_page(Build::Test, async |page| {
        at_work(page).await;
        let reports = page.worker_reports().await;
        let moved: Vec<_> = reports.iter().filter(|report| report["sent"].is_array()).collect();
        assert!(moved.len() >= 8, "each frame was moved: {reports:?}");
        for one in &moved {
            let bytes: Vec<_> =
                one["sent"].as_array().into_iter().flatten().filter_map(Value::as_u64).collect();
            let left: Vec<_> =
                one["left"].as_array().into_iter().flatten().filter_map(Value::as_u64).collect();
            assert_eq!(left, vec![0; bytes.len()], "a frame was cloned");
        }
        let filled: Vec<_> = reports.iter().filter_map(|report| report["filled"].as_str()).collect();
        // The other transfers are thumbnails: of presets, and of filters while the picker was open.
        assert!((0..=2).contains(&(moved.len() - filled.len())), "{} of {}", filled.len(), moved.len());
        assert_eq!(filled[0], "fresh", "nothing can be filled again before there was anything");
        // The original, rendered for the pixel readout, has a buffer of its own.
        assert!(filled[1..].iter().filter(|one| **one != "spent").count() <= 1, "{filled:?}");
    });
}
