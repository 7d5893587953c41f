//! A photo comes to the page in any of four ways.

use safelight_tests::native::Native;
use safelight_tests::photos;
use safelight_tests::site::{Site, visit};
use safelight_tests::visit::Way;

#[test]
fn a_file_chosen_with_the_button_opens() {
    visit(Site::Release, async |page| {
        let photo = photos::jpeg(1500, 1000);
        page.choose_bytes("hills.jpg", &photo).await;
        let canvas = page.shows(&mut Native::open(&photo), &[]).await;
        assert!(canvas.label.contains("hills.jpg"), "the canvas is named {:?}", canvas.label);
        page.reads_status("hills.jpg").await;
        assert!(page.names("heading").await.iter().any(|name| name.contains("1500 × 1000")));
    });
}

#[test]
fn a_file_dropped_anywhere_on_the_page_opens() {
    visit(Site::Release, async |page| {
        // First onto the empty page, then onto the photo, the panel and the bar of the editor.
        for (at, place) in [(640, 400), (400, 400), (1200, 500), (600, 20), (3, 797)].into_iter().enumerate()
        {
            let photo = photos::png(300 + at as u32, 200);
            assert!(
                page.bring(Way::Drop, "hills.png", &photo, place).await,
                "the page wants no file at {place:?}"
            );
            page.shows(&mut Native::open(&photo), &[]).await;
        }
    });
}

#[test]
fn a_file_over_the_page_is_announced() {
    visit(Site::Release, async |page| {
        assert!(page.bring(Way::Hover, "hills.png", &photos::png(30, 20), (640, 400)).await);
        page.reads_status("Let go to open").await;
    });
}

#[test]
fn dialogs_give_way_to_what_is_brought() {
    visit(Site::Release, async |page| {
        let files = [photos::png(300, 200), photos::png(200, 300)];
        page.choose_bytes("first.png", &files[0]).await;
        page.shows(&mut Native::open(&files[0]), &[]).await;
        page.strike(&[], '?').await;
        page.find("heading", "Keyboard").await;
        assert!(page.bring(Way::Drop, "second.png", &files[1], (640, 400)).await);
        page.shows(&mut Native::open(&files[1]), &[]).await;
        page.gone("heading", "Keyboard").await;
        page.strike(&[], '?').await;
        page.find("heading", "Keyboard").await;
        assert!(page.bring(Way::Paste, "third.png", &files[0], (640, 400)).await);
        page.gone("heading", "Keyboard").await;
        page.shows(&mut Native::open(&files[0]), &[]).await;
    });
}

#[test]
fn a_pasted_file_opens() {
    visit(Site::Release, async |page| {
        let photo = photos::png_with_alpha(320, 200);
        assert!(page.bring(Way::Paste, "image.png", &photo, (640, 400)).await);
        page.reads_status("image.png").await;
        assert_eq!(page.export().await.1, Native::open(&photo).exported(&[]));
    });
}

#[test]
fn the_sample_opens() {
    visit(Site::Release, async |page| {
        page.click("button", "No photo at hand? Try the sample photo").await;
        let sample = include_bytes!("../../style/sample.jpg");
        page.shows(&mut Native::open(sample), &[]).await;
    });
}

#[test]
fn a_second_photo_takes_the_place_of_the_first() {
    visit(Site::Release, async |page| {
        page.choose_bytes("first.png", &photos::png(300, 200)).await;
        page.reads_status("first.png").await;
        page.add("Sepia").await;
        let second = photos::jpeg(200, 300);
        page.choose_bytes("second.jpg", &second).await;
        page.shows(&mut Native::open(&second), &[]).await;
        assert!(!page.sees("button", "Remove Sepia").await, "the first photo's filters are not the second's");
    });
}
