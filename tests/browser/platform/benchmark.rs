//! The benchmark: outputs are compared before times are, and a first visit loads none of it.

use std::time::Duration;

use fantoccini::key::Key;
use safelight_tests::harness::{Build, open_page, open_page_alone};
use safelight_tests::native::NativeImage;
use safelight_tests::page::{DESKTOP, PHONE, Page, Viewport};
use safelight_tests::photos;
use serde_json::{Value, json};

use crate::interface::accessible_names::all_named;

/// Timeout for one measurement: warming up and timing five implementations takes seconds on a busy machine.
const TIMEOUT: Duration = Duration::from_mins(1);

/// Opens the benchmark and waits until it has measured what it measures without being asked.
async fn measured(page: &Page) {
    page.navigate_to("#benchmark").await;
    page.find("heading", "The same work, five ways").await;
    says(page, "Measured").await;
}

async fn says(page: &Page, words: &str) {
    page.wait_within(TIMEOUT, format_args!("benchmark that says “{words}”"), async || {
        let said = page.run("return document.querySelector('.run-status p').textContent", json!([])).await;
        if said == words { Ok(()) } else { Err(said.to_string()) }
    })
    .await;
}

async fn text(page: &Page, selector: &str) -> String {
    let script = "return spy.words(document.querySelector(arguments[0])?.textContent ?? '')";
    page.run(script, json!([selector])).await.as_str().unwrap_or_default().to_owned()
}

/// Selects a radio button and waits for the measurement.
async fn choose(page: &Page, name: &str) {
    page.click("radio", name).await;
    says(page, "Measured").await;
}

/// The texts of the table's cells, row by row.
async fn rows(page: &Page) -> Vec<Vec<String>> {
    let script = "return [...document.querySelectorAll('.bar-table tbody tr')]
        .map((row) => [...row.children].map((cell) => spy.words(cell.innerText)))";
    let rows = page.run(script, json!([])).await;
    let texts = |row: &Value| {
        let cells = row.as_array().into_iter().flatten();
        cells.map(|cell| cell.as_str().unwrap_or_default().to_owned()).collect()
    };
    rows.as_array().into_iter().flatten().map(texts).collect()
}

/// For each implementation the ratio and the verdict on its output, for example `["3.1 times as fast", "same bytes"]`.
async fn verdicts(page: &Page) -> Vec<[String; 2]> {
    let rows = rows(page).await;
    rows.iter().map(|row| [row[row.len() - 2].clone(), row[row.len() - 1].clone()]).collect()
}

#[test]
fn every_way_is_proven_equal_or_gets_no_ratio() {
    open_page(Build::Release, async |page| {
        measured(page).await;
        choose(page, "0.5").await;
        for work in ["Invert", "Sepia", "Blur", "Eight filters", "Grayscale"] {
            choose(page, work).await;
            let verdicts = verdicts(page).await;
            assert_eq!(verdicts.len(), 5);
            assert_eq!(verdicts[0], ["the yardstick", "same bytes"], "{work}: {verdicts:?}");
            for (way, [against, output]) in verdicts.iter().enumerate().skip(1) {
                let is_browser = way == 2;
                if is_browser && ["Blur", "Grayscale", "Eight filters"].contains(&work) {
                    assert!(output.starts_with("other work, "), "{work}: {verdicts:?}");
                    assert_eq!(against, "no ratio", "{work}: {verdicts:?}");
                    let caption = text(page, ".bar-table caption").await;
                    assert!(caption.contains("The browser"), "why is told: {caption}");
                } else {
                    let proven = output == "same bytes" || (is_browser && output == "within 1 level");
                    assert!(proven, "{work}: {verdicts:?}");
                    assert!(against.ends_with("as fast"), "{work}: {verdicts:?}");
                }
            }
        }
    });
}

