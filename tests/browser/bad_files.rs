//! Files that are no photos: one clear sentence each, and the app goes on.

use safelight_tests::native::Native;
use safelight_tests::photos;
use safelight_tests::site::{Site, visit};
use safelight_tests::visit::{PHONE, Visit};

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

/// Eight files that are no photos, at once.
async fn eight(page: &Visit) {
    let names: Vec<_> = (1..=8).map(|number| format!("bad-{number}.png")).collect();
    let files: Vec<(&str, &[u8])> = names.iter().map(|name| (name.as_str(), &b"no photo"[..])).collect();
    page.choose_several(&files).await;
    page.hears("bad-8.png could not be opened.").await;
}

#[test]
fn many_are_named_each_and_leave_the_room_free() {
    visit(Site::Release, async |page| {
        eight(page).await;
        let titles = async || page.told().await.into_iter().map(|told| told.title).collect::<Vec<_>>();
        let newest = [6, 7, 8].map(|number| format!("bad-{number}.png could not be opened."));
        assert_eq!(titles().await, newest);
        page.click("button", "5 more").await;
        assert_eq!(titles().await.len(), 8);
        assert_eq!(titles().await[0], "bad-1.png could not be opened.");
        page.gone("button", "5 more").await;
        page.on_screen(PHONE).await;
        page.go().await;
        eight(page).await;
        assert_eq!(titles().await, newest[2..]);
        page.click("button", "7 more").await;
        assert_eq!(titles().await.len(), 8);
    });
}

#[test]
fn those_that_stand_aside_are_named_and_marked() {
    visit(Site::Release, async |page| {
        let good = photos::png(320, 240);
        page.choose_several(&[
            ("good.png", &good[..]),
            ("bad.png", b"no photo"),
            ("tiny.png", &photos::png(1, 1)),
        ])
        .await;
        page.shows(&mut Native::open(&good), &[]).await;
        page.hears("bad.png could not be opened.").await;
        page.find("button", "2, bad.png, could not be opened").await;
        page.find("button", "3, tiny.png, untouched").await;
        let script = "const print = document.querySelectorAll('.filmstrip-item')[2].querySelector('canvas');
            return `${print.width} ${getComputedStyle(print).display}`";
        page.until("the picture of one pixel", async || {
            let print = page.run(script, serde_json::json!([])).await;
            if print == "1 block" { Ok(()) } else { Err(print.to_string()) }
        })
        .await;
    });
}
