//! The focus moves to a sensible element when the focused one is removed.

use fantoccini::key::Key;
use safelight_tests::harness::{Build, open_page};
use safelight_tests::native::NativeImage;
use safelight_tests::photos;

#[test]
fn a_photo_has_the_keyboard_when_the_empty_room_had_it() {
    open_page(Build::Release, async |page| {
        page.focus("button", "No photo at hand? Try the sample photo").await;
        page.press_key(&[], Key::Enter).await;
        let mut sample = NativeImage::open(include_bytes!("../../../style/sample.jpg"));
        page.wait_for_canvas(&mut sample, &[]).await;
        focuses(page, "sample.jpg with no filters").await;
        page.click("button", "More").await;
        page.click("menuitem", "Close the photo").await;
        focuses(page, "Open photos").await;
        page.focus("button", "Put it back").await;
        page.press_key(&[], Key::Enter).await;
        page.wait_for_canvas(&mut sample, &[]).await;
        focuses(page, "sample.jpg with no filters").await;
    });
}

#[test]
fn the_next_notice_has_the_keyboard_when_one_is_dismissed() {
    open_page(Build::Release, async |page| {
        let good = photos::png(300, 200);
        page.choose_files(&[("good.png", &good[..]), ("a.png", b"none"), ("b.png", b"none")]).await;
        page.wait_for_canvas(&mut NativeImage::open(&good), &[]).await;
        page.wait_for_notification("a.png could not be opened.").await;
        page.wait_for_notification("b.png could not be opened.").await;
        page.run("spy.find('button', 'Dismiss').at(-1).focus()", serde_json::json!([])).await;
        page.press_key(&[], Key::Enter).await;
        page.wait_until_gone("heading", "b.png could not be opened.").await;
        focuses(page, "Dismiss").await;
        page.press_key(&[], Key::Enter).await;
        focuses(page, "good.png with no filters").await;
    });
}

async fn focuses(page: &safelight_tests::page::Page, name: &str) {
    page.wait_until(format_args!("focus on {name}"), async || {
        let focused = page.focused().await;
        if focused == name { Ok(()) } else { Err(focused) }
    })
    .await;
}