#[test]
fn a_rival_that_does_other_work_is_found_out() {
    open_page(Build::Release, async |page| {
        page.server.replace_text(
            "baselines.js",
            "const red = THOUSANDTH[(393 * r",
            "const red = THOUSANDTH[(392 * r",
        );
        measured(page).await;
        let verdicts = verdicts(page).await;
        assert_eq!(verdicts[1], ["no ratio", "other work, 1 level off"]);
        assert_eq!(verdicts[0], ["the yardstick", "same bytes"]);
        assert!(verdicts[4][0].ends_with("as fast"), "{verdicts:?}");
    });
}

#[test]
fn what_a_browser_lacks_and_what_fails_is_told() {
    open_page(Build::Release, async |page| {
        // A browser without canvas filters, and a server that lacks a file.
        page.server.replace_text(
            "safelight-benchmark_loader.js",
            "import ",
            "delete globalThis.OffscreenCanvasRenderingContext2D?.prototype.filter; import ",
        );
        page.server.respond_404_to("worker_loader.js");
        page.expect_console_error("404");
        page.navigate_to("#benchmark").await;
        page.find("heading", "The same work, five ways").await;
        says(page, "Not all could be measured.").await;
        let verdicts = verdicts(page).await;
        assert_eq!(verdicts[2], ["no ratio", "not in this browser"], "{verdicts:?}");
        assert_eq!(verdicts[4][1], "same bytes", "{verdicts:?}");
        let failure = text(page, ".benchmark [role=alert]").await;
        assert!(failure.starts_with("The start of the worker could not be measured: "), "{failure}");
        assert!(failure.ends_with("worker_loader.js is not there."), "{failure}");

        page.server.resume();
        page.click("button", "Run again").await;
        says(page, "Measured").await;
        assert_eq!(text(page, ".benchmark [role=alert]").await, "");
    });
}

#[test]
fn who_asks_for_much_may_look_around_meanwhile() {
    open_page(Build::Release, async |page| {
        page.navigate_to("#benchmark").await;
        page.find("button", "Cancel").await;
        page.press_key(&[], Key::Escape).await;
        says(page, "Cancelled").await;
        page.click("button", "Measure every filter").await;
        says(page, "Measuring: Stacks in copies of memory; 1 to follow").await;
        page.find("columnheader", "Wanted").await;
        // The driver counts elements under the sticky bar as visible.
        page.run("scrollTo(0, 0)", json!([])).await;
        page.click("radio", "0.5").await;
        says(page, "Measuring: Sepia, 0.5 megapixels; 2 to follow").await;
        page.press_key(&[], Key::Escape).await;
        says(page, "Cancelled").await;
        // Some results are there, but not all.
        page.click("button", "Measure every filter").await;
        says(page, "Measuring: Stacks in copies of memory; 1 to follow").await;
        page.press_key(&[], Key::Escape).await;
    });
}

#[test]
fn against_a_wrong_yardstick_nothing_is_measured() {
    open_page(Build::Release, async |page| {
        page.server.replace_text(
            "baselines.js",
            "to[i] = Math.floor((393 * r",
            "to[i] = Math.floor((392 * r",
        );
        measured(page).await;
        let verdicts = verdicts(page).await;
        assert_eq!(verdicts[0], ["no ratio", "other work, 1 level off"]);
        assert!(verdicts.iter().all(|[against, _]| against == "no ratio"), "{verdicts:?}");
    });
}

