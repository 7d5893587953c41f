//! Records what a build of the page saves in the browser, for `browser/photos/saved_session.rs`, which has later builds
//! open it: `SAFELIGHT_DIST=… cargo run -p safelight-tests --bin record_session`. Run it with the build whose sessions
//! are to be opened, never with a later one.

use std::path::Path;

use fantoccini::key::Key;
use safelight_tests::browser::{Browser, Engine};
use safelight_tests::harness::Build;
use safelight_tests::native::digest;
use safelight_tests::page::Page;
use safelight_tests::photos;
use safelight_tests::server::Server;
use serde_json::json;

/// A table of colours that swaps red and blue.
const LUT: &str =
    "TITLE \"Swapped\"\nLUT_3D_SIZE 2\n0 0 0\n0 0 1\n0 1 0\n0 1 1\n1 0 0\n1 0 1\n1 1 0\n1 1 1\n";

fn main() {
    let runtime = tokio::runtime::Builder::new_multi_thread().enable_all().build();
    runtime.expect("a runtime can be started").block_on(record());
}

async fn record() {
    let server = Server::start(&Build::Release.folder()).await.expect("a port of this machine is free");
    let page = Page::new(Browser::start(Engine::Chromium).await, server);
    page.load().await;
    page.choose_files(&[
        ("dusk.png", &photos::png(96, 64)),
        ("shore.jpg", &photos::jpeg(120, 160)),
        ("lantern.png", &photos::png_with_alpha(64, 64)),
        ("removed.png", &photos::plain_png(32, 32, [90, 120, 60])),
    ])
    .await;
    edit_dusk(&page).await;
    edit_shore(&page).await;
    edit_lantern(&page).await;
    page.focus("button", "4, removed.png, untouched").await;
    page.press_key(&[], Key::Delete).await;
    page.wait_until_gone("button", "4, removed.png, untouched").await;
    page.click("button", "2, shore.jpg, edited").await;
    page.wait_for_status("Opened shore.jpg").await;
    page.press_key(&[], '2').await;
    page.wait_until("shore.jpg at 200 %", async || {
        let width = "return document.querySelector('canvas[aria-label^=\"shore.jpg\"]').getBoundingClientRect().width";
        let width = page.run(width, json!([])).await;
        if width == 240.0 { Ok(()) } else { Err(width.to_string()) }
    })
    .await;
    for choice in ["Theme: as the system", "Theme: light", "The film strip in full"] {
        page.click("button", choice).await;
    }
    let (name, exported) = page.export().await;
    page.wait_for_autosave().await;
    choose_german(&page).await;
    page.open_bare_document().await;
    let storage = page.run(include_str!("../scripts/dump_storage.js"), json!([])).await;
    page.browser.close().await;
    let fixture = json!({ "storage": storage, "export": { "name": name, "sha256": digest(&exported) } });
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("fixtures/saved_session.json");
    let text = serde_json::to_string_pretty(&fixture).expect("JSON");
    std::fs::write(path, text + "\n").expect("the workspace is writable");
}

/// A stack of three filters, one of them off, and two history entries undone.
async fn edit_dusk(page: &Page) {
    page.wait_for_status("Opened dusk.png").await;
    page.add_filter("Sepia").await;
    page.add_filter("Exposure").await;
    page.set_number("Exposure", "0.5").await;
    page.add_filter("Vignette").await;
    page.click("switch", "Sepia").await;
    page.add_filter("Invert").await;
    page.add_filter("Grayscale").await;
    for _ in 0..2 {
        page.press_key(&[Key::Control], 'z').await;
    }
    page.find("button", "Redo: Added Invert").await;
    page.wait_for_autosave().await;
}

/// A table of colours from a file, and a bent curve.
async fn edit_shore(page: &Page) {
    page.click("button", "2, shore.jpg, untouched").await;
    page.wait_for_status("Opened shore.jpg").await;
    assert!(page.drop_file("Swapped.cube", LUT.as_bytes(), (640, 400)).await);
    page.find("switch", "Colour table").await;
    page.add_filter("Curves").await;
    page.fill("Output of point 1", "40").await;
    page.wait_for_autosave().await;
}

/// The person's own presets, one of them applied.
async fn edit_lantern(page: &Page) {
    page.click("button", "3, lantern.png, untouched").await;
    page.wait_for_status("Opened lantern.png").await;
    page.add_filter("Grayscale").await;
    page.add_filter("Contrast").await;
    page.set_number("Amount", "20").await;
    save_preset(page, "Silver light").await;
    page.click("button", "Original").await;
    page.add_filter("Invert").await;
    save_preset(page, "Negative").await;
    page.click("button", "Silver light").await;
    page.wait_for_status("Look: Silver light").await;
    page.wait_for_autosave().await;
}

async fn save_preset(page: &Page, name: &str) {
    page.press_key(&[Key::Control, Key::Shift], 's').await;
    page.find("textbox", "Name of the look").await;
    page.fill("Name of the look", name).await;
    page.wait_for_status(&format!("{name} is among the looks now")).await;
}

/// Chooses the language on the empty page of a second tab: an open photo has no such button.
async fn choose_german(page: &Page) {
    let client = &page.browser.client;
    let first = client.window().await.expect("a tab");
    let second = client.new_window(true).await.expect("another tab").handle;
    client.switch_to_window(second).await.expect("it is there");
    page.navigate().await;
    page.click("button", "Deutsch").await;
    page.find("button", "Fotos öffnen").await;
    client.close_window().await.expect("it is there");
    client.switch_to_window(first).await.expect("it is there");
}
