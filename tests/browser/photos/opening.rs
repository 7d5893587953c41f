//! A photo is opened with the button, by drop, by paste, or as the sample.

use safelight_tests::harness::{Build, open_page};
use safelight_tests::native::NativeImage;
use safelight_tests::photos;

#[test]
fn a_file_chosen_with_the_button_opens() {
    open_page(Build::Release, async |page| {
        let photo = photos::jpeg(1500, 1000);
        page.choose_bytes("hills.jpg", &photo).await;
        let canvas = page.wait_for_canvas(&mut NativeImage::open(&photo), &[]).await;
        assert!(canvas.label.contains("hills.jpg"), "the canvas is named {:?}", canvas.label);
        page.wait_for_status("hills.jpg").await;
        assert!(page.names("heading").await.iter().any(|name| name.contains("1500 × 1000")));
    });
}

#[test]
fn a_file_dropped_anywhere_on_the_page_opens() {
    open_page(Build::Release, async |page| {
        // Dropped onto the landing page, then onto the editor's photo, panel and bar.
        for (at, place) in [(640, 400), (400, 400), (1200, 500), (600, 20), (3, 797)].into_iter().enumerate()
        {
            let photo = photos::png(300 + at as u32, 200);
            assert!(page.drop_file("hills.png", &photo, place).await, "the page wants no file at {place:?}");
            page.wait_for_canvas(&mut NativeImage::open(&photo), &[]).await;
        }
    });
}

#[test]
fn a_file_over_the_page_is_announced() {
    open_page(Build::Release, async |page| {
        assert!(page.drag_file_over("hills.png", &photos::png(30, 20), (640, 400)).await);
        page.wait_for_status("Let go to open").await;
    });
}

#[test]
fn dialogs_give_way_to_what_is_brought() {
    open_page(Build::Release, async |page| {
        let files = [photos::png(300, 200), photos::png(200, 300)];
        page.choose_bytes("first.png", &files[0]).await;
        page.wait_for_canvas(&mut NativeImage::open(&files[0]), &[]).await;
        page.press_key(&[], '?').await;
        page.find("heading", "Keyboard").await;
        assert!(page.drop_file("second.png", &files[1], (640, 400)).await);
        page.wait_for_canvas(&mut NativeImage::open(&files[1]), &[]).await;
        page.wait_until_gone("heading", "Keyboard").await;
        page.press_key(&[], '?').await;
        page.find("heading", "Keyboard").await;
        assert!(page.paste_file("third.png", &files[0]).await);
        page.wait_until_gone("heading", "Keyboard").await;
        page.wait_for_canvas(&mut NativeImage::open(&files[0]), &[]).await;
    });
}

#[test]
fn a_pasted_file_opens() {
    open_page(Build::Release, async |page| {
        let photo = photos::png_with_alpha(320, 200);
        assert!(page.paste_file("image.png", &photo).await);
        page.wait_for_status("image.png").await;
        assert_eq!(page.export().await.1, NativeImage::open(&photo).export_filters(&[]));
    });
}

#[test]
fn the_sample_opens() {
    open_page(Build::Release, async |page| {
        page.click("button", "No photo at hand? Try the sample photo").await;
        let sample = include_bytes!("../../../style/sample.jpg");
        page.wait_for_canvas(&mut NativeImage::open(sample), &[]).await;
    });
}

#[test]
fn a_second_photo_takes_the_place_of_the_first() {
    open_page(Build::Release, async |page| {
        page.choose_bytes("first.png", &photos::png(300, 200)).await;
        page.wait_for_status("first.png").await;
        page.add_filter("Sepia").await;
        let second = photos::jpeg(200, 300);
        page.choose_bytes("second.jpg", &second).await;
        page.wait_for_canvas(&mut NativeImage::open(&second), &[]).await;
        assert!(
            !page.is_visible("button", "Remove Sepia").await,
            "the first photo's filters are not the second's"
        );
    });
}
