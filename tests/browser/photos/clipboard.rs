//! The photo on the clipboard.

use fantoccini::key::Key;
use safelight_tests::harness::{Build, open_page};
use safelight_tests::native::{NativeImage, TestImage};
use safelight_tests::page::Page;
use safelight_tests::photos;
use serde_json::json;

/// A photo under Sepia.
async fn toned(page: &Page) -> NativeImage {
    let file = photos::png(2400, 1600);
    let mut photo = NativeImage::open(&file);
    page.choose_bytes("hills.png", &file).await;
    page.add_filter("Sepia").await;
    page.wait_for_canvas(&mut photo, &["sepia"]).await;
    photo
}

#[test]
fn the_photo_is_copied_in_full_size() {
    open_page(Build::Release, async |page| {
        let mut photo = toned(page).await;
        // As a browser that wants the promise in the key's own turn, and waits for it.
        let script = "navigator.clipboard.write = async ([item]) => {
            globalThis.inTurn = event?.type === 'keydown' || event?.type === 'click';
            const blob = await item.getType('image/png');
            const bytes = new Uint8Array(await blob.arrayBuffer());
            globalThis.copied = [...bytes];
        }";
        page.run(script, json!([])).await;
        page.press_key(&[Key::Control, Key::Shift], 'c').await;
        page.wait_for_status("The photo is on the clipboard, as a PNG of").await;
        assert_eq!(page.run("return globalThis.inTurn", json!([])).await, true);
        let bytes: Vec<u8> = page
            .run("return copied", json!([]))
            .await
            .as_array()
            .expect("bytes")
            .iter()
            .map(|byte| byte.as_u64().expect("a byte") as u8)
            .collect();
        assert_eq!(TestImage::of_png(&bytes).difference(&photo.render_full(&["sepia"])), None);
        // No file was saved.
        assert!(page.downloaded().is_empty());

        page.run("globalThis.copied = null", json!([])).await;
        page.click("button", "More").await;
        page.click("menuitem", "Copy the result").await;
        page.wait_until("copy", async || {
            let copied = page.run("return globalThis.copied !== null", json!([])).await;
            if copied == true { Ok(()) } else { Err("nothing yet".to_owned()) }
        })
        .await;
    });
}

#[test]
fn a_browser_that_refuses_ends_in_one_sentence() {
    open_page(Build::Release, async |page| {
        toned(page).await;
        let text = "The browser does not let this page put a picture on the clipboard. Export it instead.";
        for refusal in [
            "navigator.clipboard.write = async () => { throw new DOMException('no', 'NotAllowedError'); }",
            "globalThis.ClipboardItem = undefined",
            "Object.defineProperty(navigator, 'clipboard', { value: undefined })",
        ] {
            page.run(refusal, json!([])).await;
            page.press_key(&[Key::Control, Key::Shift], 'c').await;
            let notification = page.wait_for_notification("hills.png could not be copied.").await;
            assert_eq!(
                (notification.role.as_str(), notification.text.as_str()),
                ("alert", text),
                "{refusal}"
            );
            page.click("button", "Dismiss").await;
            page.wait_until_gone("heading", "hills.png could not be copied.").await;
            page.wait_until_gone("progressbar", "Copying").await;
            let status = "return document.querySelector('[role=status]').textContent";
            assert_eq!(page.run(status, json!([])).await, "The browser refused to copy", "{refusal}");
            assert!(page.downloaded().is_empty(), "{refusal}");
        }
        // What comes after is not held up.
        let (name, _) = page.export().await;
        assert_eq!(name, "hills-sepia.png");
    });
}

#[test]
fn copying_can_be_given_up() {
    open_page(Build::Release, async |page| {
        page.choose_file(&photos::large_jpeg()).await;
        page.find("button", "Fit").await;
        page.press_key(&[Key::Control, Key::Shift], 'c').await;
        page.find("progressbar", "Copying").await;
        page.press_key(&[], Key::Escape).await;
        page.wait_for_status("Copying was cancelled").await;
        assert!(page.notifications().await.is_empty());
    });
}
