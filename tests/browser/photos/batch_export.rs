//! Several photos are exported at once, each with its own stack; an error in one does not stop the others.

use std::collections::BTreeMap;

use fantoccini::key::Key;
use safelight_tests::harness::{Build, open_page};
use safelight_tests::native::NativeImage;
use safelight_tests::page::{DESKTOP, PHONE, Page, Viewport};
use safelight_tests::photos;
use serde_json::json;

/// The files of a ZIP archive without compression, by name, read from its central directory.
fn unzipped(zip: &[u8]) -> BTreeMap<String, Vec<u8>> {
    let half = |at: usize| usize::from(u16::from_le_bytes([zip[at], zip[at + 1]]));
    let whole = |at: usize| u32::from_le_bytes(zip[at..at + 4].try_into().expect("four bytes")) as usize;
    let end = zip.len() - 22;
    assert_eq!(&zip[end..end + 4], b"PK\x05\x06");
    let mut at = whole(end + 16);
    let file = |_| {
        assert_eq!(&zip[at..at + 4], b"PK\x01\x02");
        let (size, name, head) = (whole(at + 24), half(at + 28), whole(at + 42));
        let name = String::from_utf8(zip[at + 46..at + 46 + name].to_vec()).expect("a name");
        assert_eq!(&zip[head..head + 4], b"PK\x03\x04");
        let begin = head + 30 + half(head + 26);
        at += 46 + name.len();
        (name, zip[begin..begin + size].to_vec())
    };
    (0..half(end + 10)).map(file).collect()
}

/// The lines of the list, one for each photo, for example `hills.png: Done, 12 kB`.
async fn list(page: &Page) -> Vec<String> {
    let script = "return [...document.querySelectorAll('.batch-dialog .export-row')].map((one) => [...one.querySelectorAll('.file-name, .file-status')]
        .map((part) => spy.words(part.innerText)).join(': '))";
    let lines = page.run(script, json!([])).await;
    lines.as_array().into_iter().flatten().filter_map(|line| Some(line.as_str()?.to_owned())).collect()
}

/// Opens the dialog by the menu.
async fn asks(page: &Page) {
    page.click("button", "More").await;
    page.click("menuitem", "Export several photos").await;
}

async fn lists(page: &Page, expected: &[&str]) {
    page.wait_until(format_args!("list of {expected:?}"), async || {
        let list = list(page).await;
        let fits = list.len() == expected.len()
            && list.iter().zip(expected).all(|(line, expected)| line.starts_with(expected));
        if fits { Ok(()) } else { Err(format!("{list:?}")) }
    })
    .await;
}

#[test]
fn each_photo_is_exported_with_its_own_stack_into_one_zip() {
    open_page(Build::Release, async |page| {
        let files =
            [photos::png(300, 200), photos::jpeg(200, 300), photos::truncated(&photos::jpeg(640, 480), 0.5)];
        let named = [
            ("hills.png", &files[0][..]),
            ("hills.jpg", &files[1]),
            ("mist.jpg", &files[2]),
            ("left.png", &files[0]),
        ];
        page.choose_files(&named).await;
        let (mut first, mut second) = (NativeImage::open(&files[0]), NativeImage::open(&files[1]));
        page.wait_for_canvas(&mut first, &[]).await;
        page.click("button", "2, hills.jpg, untouched").await;
        page.wait_for_canvas(&mut second, &[]).await;
        page.add_filter("Sepia").await;
        page.add_filter("Invert").await;
        page.click("switch", "Sepia").await;
        page.wait_for_canvas(&mut second, &["invert"]).await;
        page.click("button", "1, hills.png, untouched").await;
        page.wait_for_canvas(&mut first, &[]).await;
        page.add_filter("Invert").await;
        page.wait_for_canvas(&mut first, &["invert"]).await;

        page.find("button", "3, mist.jpg, could not be opened").await;
        page.press_key(&[Key::Control, Key::Shift], 'e').await;
        // A file that could not be opened is exported only when it is selected.
        page.find("button", "Export 3 photos").await;
        page.click("checkbox", "mist.jpg").await;
        page.click("checkbox", "left.png").await;
        page.click("button", "Export 3 photos").await;
        page.find("heading", "Export 3 photos").await;
        lists(page, &["hills.png: Done, ", "hills.jpg: Done, ", "mist.jpg: "]).await;
        page.wait_until("the end of the file", async || {
            let list = list(page).await;
            if list[2].ends_with("Try again") { Ok(()) } else { Err(list[2].clone()) }
        })
        .await;
        let before = page.downloaded();
        let button = page.names("button").await.into_iter().find(|name| name.starts_with("Save zip of 2, "));
        page.click("button", &button.expect("the files can be saved")).await;
        let (name, zip) = page.new_download(&before).await;
        assert_eq!(name, "photos.zip");
        let files = unzipped(&zip);
        assert_eq!(files.keys().collect::<Vec<_>>(), ["hills-invert-2.png", "hills-invert.png"]);
        assert!(files["hills-invert.png"] == first.export_filters(&["invert"]));
        assert!(files["hills-invert-2.png"] == second.export_filters(&["invert"]));
        if let Ok(path) = std::env::var("SAFELIGHT_KEEP_ZIP") {
            std::fs::write(path, &zip).expect("it can be kept");
        }
        lists(page, &["hills.png: Saved, ", "hills.jpg: Saved, ", "mist.jpg: "]).await;
        page.find("button", "Saved").await;
        page.wait_until_gone("button", "Discard").await;
        page.press_key(&[], Key::Escape).await;
        page.find("button", "1, hills.png, exported").await;
        page.find("button", "2, hills.jpg, exported").await;
        page.find("button", "4, left.png, untouched").await;
        // The active photo was there all the while.
        page.wait_for_canvas(&mut first, &["invert"]).await;
    });
}

