//! How soon a hand on a slider sees what it does, with a photo of 24 megapixels that fits the window.

use std::fmt::Write;

use safelight_kernels::{Kind, SPECS, Spec};
use safelight_tests::browser::{Browser, Engine};
use safelight_tests::photos;
use safelight_tests::server::Server;
use safelight_tests::site::Site;
use safelight_tests::visit::Visit;
use serde_json::{Value, json};

/// How often each slider is moved.
const MOVES: usize = 60;
/// Two frames of a screen that shows 60 a second.
const TWO_FRAMES_MS: f64 = 1000.0 / 30.0;

/// One filter in the hand.
struct Felt {
    filter: &'static str,
    /// Sorted.
    times_ms: Vec<f64>,
    longest_task_ms: f64,
}

/// Moves the first slider of every filter that works on single pixels; the section for benchmarks.md.
pub async fn section() -> String {
    let server = Server::start(&Site::Release.folder()).await.expect("a port of this machine is free");
    let page = Visit::new(Browser::start(Engine::Chromium).await, server);
    page.go().await;
    page.choose(&photos::large_jpeg()).await;
    page.find("button", "Add filter").await;
    let mut felt = Vec::new();
    for spec in SPECS.iter().filter(|spec| is_point(spec) && has_slider(spec)) {
        felt.push(slide(&page, spec).await);
        // Alone in the stack: the next one stands behind it.
        page.click("switch", spec.name).await;
    }
    let size = page.canvas().await.map(|canvas| (canvas.picture.width, canvas.picture.height));
    page.browser.close().await;
    written(&felt, size.unwrap_or_default())
}

fn is_point(spec: &Spec) -> bool {
    matches!(spec.kind, Kind::Tone | Kind::Colour | Kind::Placed)
}

/// The points of curves are moved on a graph.
fn has_slider(spec: &Spec) -> bool {
    !spec.params.is_empty() && spec.id != "curves"
}

async fn slide(page: &Visit, spec: &'static Spec) -> Felt {
    page.add(spec.name).await;
    let param = &spec.params[0];
    page.find("slider", param.name).await;
    // There and back, never twice the same.
    let at = |index: usize| {
        param.min + (param.max - param.min) * (0.1 + 0.8 * (index % 2) as f64 + 0.001 * index as f64)
    };
    let values: Vec<_> = (0..MOVES).map(at).collect();
    let felt = page.run(include_str!("../../scripts/slide.js"), json!([param.name, values])).await;
    let mut times_ms: Vec<_> = felt[0].as_array().into_iter().flatten().filter_map(Value::as_f64).collect();
    times_ms.sort_by(f64::total_cmp);
    Felt { filter: spec.name, times_ms, longest_task_ms: felt[1].as_f64().unwrap_or_default() }
}

fn written(felt: &[Felt], (width, height): (u32, u32)) -> String {
    let mut text = format!(
        "\n## In the hand\n\nA photo of 6000 × 4000 that fits the window ({width} × {height} pixels), each slider moved \
         {MOVES} times: from the hand's event to the new pixels on the canvas. Two frames of a screen are {TWO_FRAMES_MS:.0} ms. \
         The browser notes tasks of the main thread from 50 ms on.\n\n\
         | Filter | Median | 95th percentile | Longest task |\n|---|---|---|---|\n"
    );
    for Felt { filter, times_ms, longest_task_ms } in felt {
        let at = |share: f64| times_ms[((times_ms.len() - 1) as f64 * share).round() as usize];
        let task = if *longest_task_ms > 0.0 {
            format!("{longest_task_ms:.0} ms")
        } else {
            "below 50 ms".to_owned()
        };
        let _ = writeln!(text, "| {filter} | {:.1} ms | {:.1} ms | {task} |", at(0.5), at(0.95));
    }
    text
}
