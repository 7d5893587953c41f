//! Files that are no photos: one notification each, and the open photo stays.

use safelight_tests::harness::{Build, open_page};
use safelight_tests::native::NativeImage;
use safelight_tests::page::{PHONE, Page};
use safelight_tests::photos;

/// Opens a photo, then the bad file: there is one notification with the reason, and the photo can still be edited.
fn refused(name: &str, file: &[u8], reason: &str) {
    open_page(Build::Release, async |page| {
        let good = photos::png(320, 240);
        let mut photo = NativeImage::open(&good);
        page.choose_bytes("good.png", &good).await;
        page.add_filter("Sepia").await;
        page.wait_for_canvas(&mut photo, &["sepia"]).await;

        page.choose_bytes(name, file).await;
        let notification = page.wait_for_notification(&format!("{name} could not be opened.")).await;
        assert_eq!(notification.role, "alert");
        assert!(notification.text.contains(reason), "the reason given is {:?}", notification.text);
        assert_eq!(page.notifications().await.len(), 1, "one file, one notice");

        page.wait_for_canvas(&mut photo, &["sepia"]).await;
        page.add_filter("Invert").await;
        page.wait_for_canvas(&mut photo, &["sepia", "invert"]).await;
        page.click("button", "Dismiss").await;
        page.wait_until("room without notices", async || {
            let notifications = page.notifications().await;
            if notifications.is_empty() { Ok(()) } else { Err(format!("{notifications:?}")) }
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
    open_page(Build::Release, async |page| {
        page.choose_bytes("nothing.png", b"").await;
        page.wait_for_notification("nothing.png could not be opened.").await;
        let good = photos::png(320, 240);
        page.choose_bytes("good.png", &good).await;
        page.wait_for_canvas(&mut NativeImage::open(&good), &[]).await;
    });
}

/// Opens eight files at once that are no photos.
async fn eight(page: &Page) {
    let names: Vec<_> = (1..=8).map(|number| format!("bad-{number}.png")).collect();
    let files: Vec<(&str, &[u8])> = names.iter().map(|name| (name.as_str(), &b"no photo"[..])).collect();
    page.choose_files(&files).await;
    page.wait_for_notification("bad-8.png could not be opened.").await;
}

#[test]
fn many_are_named_each_and_leave_the_room_free() {
    open_page(Build::Release, async |page| {
        eight(page).await;
        let titles = async || page.notifications().await.into_iter().map(|one| one.title).collect::<Vec<_>>();
        let newest = [6, 7, 8].map(|number| format!("bad-{number}.png could not be opened."));
        assert_eq!(titles().await, newest);
        page.click("button", "5 more").await;
        assert_eq!(titles().await.len(), 8);
        assert_eq!(titles().await[0], "bad-1.png could not be opened.");
        page.wait_until_gone("button", "5 more").await;
        page.set_viewport(PHONE).await;
        page.load().await;
        eight(page).await;
        assert_eq!(titles().await, newest[2..]);
        page.click("button", "7 more").await;
        assert_eq!(titles().await.len(), 8);
    });
}

#[test]
fn those_that_stand_aside_are_named_and_marked() {
    open_page(Build::Release, async |page| {
        let good = photos::png(320, 240);
        page.choose_files(&[
            ("good.png", &good[..]),
            ("bad.png", b"no photo"),
            ("tiny.png", &photos::png(1, 1)),
        ])
        .await;
        page.wait_for_canvas(&mut NativeImage::open(&good), &[]).await;
        page.wait_for_notification("bad.png could not be opened.").await;
        page.find("button", "2, bad.png, could not be opened").await;
        page.find("button", "3, tiny.png, untouched").await;
        let script = "const print = document.querySelectorAll('.filmstrip-item')[2].querySelector('canvas');
            return `${print.width} ${getComputedStyle(print).display}`";
        page.wait_until("the picture of one pixel", async || {
            let print = page.run(script, serde_json::json!([])).await;
            if print == "1 block" { Ok(()) } else { Err(print.to_string()) }
        })
        .await;
    });
}