#[test]
fn what_was_measured_can_be_read_copied_and_saved() {
    open_page_alone(Build::Release, async |page| {
        // By the benchmark's own address.
        page.browser.client.goto("about:blank").await.expect("there is always a blank page");
        measured(page).await;
        let named = all_named(page, "benchmark").await;
        for (role, name) in [
            ("radiogroup", "Filter"),
            ("radio", "Sepia"),
            ("radiogroup", "Size in megapixels"),
            ("radiogroup", "Show as"),
            ("button", "Copy as Markdown"),
            ("columnheader", "Against plain JavaScript"),
            ("rowheader", "WASM, SIMD"),
            ("link", "Back"),
        ] {
            let found = named.iter().any(|(has_role, has)| has_role == role && has.contains(name));
            assert!(found, "no {role} {name:?}: {named:#?}");
        }

        let headers = page.names("columnheader").await;
        assert!(!headers.contains(&"Middle half".to_owned()), "{headers:?}");
        page.click("radio", "Table").await;
        page.find("columnheader", "Middle half").await;
        let rows = rows(page).await;
        assert!(
            rows.iter().all(|row| row.len() == 6 && row[1].ends_with(" ms") && row[2].contains(" – ")),
            "{rows:?}"
        );
        assert!(rows[4][3].ends_with(" ms"), "the part in WASM is told: {rows:?}");

        page.run("navigator.clipboard.writeText = async (text) => { window.copied = text }", json!([])).await;
        page.click("button", "Copy as Markdown").await;
        says(page, "Copied as Markdown").await;
        let copied = page.run("return window.copied", json!([])).await;
        let copied = copied.as_str().unwrap_or_default();
        for part in [
            "### Sepia, 1920 × 1080",
            "| WASM, SIMD (one worker) | ",
            "now it is 0.",
            "| A new worker is ready, with ",
        ] {
            assert!(copied.contains(part), "{part:?} is not in\n{copied}");
        }

        let caption = text(page, ".bar-table caption").await;
        for fact in ["interleaved", "3 to 8 times as fast", "Chromium", " threads, timer ", "build ", ", 20"]
        {
            assert!(caption.contains(fact), "{fact:?} is not in {caption}");
        }
        // A page without HTTPS has no clipboard.
        page.run("Object.defineProperty(navigator, 'clipboard', { value: undefined })", json!([])).await;
        page.click("button", "Copy as Markdown").await;
        says(page, "The browser did not let it be copied.").await;

        let before = page.downloaded();
        page.click("button", "Save as JSON").await;
        let (name, bytes) = page.new_download(&before).await;
        let report: safelight_benchmark::Report = serde_json::from_slice(&bytes).expect("a report");
        assert_eq!(name, "safelight-benchmark.json");
        assert_eq!((report.cases.len(), report.failures.len()), (1, 0));
        let boundary = report.boundary.expect("the boundary is measured by itself");
        assert_eq!((boundary.view_before, boundary.view_after), (8_294_400.0, 0.0));
        assert!(boundary.cloned.median_ms > boundary.moved.median_ms, "{boundary:?}");
        let start = report.start.expect("the start is measured by itself");
        let folder =
            page.run("return document.querySelector('meta[name=safelight-worker]').content", json!([])).await;
        let wasm = Build::Release
            .folder()
            .join(folder.as_str().unwrap_or_default())
            .join("safelight-worker_bg.wasm");
        let bytes = std::fs::metadata(wasm).expect("the worker lies there").len();
        assert_eq!(start.bytes, bytes as f64, "nothing is added to what was loaded");
        assert!(start.script_bytes > 1e3 && start.streaming_ms > 0.0 && start.ready_ms > 0.0, "{start:?}");
    });
}

#[test]
fn measuring_stops_at_once_and_waits_while_hidden() {
    open_page_alone(Build::Release, async |page| {
        page.navigate_to("#benchmark").await;
        page.find("button", "Cancel").await;
        page.click("radio", "24 Mpx").await;
        page.find("progressbar", "Measuring").await;
        page.press_key(&[], Key::Escape).await;
        says(page, "Cancelled").await;
        page.wait_until_gone("progressbar", "Measuring").await;
        assert!(rows(page).await.iter().all(|row| row.contains(&"–".to_owned())));

        // The page acts as in a background tab.
        let hide = "const hidden = arguments[0];
            Object.defineProperty(document, 'hidden', { get: () => hidden, configurable: true });
            document.dispatchEvent(new Event('visibilitychange'))";
        page.run(hide, json!([true])).await;
        page.click("radio", "0.5").await;
        let done = async || {
            page.run("return document.querySelector('.run-status .progress').ariaValueNow", json!([])).await
        };
        tokio::time::sleep(Duration::from_secs(2)).await;
        let before = done().await;
        tokio::time::sleep(Duration::from_secs(1)).await;
        assert_eq!(done().await, before, "nothing is measured while nobody looks");
        assert!(page.is_visible("progressbar", "Measuring").await);
        page.run(hide, json!([false])).await;
        says(page, "Measured").await;
    });
}