/// Makes the worker that gets the photo after so many others never receive it, so that the export lasts.
async fn leave_waiting(page: &Page, after: u32, pictures: u64) {
    // Thumbnails of the filmstrip have workers too, before.
    let script = "return [...document.querySelectorAll('.filmstrip-item canvas')].filter((one) => one.width > 1).length";
    page.wait_until(format_args!("{pictures} pictures in the strip"), async || {
        let count = page.run(script, json!([])).await;
        if count == pictures { Ok(()) } else { Err(count.to_string()) }
    })
    .await;
    let script = "const has = (value) => value && typeof value === 'object' && !(value instanceof ArrayBuffer) &&
            [...(value instanceof Map ? value : Object.entries(value))].some(([name, part]) => name === 'Open' || has(part));
        let left = arguments[0];
        const post = Worker.prototype.postMessage;
        Worker.prototype.postMessage = function (message, ...rest) {
            if (!has(message) || left-- !== 0) post.call(this, message, ...rest);
        };
        const every = setInterval;
        globalThis.setInterval = (tick, ms, ...rest) => every(tick, ms === 1000 ? 10000 : ms, ...rest);";
    page.run(script, json!([after])).await;
}

#[test]
fn it_goes_on_behind_the_page_and_stops_at_once() {
    open_page(Build::Release, async |page| {
        let files = [photos::png(300, 200), photos::png(200, 300), photos::png(240, 240)];
        page.choose_files(&[("a.png", &files[0]), ("b.png", &files[1]), ("c.png", &files[2])]).await;
        let mut first = NativeImage::open(&files[0]);
        page.wait_for_canvas(&mut first, &[]).await;
        leave_waiting(page, 1, 3).await;
        asks(page).await;
        page.click("button", "Export 3 photos").await;
        lists(page, &["a.png: Done, ", "b.png: 0 %", "c.png: Waiting"]).await;
        page.click("button", "Close; the export goes on").await;
        page.add_filter("Invert").await;
        page.wait_for_canvas(&mut first, &["invert"]).await;
        asks(page).await;
        page.click("button", "Pause").await;
        page.find("button", "Go on").await;
        page.click("button", "Cancel").await;
        lists(page, &["a.png: Done, ", "b.png: Cancelled", "c.png: Cancelled"]).await;
        page.run("spy.find('button', 'Try again')[1].click()", json!([])).await;
        lists(page, &["a.png: Done, ", "b.png: Cancelled", "c.png: Done, "]).await;
        page.find("heading", "Export 3 photos").await;
        page.click("button", "Discard").await;
        page.wait_until_gone("heading", "Export 3 photos").await;
        // Nothing was saved.
        assert!(page.downloaded().is_empty());
        page.find("button", "3, c.png, untouched").await;
        asks(page).await;
        page.find("button", "Export 3 photos").await;
    });
}

#[test]
fn what_is_done_behind_the_page_is_told_and_can_be_saved_there() {
    open_page(Build::Release, async |page| {
        let files = [photos::png(300, 200), photos::png(200, 300)];
        page.choose_files(&[("a.png", &files[0]), ("b.png", &files[1])]).await;
        page.wait_for_canvas(&mut NativeImage::open(&files[0]), &[]).await;
        page.click("button", "More").await;
        page.click("menuitem", "Export several photos").await;
        page.run(
            "spy.find('button', 'Export 2 photos')[0].click();
             spy.find('button', 'Close; the export goes on')[0].click();",
            json!([]),
        )
        .await;
        page.wait_for_notification("Exported: 2 of 2 photos.").await;
        let before = page.downloaded();
        page.click("button", "Save zip").await;
        let (_, zip) = page.new_download(&before).await;
        assert_eq!(unzipped(&zip).len(), 2);
        page.wait_until_gone("button", "Save zip").await;
        page.find("button", "2, b.png, exported").await;
    });
}

#[test]
fn several_exported_in_a_window() {
    pictures(DESKTOP);
}

#[test]
fn several_exported_on_a_phone() {
    pictures(PHONE);
}

fn pictures(screen: Viewport) {
    open_page(Build::Release, async |page| {
        page.set_viewport(screen).await;
        page.load().await;
        let sample = include_bytes!("../../../style/sample.jpg");
        let broken = photos::truncated(&photos::jpeg(640, 480), 0.5);
        let (second, third) = (photos::jpeg(1200, 800), photos::png_with_alpha(520, 720));
        page.choose_files(&[
            ("dusk-over-the-lake.jpg", sample),
            ("north-shore.jpg", &second),
            ("morning-mist.jpg", &broken),
            ("after-midnight.jpg", sample),
            ("lantern.png", &third),
        ])
        .await;
        page.wait_for_status("Opened dusk-over-the-lake.jpg").await;
        page.add_filter("Sepia").await;
        page.find("img", "dusk-over-the-lake.jpg with 1 filter").await;
        page.wait_for_notification("morning-mist.jpg could not be opened.").await;
        asks(page).await;
        page.click("checkbox", "morning-mist.jpg").await;
        page.find("button", "Export 5 photos").await;
        page.screenshot(screen, "batch-choice").await;
        leave_waiting(page, 3, 4).await;
        page.click("button", "Export 5 photos").await;
        lists(
            page,
            &[
                "dusk",
                "north-shore.jpg: Done",
                "morning-mist.jpg",
                "after-midnight.jpg: 0 %",
                "lantern.png: Waiting",
            ],
        )
        .await;
        page.screenshot(screen, "batch").await;
        page.click("button", "Cancel").await;
    });
}
