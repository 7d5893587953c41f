//! The keyboard has a place when what had it goes.

use fantoccini::key::Key;
use safelight_tests::native::Native;
use safelight_tests::photos;
use safelight_tests::site::{Site, visit};

#[test]
fn a_photo_has_the_keyboard_when_the_empty_room_had_it() {
    visit(Site::Release, async |page| {
        page.focus("button", "No photo at hand? Try the sample photo").await;
        page.strike(&[], Key::Enter).await;
        let mut sample = Native::open(include_bytes!("../../style/sample.jpg"));
        page.shows(&mut sample, &[]).await;
        focuses(page, "sample.jpg with no filters").await;
        page.click("button", "More").await;
        page.click("menuitem", "Close the photo").await;
        focuses(page, "Open photos").await;
        page.focus("button", "Put it back").await;
        page.strike(&[], Key::Enter).await;
        page.shows(&mut sample, &[]).await;
        focuses(page, "sample.jpg with no filters").await;
    });
}

#[test]
fn the_next_notice_has_the_keyboard_when_one_is_dismissed() {
    visit(Site::Release, async |page| {
        let good = photos::png(300, 200);
        page.choose_several(&[("good.png", &good[..]), ("a.png", b"none"), ("b.png", b"none")]).await;
        page.shows(&mut Native::open(&good), &[]).await;
        page.hears("a.png could not be opened.").await;
        page.hears("b.png could not be opened.").await;
        page.run("probe.find('button', 'Dismiss').at(-1).focus()", serde_json::json!([])).await;
        page.strike(&[], Key::Enter).await;
        page.gone("heading", "b.png could not be opened.").await;
        focuses(page, "Dismiss").await;
        page.strike(&[], Key::Enter).await;
        focuses(page, "good.png with no filters").await;
    });
}

async fn focuses(page: &safelight_tests::visit::Visit, name: &str) {
    page.until(format_args!("focus on {name}"), async || {
        let focused = page.focused().await;
        if focused == name { Ok(()) } else { Err(focused) }
    })
    .await;
}
