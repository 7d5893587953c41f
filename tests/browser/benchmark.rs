//! The benchmark: proven equal first, and no burden to anybody who does not go there.

use std::time::Duration;

use fantoccini::key::Key;
use safelight_tests::native::Native;
use safelight_tests::site::{Site, visit};
use safelight_tests::visit::{PHONE, Visit, WINDOW};
use serde_json::{Value, json};

use super::names::all_named;

/// Warming up and timing five ways takes seconds, and this machine may have other things to do.
const PATIENCE: Duration = Duration::from_mins(1);

/// Goes there, and waits until everything that is measured by itself has been.
async fn measured(page: &Visit) {
    page.go_to("#benchmark").await;
    page.find("heading", "The same work, five ways").await;
    says(page, "Measured").await;
}

async fn says(page: &Visit, words: &str) {
    page.within(PATIENCE, format_args!("benchmark that says “{words}”"), async || {
        let said = page.run("return document.querySelector('.run p').textContent", json!([])).await;
        if said == words { Ok(()) } else { Err(said.to_string()) }
    })
    .await;
}

/// Chooses with a radio, and waits for what comes of it.
async fn choose(page: &Visit, name: &str) {
    page.click("radio", name).await;
    says(page, "Measured").await;
}

/// The rows of the table that is shown, cell by cell.
async fn rows(page: &Visit) -> Vec<Vec<String>> {
    let script = "return [...document.querySelectorAll('.bars tbody tr')]
        .map((row) => [...row.children].map((cell) => probe.words(cell.innerText)))";
    let rows = page.run(script, json!([])).await;
    let texts = |row: &Value| {
        let cells = row.as_array().into_iter().flatten();
        cells.map(|cell| cell.as_str().unwrap_or_default().to_owned()).collect()
    };
    rows.as_array().into_iter().flatten().map(texts).collect()
}

/// What is said of each way: how it compares, and what came out.
async fn verdicts(page: &Visit) -> Vec<[String; 2]> {
    let rows = rows(page).await;
    rows.iter().map(|row| [row[row.len() - 2].clone(), row[row.len() - 1].clone()]).collect()
}

