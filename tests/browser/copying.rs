//! The photo on the clipboard.

use fantoccini::key::Key;
use safelight_tests::native::{Native, Picture};
use safelight_tests::photos;
use safelight_tests::site::{Site, visit};
use safelight_tests::visit::Visit;
use serde_json::json;

/// A photo under Sepia.
async fn toned(page: &Visit) -> Native {
    let file = photos::png(2400, 1600);
    let mut photo = Native::open(&file);
    page.choose_bytes("hills.png", &file).await;
    page.add("Sepia").await;
    page.shows(&mut photo, &["sepia"]).await;
    photo
}

#[test]
fn the_photo_is_copied_in_full_size() {
    visit(Site::Release, async |page| {
        let mut photo = toned(page).await;
        // As a browser that wants the promise in the key's own turn, and waits for it.
        let script = "navigator.clipboard.write = async ([item]) => {
            globalThis.inTurn = event?.type === 'keydown' || event?.type === 'click';
            const blob = await item.getType('image/png');
            const bytes = new Uint8Array(await blob.arrayBuffer());
            globalThis.copied = [...bytes];
        }";
        page.run(script, json!([])).await;
        page.strike(&[Key::Control, Key::Shift], 'c').await;
        page.reads_status("The photo is on the clipboard, as a PNG of").await;
        assert_eq!(page.run("return globalThis.inTurn", json!([])).await, true);
        let bytes: Vec<u8> = page
            .run("return copied", json!([]))
            .await
            .as_array()
            .expect("bytes")
            .iter()
            .map(|byte| byte.as_u64().expect("a byte") as u8)
            .collect();
        assert_eq!(Picture::of_png(&bytes).difference(&photo.whole(&["sepia"])), None);
        // No file was saved.
        assert!(page.downloaded().is_empty());

        page.run("globalThis.copied = null", json!([])).await;
        page.click("button", "More").await;
        page.click("menuitem", "Copy the result").await;
        page.until("copy", async || {
            let copied = page.run("return globalThis.copied !== null", json!([])).await;
            if copied == true { Ok(()) } else { Err("nothing yet".to_owned()) }
        })
        .await;
    });
}

#[test]
fn a_browser_that_refuses_ends_in_one_sentence() {
    visit(Site::Release, async |page| {
        toned(page).await;
        let text = "The browser does not let this page put a picture on the clipboard. Export it instead.";
        for refusal in [
            "navigator.clipboard.write = async () => { throw new DOMException('no', 'NotAllowedError'); }",
            "globalThis.ClipboardItem = undefined",
            "Object.defineProperty(navigator, 'clipboard', { value: undefined })",
        ] {
            page.run(refusal, json!([])).await;
            page.strike(&[Key::Control, Key::Shift], 'c').await;
            let told = page.hears("hills.png could not be copied.").await;
            assert_eq!((told.role.as_str(), told.text.as_str()), ("alert", text), "{refusal}");
            page.click("button", "Dismiss").await;
            page.gone("heading", "hills.png could not be copied.").await;
            page.gone("progressbar", "Copying").await;
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
    visit(Site::Release, async |page| {
        page.choose(&photos::large_jpeg()).await;
        page.find("button", "Fit").await;
        page.strike(&[Key::Control, Key::Shift], 'c').await;
        page.find("progressbar", "Copying").await;
        page.strike(&[], Key::Escape).await;
        page.reads_status("Copying was cancelled").await;
        assert!(page.told().await.is_empty());
    });
}
