//! What the browser refuses to keep is named, and work goes on.

use safelight_tests::harness::{Build, open_page};
use safelight_tests::native::NativeImage;
use safelight_tests::page::Page;
use safelight_tests::photos;
use serde_json::json;

use crate::photos::autosave::{before_load, keeps, keeps_files, opens, three};

#[test]
fn a_browser_that_keeps_nothing_is_named_and_work_goes_on() {
    open_page(Build::Release, async |page| {
        before_load(page, "Object.defineProperty(globalThis, 'indexedDB', { value: undefined });").await;
        page.reload().await;
        page.find("button", "Open photos").await;
        let mut photo = opens(page).await;
        let notification = page.wait_for_notification("hills.png is not kept for the next visit.").await;
        assert_eq!(notification.role, "status");
        page.add_filter("Sepia").await;
        page.wait_for_canvas(&mut photo, &["sepia"]).await;
        page.click("button", "Undo: Added Sepia").await;
        page.wait_for_canvas(&mut photo, &[]).await;
    });
}

#[test]
fn a_photo_without_room_is_named_and_its_filters_are_kept() {
    open_page(Build::Release, async |page| {
        refuse_files(page, "true").await;
        page.reload().await;
        page.find("button", "Open photos").await;
        let mut photo = opens(page).await;
        page.wait_for_notification("hills.png is not kept for the next visit.").await;
        page.add_filter("Sepia").await;
        page.wait_for_canvas(&mut photo, &["sepia"]).await;
        page.wait_for_autosave().await;
        page.reload().await;
        page.wait_for_notification("The filters of hills.png are back, the photo is not.").await;
        page.choose_bytes("hills.png", &photos::png(300, 200)).await;
        page.wait_for_canvas(&mut photo, &["sepia"]).await;
    });
}

#[test]
fn photos_without_room_are_named_in_one_sentence_and_leaving_is_asked_about() {
    open_page(Build::Release, async |page| {
        refuse_files(page, "value.name !== 'shore.jpg'").await;
        page.reload().await;
        page.find("button", "Open photos").await;
        let [_, mut shore, _] = three(page).await;
        let notification = page.wait_for_notification("2 photos are not kept for the next visit.").await;
        assert!(notification.text.starts_with("dusk.png, lantern.png: "), "{}", notification.text);
        assert_eq!(page.notifications().await.len(), 1);
        let asks = "const event = new Event('beforeunload', { cancelable: true });
            return !window.dispatchEvent(event)";
        assert_eq!(page.run(asks, json!([])).await, true, "dusk.png has filters");
        keeps(page, "sepia").await;
        page.reload().await;
        page.wait_for_canvas(&mut shore, &["invert"]).await;
        page.wait_for_notification("The filters of dusk.png are back, the photo is not.").await;
        page.find("button", "1, dusk.png, could not be opened").await;
        // What waits for its file is not closed with the others.
        page.click("button", "More").await;
        page.click("menuitem", "Close the photo").await;
        page.wait_for_notification("shore.jpg was closed.").await;
        page.click("button", "Put it back").await;
        page.wait_for_canvas(&mut shore, &["invert"]).await;
        page.find("button", "1, dusk.png, could not be opened").await;
        page.wait_until_gone("button", "3, lantern.png, untouched").await;
        let file = photos::png(300, 200);
        page.choose_bytes("dusk.png", &file).await;
        page.wait_for_canvas(&mut NativeImage::open(&file), &["sepia"]).await;
        page.find("button", "1, dusk.png, edited").await;
    });
}

#[test]
fn filters_without_room_are_named_and_leaving_is_asked_about() {
    open_page(Build::Release, async |page| {
        let script = "const put = IDBObjectStore.prototype.put;
            IDBObjectStore.prototype.put = function (value, key) {
                if (/ work /.test(key)) throw new DOMException('no room', 'QuotaExceededError');
                return put.call(this, value, key);
            };";
        before_load(page, script).await;
        page.reload().await;
        page.find("button", "Open photos").await;
        let mut photo = opens(page).await;
        page.add_filter("Sepia").await;
        page.wait_for_canvas(&mut photo, &["sepia"]).await;
        page.wait_for_notification("hills.png is not kept for the next visit.").await;
        keeps_files(page, &["hills.png"]).await;
        let asks = "const event = new Event('beforeunload', { cancelable: true });
            return !window.dispatchEvent(event)";
        assert_eq!(page.run(asks, json!([])).await, true);
    });
}

/// Has the browser keep no file of which this holds, from the next document on.
async fn refuse_files(page: &Page, which: &str) {
    let script = format!(
        "const put = IDBObjectStore.prototype.put;
         IDBObjectStore.prototype.put = function (value, key) {{
             if (value instanceof File && {which}) throw new DOMException('no room', 'QuotaExceededError');
             return put.call(this, value, key);
         }};"
    );
    before_load(page, &script).await;
}