#[test]
fn the_photo_waits_and_hears_no_key_meanwhile() {
    open_page(Build::Release, async |page| {
        let asked = page.server.requests();
        assert!(
            !asked.iter().any(|asked| asked.path.contains("benchmark")),
            "a first visit loads none of it"
        );
        page.click("button", "No photo at hand? Try the sample photo").await;
        let mut photo = NativeImage::open(include_bytes!("../../../style/sample.jpg"));
        page.wait_for_canvas(&mut photo, &[]).await;
        page.add_filter("Sepia").await;
        page.wait_for_canvas(&mut photo, &["sepia"]).await;

        page.click("button", "More").await;
        page.click("menuitem", "Benchmark").await;
        page.find("heading", "The same work, five ways").await;
        page.wait_until_gone("button", "Export").await;
        assert_eq!(page.focused().await, "The same work, five ways");
        let downloads = page.downloaded();
        for key in ['e', 'a', '\\'] {
            page.press_key(&[], key).await;
        }
        page.click("link", "Back to the photo").await;
        page.find("button", "Export").await;
        page.wait_until_gone("heading", "The same work, five ways").await;
        assert_eq!(page.focused().await, "More", "the focus is where it was");
        page.wait_for_canvas(&mut photo, &["sepia"]).await;
        assert!(!page.is_visible("option", "Invert").await, "the picker is closed");
        assert_eq!(page.downloaded(), downloads);

        // Back and forward with the browser's buttons.
        page.browser.client.back().await.expect("there is a page before");
        page.find("heading", "The same work, five ways").await;
        page.wait_until_gone("button", "Export").await;
        page.browser.client.forward().await.expect("there is a page after");
        page.wait_for_canvas(&mut photo, &["sepia"]).await;
        // Pasted text is ignored; a pasted photo is opened and shown.
        page.click("button", "More").await;
        page.click("menuitem", "Benchmark").await;
        page.find("heading", "The same work, five ways").await;
        let paste = "const clipboardData = new DataTransfer();
            clipboardData.items.add('words', 'text/plain');
            document.activeElement.dispatchEvent(new ClipboardEvent('paste', { bubbles: true, clipboardData }))";
        page.run(paste, json!([])).await;
        page.find("heading", "The same work, five ways").await;
        let other = photos::png(640, 480);
        page.paste_file("other.png", &other).await;
        page.wait_for_canvas(&mut NativeImage::open(&other), &[]).await;
        page.wait_until_gone("heading", "The same work, five ways").await;
    });
}

/// Checks that a page of this width does not scroll sideways.
async fn fits(page: &Page, width: u32) {
    let wide = page.run("return document.documentElement.scrollWidth", json!([])).await;
    assert!(wide.as_u64().is_some_and(|wide| wide <= u64::from(width)), "{wide} wide in a window of {width}");
}

#[test]
fn pictures_of_the_benchmark() {
    for screen in [DESKTOP, PHONE] {
        open_page(Build::Release, async |page| {
            page.set_viewport(screen).await;
            measured(page).await;
            page.screenshot(screen, "benchmark").await;
            fits(page, screen.width).await;
            page.click("radio", "Table").await;
            page.find("columnheader", "Middle half").await;
            page.screenshot(screen, "benchmark-table").await;
            fits(page, screen.width).await;
            // A window of 1280 CSS pixels zoomed to 400 %.
            page.set_viewport(Viewport { width: 320, height: 256, touch: false, ..screen }).await;
            fits(page, 320).await;
            page.click("radio", "Bars").await;
            fits(page, 320).await;
            // A column that is not drawn here is still in the accessibility tree.
            assert!(
                all_named(page, "narrow").await.contains(&("columnheader".to_owned(), "Output".to_owned()))
            );
        });
    }
}
