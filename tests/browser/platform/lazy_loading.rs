//! A first visit loads what the empty page needs. The editor comes when there is time, or when it is needed.

use safelight_kernels::{Kind, SPECS, filter_text};
use safelight_tests::harness::{Build, open_page};
use safelight_tests::native::NativeImage;
use safelight_tests::page::Page;
use safelight_tests::photos;
use serde_json::{Value, json};

/// Part of the address of the editor's code.
const EDITOR: &str = "_editor.wasm";
const MISSING: &str = "The editor could not be loaded.";

/// How often something was asked for after the first `before` requests.
fn asked_for(page: &Page, before: usize, part: &str) -> usize {
    page.server.requests().iter().skip(before).filter(|asked| asked.path.contains(part)).count()
}

/// Waits until something is asked for after the first `before` requests.
async fn asks_for(page: &Page, before: usize, part: &str, times: usize) {
    page.wait_until(format_args!("{times} requests for {part}"), async || {
        let asked = asked_for(page, before, part);
        if asked >= times { Ok(()) } else { Err(format!("{:?}", page.server.requests())) }
    })
    .await;
}

/// Goes to the page while the host has no worker, so that the page is not done with loading; returns how much was
/// asked for before.
async fn stays_busy(page: &Page) -> usize {
    page.expect_console_error("404");
    page.expect_console_error("Failed to load resource");
    asks_for(page, 0, EDITOR, 1).await;
    page.server.respond_404_to("worker");
    let before = page.server.requests().len();
    page.load().await;
    asks_for(page, before, "worker", 1).await;
    before
}

/// Goes to the page while the host has no editor, and waits until the page has asked for it.
async fn loses_the_editor(page: &Page) {
    page.expect_console_error("404");
    asks_for(page, 0, EDITOR, 1).await;
    page.server.respond_404_to(EDITOR);
    let before = page.server.requests().len();
    page.load().await;
    asks_for(page, before, EDITOR, 1).await;
}

/// Has a network of this speed from here on; of none, with 0.
async fn goes_over(page: &Page, bytes_per_s: i32) {
    let network: Value = json!({
        "offline": bytes_per_s == 0,
        "latency": 0,
        "downloadThroughput": bytes_per_s,
        "uploadThroughput": bytes_per_s,
    });
    page.browser.devtools("Network.enable", json!({})).await;
    page.browser.devtools("Network.emulateNetworkConditions", network).await;
}

#[test]
fn the_editor_is_not_loaded_before_the_empty_page_is_idle() {
    open_page(Build::Release, async |page| {
        let before = stays_busy(page).await;
        asks_for(page, before, "worker", 2).await;
        assert_eq!(asked_for(page, before, EDITOR), 0, "{:?}", page.server.requests());
        page.server.resume();
        asks_for(page, before, EDITOR, 1).await;
        let asked = page.server.requests();
        let place = |part: &str| asked.iter().skip(before).position(|asked| asked.path.ends_with(part));
        assert!(place("safelight-worker_bg.wasm") < place(EDITOR), "the worker comes first: {asked:?}");
        assert_eq!(page.notifications().await, []);
    });
}

#[test]
fn the_editor_is_loaded_at_once_when_files_hang_over_the_page() {
    open_page(Build::Release, async |page| {
        let before = stays_busy(page).await;
        assert!(page.drag_file_over("hills.png", &photos::png(320, 240), (640, 400)).await);
        asks_for(page, before, EDITOR, 1).await;
        assert_eq!(asked_for(page, before, "safelight-worker_bg.wasm"), 0, "{:?}", page.server.requests());
    });
}

#[test]
fn an_editor_that_cannot_be_loaded_is_told_and_tried_again() {
    open_page(Build::Release, async |page| {
        for complaint in ["ERR_INTERNET_DISCONNECTED", "Failed to fetch"] {
            page.expect_console_error(complaint);
        }
        loses_the_editor(page).await;
        assert_eq!(page.notifications().await, [], "nobody waits for it yet");

        page.server.resume();
        goes_over(page, 0).await;
        let file = photos::png(320, 240);
        page.choose_bytes("hills.png", &file).await;
        let notification = page.wait_for_notification(MISSING).await;
        assert_eq!(notification.role, "alert");
        // The page is not blank.
        page.find("button", "Open photos").await;
        page.click("button", "Try again").await;
        page.wait_for_notification(MISSING).await;

        goes_over(page, -1).await;
        page.click("button", "Try again").await;
        page.wait_for_canvas(&mut NativeImage::open(&file), &[]).await;
        assert_eq!(page.notifications().await, [], "what is mended is no news");
        page.add_filter("Sepia").await;
        page.wait_for_canvas(&mut NativeImage::open(&file), &["sepia"]).await;
    });
}

#[test]
fn an_editor_that_the_host_has_no_more_is_not_waited_for() {
    open_page(Build::Release, async |page| {
        loses_the_editor(page).await;
        let file = photos::png(320, 240);
        page.choose_bytes("hills.png", &file).await;
        page.wait_for_notification("Safelight was updated while this page was open.").await;
        page.server.resume();
        page.click("button", "Load again").await;
        page.wait_until_gone("button", "Load again").await;
        page.find("button", "Open photos").await;
        page.choose_bytes("hills.png", &file).await;
        page.wait_for_canvas(&mut NativeImage::open(&file), &[]).await;
    });
}

#[test]
fn a_file_that_comes_before_the_editor_is_opened_when_it_is_there() {
    open_page(Build::Release, async |page| {
        loses_the_editor(page).await;
        page.server.resume();
        // Four seconds for the editor, enough to look at the page meanwhile.
        goes_over(page, 160_000).await;
        let file = photos::png(320, 240);
        page.choose_bytes("hills.png", &file).await;
        page.wait_for_status("Opening hills.png.").await;
        page.wait_for_canvas(&mut NativeImage::open(&file), &[]).await;
    });
}

#[test]
fn what_filters_are_called_comes_with_the_editor() {
    open_page(Build::Release, async |page| {
        asks_for(page, 0, EDITOR, 1).await;
        // The page itself knows the filter that a dropped table of colours goes to.
        let summaries: Vec<_> = SPECS
            .iter()
            .filter(|spec| !matches!(spec.kind, Kind::Lut))
            .map(|spec| filter_text(spec).summary.en)
            .collect();
        let found = async |part: &str| {
            let script = "return (async (part, texts) => {
                const loaded = performance.getEntriesByType('resource').map((entry) => entry.name);
                const response = await fetch(loaded.find((name) => name.endsWith(part)));
                const bytes = new TextDecoder('latin1').decode(await response.arrayBuffer());
                return texts.filter((text) => bytes.includes(text)).length;
            })(...arguments)";
            page.run(script, json!([part, summaries])).await
        };
        assert_eq!(found("_bg.wasm").await, 0);
        assert_eq!(found(EDITOR).await, summaries.len());
    });
}
