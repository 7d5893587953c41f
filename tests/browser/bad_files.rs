//! Files that are no photos: one clear sentence each, and the app goes on.

use safelight_tests::native::Native;
use safelight_tests::photos;
use safelight_tests::site::{Site, visit};

/// Opens a photo, then the bad file, and sees that the reason is told once and that all goes on.
fn refused(name: &str, file: &[u8], reason: &str) {
    visit(Site::Release, async |page| {
        let good = photos::png(320, 240);
        let mut photo = Native::open(&good);
        page.choose_bytes("good.png", &good).await;
        page.add("Sepia").await;
        page.shows(&mut photo, &["sepia"]).await;

        page.choose_bytes(name, file).await;
        let told = page.hears(&format!("{name} could not be opened.")).await;
        assert_eq!(told.role, "alert");
        assert!(told.text.contains(reason), "the reason given is {:?}", told.text);
        assert_eq!(page.told().await.len(), 1, "one file, one notice");

        page.shows(&mut photo, &["sepia"]).await;
        page.add("Invert").await;
        page.shows(&mut photo, &["sepia", "invert"]).await;
        page.click("button", "Dismiss").await;
        page.until("room without notices", async || {
            let told = page.told().await;
            if told.is_empty() { Ok(()) } else { Err(format!("{told:?}")) }
        })
        .await;
    });
}

#[test]
fn a_text_is_refused() {
    refused(
        "letter.jpg",
        b"Dear reader, this is no photo.\n",
        "It is a text file; Safelight opens PNG and JPEG.",
    );
}

#[test]
fn an_empty_file_is_refused() {
    refused("nothing.png", b"", "The file is empty.");
}

#[test]
fn a_truncated_png_is_refused() {
    refused("half.png", &photos::truncated(&photos::png(640, 480), 0.6), "ends in the middle of the picture");
}

#[test]
fn a_truncated_jpeg_is_refused() {
    refused(
        "half.jpg",
        &photos::truncated(&photos::jpeg(640, 480), 0.6),
        "ends in the middle of the picture",
    );
}

#[test]
fn a_png_that_claims_60000_by_60000_is_refused_before_any_memory_is_taken() {
    refused("vast.png", &photos::claimed_png(60_000, 60_000), "60000 × 60000");
}

#[test]
fn a_bad_file_on_the_empty_page_leaves_it_ready() {
    visit(Site::Release, async |page| {
        page.choose_bytes("nothing.png", b"").await;
        page.hears("nothing.png could not be opened.").await;
        let good = photos::png(320, 240);
        page.choose_bytes("good.png", &good).await;
        page.shows(&mut Native::open(&good), &[]).await;
    });
}
