//! A first visit loads what the empty page needs. The editor comes when there is time, or when it is needed.

use safelight_kernels::{Kind, SPECS};
use safelight_tests::native::Native;
use safelight_tests::photos;
use safelight_tests::site::{Site, visit};
use safelight_tests::visit::{Visit, Way};
use serde_json::{Value, json};

/// Part of the address of the editor's code.
const EDITOR: &str = "_editor.wasm";
const MISSING: &str = "The editor could not be loaded.";

/// How often something was asked for after the first `before` requests.
fn asked_for(page: &Visit, before: usize, part: &str) -> usize {
    page.server.asked().iter().skip(before).filter(|asked| asked.path.contains(part)).count()
}

/// Waits until something is asked for after the first `before` requests.
async fn asks_for(page: &Visit, before: usize, part: &str, times: usize) {
    page.until(format_args!("{times} requests for {part}"), async || {
        let asked = asked_for(page, before, part);
        if asked >= times { Ok(()) } else { Err(format!("{:?}", page.server.asked())) }
    })
    .await;
}

/// Goes to the page while the host has no worker, so that the page is not done with loading; returns how much was
/// asked for before.
async fn stays_busy(page: &Visit) -> usize {
    page.expect_complaint("404");
    page.expect_complaint("Failed to load resource");
    asks_for(page, 0, EDITOR, 1).await;
    page.server.lose("worker");
    let before = page.server.asked().len();
    page.go().await;
    asks_for(page, before, "worker", 1).await;
    before
}

/// Goes to the page while the host has no editor, and waits until the page has asked for it.
async fn loses_the_editor(page: &Visit) {
    page.expect_complaint("404");
    asks_for(page, 0, EDITOR, 1).await;
    page.server.lose(EDITOR);
    let before = page.server.asked().len();
    page.go().await;
    asks_for(page, before, EDITOR, 1).await;
}

/// Has a network of this speed from here on; of none, with 0.
async fn goes_over(page: &Visit, bytes_per_s: i32) {
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
    visit(Site::Release, async |page| {
        let before = stays_busy(page).await;
        asks_for(page, before, "worker", 2).await;
        assert_eq!(asked_for(page, before, EDITOR), 0, "{:?}", page.server.asked());
        page.server.find_again();
        asks_for(page, before, EDITOR, 1).await;
        let asked = page.server.asked();
        let place = |part: &str| asked.iter().skip(before).position(|asked| asked.path.ends_with(part));
        assert!(place("safelight-worker_bg.wasm") < place(EDITOR), "the worker comes first: {asked:?}");
        assert_eq!(page.told().await, []);
    });
}

#[test]
fn the_editor_is_loaded_at_once_when_files_hang_over_the_page() {
    visit(Site::Release, async |page| {
        let before = stays_busy(page).await;
        assert!(page.bring(Way::Hover, "hills.png", &photos::png(320, 240), (640, 400)).await);
        asks_for(page, before, EDITOR, 1).await;
        assert_eq!(asked_for(page, before, "safelight-worker_bg.wasm"), 0, "{:?}", page.server.asked());
    });
}

#[test]
fn an_editor_that_cannot_be_loaded_is_told_and_tried_again() {
    visit(Site::Release, async |page| {
        for complaint in ["ERR_INTERNET_DISCONNECTED", "Failed to fetch"] {
            page.expect_complaint(complaint);
        }
        loses_the_editor(page).await;
        assert_eq!(page.told().await, [], "nobody waits for it yet");

        page.server.find_again();
        goes_over(page, 0).await;
        let file = photos::png(320, 240);
        page.choose_bytes("hills.png", &file).await;
        let told = page.hears(MISSING).await;
        assert_eq!(told.role, "alert");
        // The page is not blank.
        page.find("button", "Open photos").await;
        page.click("button", "Try again").await;
        page.hears(MISSING).await;

        goes_over(page, -1).await;
        page.click("button", "Try again").await;
        page.shows(&mut Native::open(&file), &[]).await;
        assert_eq!(page.told().await, [], "what is mended is no news");
        page.add("Sepia").await;
        page.shows(&mut Native::open(&file), &["sepia"]).await;
    });
}

#[test]
fn an_editor_that_the_host_has_no_more_is_not_waited_for() {
    visit(Site::Release, async |page| {
        loses_the_editor(page).await;
        let file = photos::png(320, 240);
        page.choose_bytes("hills.png", &file).await;
        page.hears("Safelight was updated while this page was open.").await;
        page.server.find_again();
        page.click("button", "Load again").await;
        page.gone("button", "Load again").await;
        page.find("button", "Open photos").await;
        page.choose_bytes("hills.png", &file).await;
        page.shows(&mut Native::open(&file), &[]).await;
    });
}

#[test]
fn a_file_that_comes_before_the_editor_is_opened_when_it_is_there() {
    visit(Site::Release, async |page| {
        loses_the_editor(page).await;
        page.server.find_again();
        // Four seconds for the editor, enough to look at the page meanwhile.
        goes_over(page, 160_000).await;
        let file = photos::png(320, 240);
        page.choose_bytes("hills.png", &file).await;
        page.reads_status("Opening hills.png.").await;
        page.shows(&mut Native::open(&file), &[]).await;
    });
}

#[test]
fn what_filters_are_called_comes_with_the_editor() {
    visit(Site::Release, async |page| {
        asks_for(page, 0, EDITOR, 1).await;
        // The page itself knows the filter that a dropped table of colours goes to.
        let summaries: Vec<_> =
            SPECS.iter().filter(|spec| !matches!(spec.kind, Kind::Lut)).map(|spec| spec.summary).collect();
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
