//! The page stays quick to the hand while a large photo is opened, filtered and saved.

use std::io::Write;
use std::path::{Path, PathBuf};

use safelight_kernels::{SPECS, filter_text};
use safelight_tests::harness::{Build, open_page};
use safelight_tests::native::NativeImage;
use safelight_tests::page::Page;
use safelight_tests::photos;
use serde_json::{Value, json};

/// From here on a hand feels it.
const LIMIT_MS: f64 = 50.0;
/// A task that the system put aside for others counts its waiting too, and only ever looks longer for
/// it. What the page itself keeps busy for is there in every try.
const TRIES: u32 = 3;

#[test]
fn a_24_megapixel_jpeg_keeps_no_hand_waiting() {
    measured("JPEG", photos::large_jpeg);
}

#[test]
fn a_24_megapixel_png_keeps_no_hand_waiting() {
    measured("PNG", photos::large_png);
}

fn measured(kind: &str, file: impl Fn() -> PathBuf) {
    open_page(Build::Release, async |page| {
        // Made within this test's turn: the work would disturb what another one measures.
        let file = file();
        let mut photo = NativeImage::open(&std::fs::read(&file).expect("the photo was made"));
        assert_eq!(photo.size(), (6000, 4000));
        let mut longest_ms = f64::INFINITY;
        for _ in 0..TRIES {
            longest_ms = longest_ms.min(one_try(page, kind, &file).await);
            if longest_ms < LIMIT_MS {
                break;
            }
            page.load().await;
        }
        assert!(longest_ms < LIMIT_MS, "in each of {TRIES} tries a task took {longest_ms} ms or more");
        // Looking at the pixels keeps the main thread busy itself, so it comes last.
        let stack: Vec<_> = SPECS.iter().map(|filter| filter.id).collect();
        page.wait_for_canvas(&mut photo, &stack).await;
    });
}

/// Opens the photo, puts every filter on it and saves it; the longest task meanwhile in milliseconds, or 0
/// where none was long enough for the browser to note.
async fn one_try(page: &Page, kind: &str, file: &Path) -> f64 {
    page.run("spy.watchWaits()", json!([])).await;
    let start_ms = page.run("return performance.now()", json!([])).await.as_f64().expect("a clock");
    page.choose_file(file).await;
    drawn(page, 1).await;
    for filter in SPECS {
        let frames = frames(page).await;
        page.add_filter(filter_text(filter).name.en).await;
        drawn(page, frames + 1).await;
    }
    let before = page.downloaded();
    page.click("button", "Export").await;
    page.new_download(&before).await;

    let script = "return [spy.longTasks.filter((task) => task.at >= arguments[0]).map((task) => task.ms),
        spy.longestWait]";
    let measured = page.run(script, json!([start_ms])).await;
    let tasks: Vec<_> = measured[0].as_array().into_iter().flatten().filter_map(Value::as_f64).collect();
    let longest_ms = tasks.iter().copied().fold(0.0, f64::max);
    let wait_ms = measured[1].as_f64().expect("waits were watched");
    let words =
        if tasks.is_empty() { format!("none of {LIMIT_MS} ms or more") } else { format!("{longest_ms} ms") };
    // Past the capture of test output: this number is to be read in every run.
    writeln!(
        std::io::stdout(),
        "24-megapixel {kind} opened, filtered and saved: longest main-thread task: {words}; \
         longest wait for the main thread: {wait_ms:.1} ms"
    )
    .expect("stdout is open");
    longest_ms
}

async fn frames(page: &Page) -> u64 {
    page.run("return spy.frames", json!([])).await.as_u64().unwrap_or_default()
}

async fn drawn(page: &Page, count: u64) {
    page.wait_until(format_args!("frame {count}"), async || {
        let frames = frames(page).await;
        if frames >= count { Ok(()) } else { Err(format!("{frames} were drawn")) }
    })
    .await;
}
