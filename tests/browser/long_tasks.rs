//! The page stays quick to the hand while a large photo is opened, filtered and saved.

use std::io::Write;
use std::path::PathBuf;

use safelight_kernels::SPECS;
use safelight_tests::native::Native;
use safelight_tests::photos;
use safelight_tests::site::{Site, visit};
use safelight_tests::visit::Visit;
use serde_json::json;

/// From here on a hand feels it.
const LIMIT_MS: f64 = 50.0;

#[test]
fn a_24_megapixel_jpeg_keeps_no_hand_waiting() {
    measured("JPEG", photos::large_jpeg);
}

#[test]
fn a_24_megapixel_png_keeps_no_hand_waiting() {
    measured("PNG", photos::large_png);
}

fn measured(kind: &str, file: impl FnOnce() -> PathBuf) {
    visit(Site::Release, async |page| {
        // Made within this test's turn: the work would disturb what another one measures.
        let file = file();
        let mut photo = Native::open(&std::fs::read(&file).expect("the photo was made"));
        assert_eq!(photo.size(), (6000, 4000));
        page.run("probe.watchWaits()", json!([])).await;
        let start_ms = page.run("return performance.now()", json!([])).await.as_f64().expect("a clock");
        page.choose(&file).await;
        drawn(page, 1).await;
        let mut stack = Vec::new();
        for filter in SPECS {
            let frames = frames(page).await;
            page.add(filter.name).await;
            drawn(page, frames + 1).await;
            stack.push(filter.id);
        }
        let before = page.downloaded();
        page.click("button", "Export").await;
        page.new_download(&before).await;

        let measured = page.run("return [probe.longTasks, probe.longestWait]", json!([])).await;
        let tasks = measured[0].as_array().into_iter().flatten();
        let tasks: Vec<_> = tasks
            .map(|task| (task["at"].as_f64().unwrap_or_default(), task["ms"].as_f64().unwrap_or_default()))
            .collect();
        let since: Vec<_> = tasks.iter().filter(|(at_ms, _)| *at_ms >= start_ms).collect();
        let longest_ms = since.iter().map(|(_, ms)| *ms).fold(0.0, f64::max);
        let wait_ms = measured[1].as_f64().unwrap_or_default();
        let words = if since.is_empty() {
            format!("none of {LIMIT_MS} ms or more")
        } else {
            format!("{longest_ms} ms")
        };
        // Past the capture of test output: this number is to be read in every run.
        writeln!(
            std::io::stdout(),
            "24-megapixel {kind} opened, filtered and saved: longest main-thread task: {words}; \
             longest wait for the main thread: {wait_ms:.1} ms"
        )
        .expect("stdout is open");
        assert!(since.is_empty(), "tasks of {since:?} (start and length in ms)");
        // Looking at the pixels keeps the main thread busy itself, so it comes last.
        page.shows(&mut photo, &stack).await;
    });
}

async fn frames(page: &Visit) -> u64 {
    page.run("return probe.frames", json!([])).await.as_u64().unwrap_or_default()
}

async fn drawn(page: &Visit, count: u64) {
    page.until(format_args!("frame {count}"), async || {
        let frames = frames(page).await;
        if frames >= count { Ok(()) } else { Err(format!("{frames} were drawn")) }
    })
    .await;
}
