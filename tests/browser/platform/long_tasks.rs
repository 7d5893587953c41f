//! The main thread stays responsive while a photo of 24 megapixels is opened, filtered and exported.

use std::io::Write;
use std::path::{Path, PathBuf};

use safelight_kernels::{SPECS, filter_text};
use safelight_tests::harness::{Build, open_page_alone};
use safelight_tests::native::NativeImage;
use safelight_tests::page::Page;
use safelight_tests::photos;
use serde_json::{Value, json};

/// Milliseconds from which a task is felt as a delay, and from which browsers list it as a long task.
const LIMIT_MS: f64 = 50.0;
/// Attempts: a task that the system interrupts looks longer than it is, but a long task of the page is long in each.
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
    open_page_alone(Build::Release, async |page| {
        // The photo is made here, while no other test measures.
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
        // Reading pixels occupies the main thread, so it comes last.
        let stack: Vec<_> = SPECS.iter().map(|filter| filter.id).collect();
        page.wait_for_canvas(&mut photo, &stack).await;
    });
}

/// Opens the photo, adds every filter and exports it. Returns the longest task in milliseconds, or 0 where the browser
/// listed none.
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
    // Written past the captured output, so that every run shows the number.
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