#[test]
fn every_way_is_proven_equal_or_gets_no_ratio() {
    visit(Site::Release, async |page| {
        measured(page).await;
        choose(page, "0.5").await;
        for work in ["Invert", "Sepia", "Eight filters", "Grayscale"] {
            choose(page, work).await;
            let verdicts = verdicts(page).await;
            assert_eq!(verdicts.len(), 5);
            assert_eq!(verdicts[0], ["the yardstick", "same bytes"], "{work}: {verdicts:?}");
            for (way, [against, output]) in verdicts.iter().enumerate().skip(1) {
                let is_browser = way == 2;
                // The browser's own grayscale has other weights, and it rounds once for all eight.
                if is_browser && ["Grayscale", "Eight filters"].contains(&work) {
                    assert!(output.starts_with("other work, "), "{work}: {verdicts:?}");
                    assert_eq!(against, "no ratio", "{work}: {verdicts:?}");
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
    visit(Site::Release, async |page| {
        page.server.alter("rivals.js", "const red = THOUSANDTH[(393 * r", "const red = THOUSANDTH[(392 * r");
        measured(page).await;
        let verdicts = verdicts(page).await;
        assert_eq!(verdicts[1], ["no ratio", "other work, 1 level off"]);
        assert_eq!(verdicts[0], ["the yardstick", "same bytes"]);
        assert!(verdicts[4][0].ends_with("as fast"), "{verdicts:?}");
    });
}

#[test]
fn against_a_wrong_yardstick_nothing_is_measured() {
    visit(Site::Release, async |page| {
        page.server.alter("rivals.js", "to[i] = Math.floor((393 * r", "to[i] = Math.floor((392 * r");
        measured(page).await;
        let verdicts = verdicts(page).await;
        assert_eq!(verdicts[0], ["no ratio", "other work, 1 level off"]);
        assert!(verdicts.iter().all(|[against, _]| against == "no ratio"), "{verdicts:?}");
    });
}

#[test]
fn what_was_measured_can_be_read_copied_and_saved() {
    visit(Site::Release, async |page| {
        // From its address, not from the page.
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
            "| Worker ready after | ",
        ] {
            assert!(copied.contains(part), "{part:?} is not in\n{copied}");
        }

        let before = page.downloaded();
        page.click("button", "Save as JSON").await;
        let (name, bytes) = page.new_download(&before).await;
        let report: safelight_benchmark::Report = serde_json::from_slice(&bytes).expect("a report");
        assert_eq!(name, "safelight-benchmark.json");
        assert_eq!((report.cells.len(), report.failures.len()), (1, 0));
        let boundary = report.boundary.expect("the boundary is measured by itself");
        assert_eq!((boundary.view_before, boundary.view_after), (8_294_400.0, 0.0));
        assert!(boundary.cloned.median_ms > boundary.moved.median_ms, "{boundary:?}");
        assert!(report.start.is_some_and(|start| start.bytes > 1e5 && start.ready_ms > 0.0));
    });
}

#[test]
fn measuring_stops_at_once_and_waits_while_hidden() {
    visit(Site::Release, async |page| {
        page.go_to("#benchmark").await;
        page.find("button", "Cancel").await;
        page.click("radio", "24 Mpx").await;
        page.find("progressbar", "Measuring").await;
        page.strike(&[], Key::Escape).await;
        says(page, "Cancelled").await;
        page.gone("progressbar", "Measuring").await;
        assert!(rows(page).await.iter().all(|row| row.contains(&"–".to_owned())));

        // As if another tab were looked at.
        let hide = "const hidden = arguments[0];
            Object.defineProperty(document, 'hidden', { get: () => hidden, configurable: true });
            document.dispatchEvent(new Event('visibilitychange'))";
        page.run(hide, json!([true])).await;
        page.click("radio", "0.5").await;
        let done =
            async || page.run("return document.querySelector('.run .meter').ariaValueNow", json!([])).await;
        tokio::time::sleep(Duration::from_secs(2)).await;
        let before = done().await;
        tokio::time::sleep(Duration::from_secs(1)).await;
        assert_eq!(done().await, before, "nothing is measured while nobody looks");
        assert!(page.sees("progressbar", "Measuring").await);
        page.run(hide, json!([false])).await;
        says(page, "Measured").await;
    });
}

#[test]
fn the_photo_waits_and_hears_no_key_meanwhile() {
    visit(Site::Release, async |page| {
        let asked = page.server.asked();
        assert!(
            !asked.iter().any(|asked| asked.path.contains("benchmark")),
            "a first visit loads none of it"
        );
        page.click("button", "No photo at hand? Try the sample photo").await;
        let mut photo = Native::open(include_bytes!("../../style/sample.jpg"));
        page.shows(&mut photo, &[]).await;
        page.add("Sepia").await;
        page.shows(&mut photo, &["sepia"]).await;

        page.click("button", "Benchmark").await;
        page.find("heading", "The same work, five ways").await;
        page.gone("button", "Export").await;
        assert_eq!(page.focused().await, "The same work, five ways");
        let downloads = page.downloaded();
        for key in ['e', 'a', '\\'] {
            page.strike(&[], key).await;
        }
        page.click("link", "Back to the photo").await;
        page.find("button", "Export").await;
        page.gone("heading", "The same work, five ways").await;
        assert_eq!(page.focused().await, "Benchmark", "the focus is where it was");
        page.shows(&mut photo, &["sepia"]).await;
        assert!(!page.sees("option", "Invert").await, "the picker is closed");
        assert_eq!(page.downloaded(), downloads);
    });
}

#[test]
fn pictures_of_the_benchmark() {
    for screen in [WINDOW, PHONE] {
        visit(Site::Release, async |page| {
            page.on_screen(screen).await;
            measured(page).await;
            page.picture(screen, "benchmark").await;
            page.click("radio", "Table").await;
            page.picture(screen, "benchmark-table").await;
        });
    }
}
