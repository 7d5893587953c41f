//! The page in the other browsers: the same pixels, the same file, and buffers that are moved there too.

use base64::Engine as _;
use base64::prelude::BASE64_STANDARD;
use safelight_tests::browser::Engine;
use safelight_tests::native::Native;
use safelight_tests::photos;
use safelight_tests::site::{Site, visit_in};
use safelight_tests::visit::{Visit, Way};
use serde_json::json;

#[test]
fn firefox_makes_the_same_bytes() {
    visit_in(Engine::Firefox, Site::Release, makes_the_same_bytes);
}

#[test]
fn firefox_moves_buffers_both_ways() {
    visit_in(Engine::Firefox, Site::Hooked, moves_buffers_both_ways);
}

#[test]
fn webkit_makes_the_same_bytes() {
    visit_in(Engine::WebKit, Site::Release, makes_the_same_bytes);
}

#[test]
fn webkit_moves_buffers_both_ways() {
    visit_in(Engine::WebKit, Site::Hooked, moves_buffers_both_ways);
}

async fn makes_the_same_bytes(page: &Visit) {
    let file = photos::png(640, 480);
    let mut photo = Native::open(&file);
    assert!(page.bring(Way::Drop, "hills.png", &file, (640, 400)).await, "the page wants no file");
    page.shows(&mut photo, &[]).await;
    page.add("Sepia").await;
    page.shows(&mut photo, &["sepia"]).await;
    page.add("Invert").await;
    page.shows(&mut photo, &["sepia", "invert"]).await;
    page.click("switch", "Sepia").await;
    page.shows(&mut photo, &["invert"]).await;
    assert_eq!(exported(page).await, photo.exported(&["invert"]));
}

async fn moves_buffers_both_ways(page: &Visit) {
    let file = photos::jpeg(640, 480);
    let mut photo = Native::open(&file);
    assert!(page.bring(Way::Drop, "hills.jpg", &file, (640, 400)).await, "the page wants no file");
    page.shows(&mut photo, &[]).await;
    page.add("Sepia").await;
    page.shows(&mut photo, &["sepia"]).await;
    let sent = page.sent().await;
    let of = |kind: &'static str| sent.iter().filter(move |sent| sent.kind == kind);
    assert_eq!(of("Open").map(|sent| sent.before.len()).collect::<Vec<_>>(), [1]);
    assert!(of("Render").any(|sent| sent.before.len() == 1), "no spent buffer went back: {sent:#?}");
    for sent in of("Open").chain(of("Render")) {
        assert!(sent.after.iter().all(|bytes| *bytes == 0), "a buffer was cloned: {sent:?}");
    }
    let reports = page.reports().await;
    let frames: Vec<_> = reports.iter().filter(|report| report["sent"].is_array()).collect();
    assert!(frames.len() >= 2, "frames are reported: {reports:?}");
    for frame in frames {
        let left = frame["left"].as_array().cloned().unwrap_or_default();
        assert!(!left.is_empty() && left.iter().all(|bytes| *bytes == 0), "a frame was cloned: {frame}");
    }
}

/// What Export hands to the browser. Not all drivers say where downloads go.
async fn exported(page: &Visit) -> Vec<u8> {
    let listen = "const { createObjectURL } = URL;
        URL.createObjectURL = (blob) => { probe.exported = blob; return createObjectURL.call(URL, blob); };";
    page.run(listen, json!([])).await;
    page.click("button", "Export").await;
    let read = "if (!probe.exported) return null;
        return new Promise((done) => {
            const reader = new FileReader();
            reader.onload = () => done(reader.result.split(',')[1]);
            reader.readAsDataURL(probe.exported);
        });";
    let letters = page
        .until("exported file", async || {
            let read = page.run(read, json!([])).await;
            read.as_str().map(str::to_owned).ok_or_else(|| read.to_string())
        })
        .await;
    BASE64_STANDARD.decode(letters).expect("base64")
}
