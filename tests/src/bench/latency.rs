//! How soon a hand on a slider sees what it does, with a photo of 24 megapixels that fits the window; and how soon
//! slow work is told, and ends when it is cancelled.

use std::fmt::Write;

use safelight_kernels::{Kind, SPECS, Spec, filter_text};
use safelight_tests::browser::{Browser, Engine};
use safelight_tests::harness::Build;
use safelight_tests::page::Page;
use safelight_tests::photos;
use safelight_tests::server::Server;
use serde_json::{Value, json};

/// How often each slider is moved.
const MOVES: usize = 60;
/// Two frames of a screen that shows 60 a second.
const TWO_FRAMES_MS: f64 = 1000.0 / 30.0;
/// The slowest filters on a screen, with the slider that makes them so.
const SLOW: [(&str, &str); 2] = [("Median", "Radius"), ("Smooth skin", "Threshold")];
/// How often each is cancelled.
const CANCELS: usize = 20;

/// One filter in the hand.
struct Felt {
    filter: &'static str,
    /// Sorted.
    times_ms: Vec<f64>,
    longest_task_ms: f64,
}

/// One slow filter, cancelled again and again.
struct Cancelled {
    filter: &'static str,
    /// From the hand to the word that the filter works, sorted.
    told_ms: Vec<f64>,
    /// From the hand on Cancel to a worker that is free, sorted.
    free_ms: Vec<f64>,
    /// How long the page kept a timer waiting at most, sorted.
    waits_ms: Vec<f64>,
}

/// Moves the first slider of every filter that works on single pixels, and cancels slow ones; the section for
/// benchmarks.md.
pub async fn section() -> String {
    let server = Server::start(&Build::Release.folder()).await.expect("a port of this machine is free");
    let page = Page::new(Browser::start(Engine::Chromium).await, server);
    page.load().await;
    page.choose_file(&photos::large_jpeg()).await;
    page.find("button", "Add filter").await;
    let mut felt = Vec::new();
    for spec in SPECS.iter().filter(|spec| is_point(spec) && has_slider(spec)) {
        felt.push(slide(&page, spec).await);
        // Alone in the stack: the next one stands behind it.
        page.click("switch", filter_text(spec).name.en).await;
    }
    let size = page.canvas().await.map(|canvas| (canvas.picture.width, canvas.picture.height));
    let mut text = written(&felt, size.unwrap_or_default());
    // The photo's own pixels on a dense screen, so that there is something to wait for.
    let screen = json!({ "width": 1280, "height": 800, "deviceScaleFactor": 4, "mobile": false });
    page.browser.devtools("Emulation.setDeviceMetricsOverride", screen).await;
    page.press_key(&[], '1').await;
    let mut cancelled = Vec::new();
    for (filter, slider) in SLOW {
        cancelled.push(cancel(&page, filter, slider).await);
        page.click("switch", filter).await;
    }
    page.browser.close().await;
    text.push_str(&written_slow(&cancelled));
    text
}

async fn cancel(page: &Page, filter: &'static str, slider: &str) -> Cancelled {
    page.add_filter(filter).await;
    page.find("slider", slider).await;
    let mut times = [const { Vec::new() }; 3];
    for round in 0..CANCELS {
        // At another place of the work each time.
        let while_ms = 10 * round;
        let felt = page.run(include_str!("../../scripts/cancel_filter.js"), json!([slider, while_ms])).await;
        for (times, felt) in times.iter_mut().zip(felt.as_array().into_iter().flatten()) {
            times.push(felt.as_f64().unwrap_or(f64::NAN));
        }
    }
    for times in &mut times {
        times.sort_by(f64::total_cmp);
    }
    let [told_ms, free_ms, waits_ms] = times;
    Cancelled { filter, told_ms, free_ms, waits_ms }
}

fn written_slow(cancelled: &[Cancelled]) -> String {
    let mut text = format!(
        "\nSlow filters on the photo's own pixels, as many as a dense screen has, cancelled {CANCELS} times: from the hand on the slider to the word \
         that the filter works (150 ms are left to quick work), from Cancel to a worker that is free, and the longest that \
         the page was busy.\n\n| Filter | Notification after | Cancelled: median | Longest | Page busy |\n|---|---|---|---|---|\n"
    );
    for Cancelled { filter, told_ms, free_ms, waits_ms } in cancelled {
        let _ = writeln!(
            text,
            "| {filter} | {:.0} ms | {:.0} ms | {:.0} ms | {:.0} ms |",
            at(told_ms, 0.5),
            at(free_ms, 0.5),
            at(free_ms, 1.0),
            at(waits_ms, 1.0),
        );
    }
    text
}

/// The time that this share of the sorted times reaches.
fn at(times_ms: &[f64], share: f64) -> f64 {
    times_ms[((times_ms.len() - 1) as f64 * share).round() as usize]
}

fn is_point(spec: &Spec) -> bool {
    matches!(spec.kind, Kind::Tone | Kind::Colour | Kind::Positional)
}

/// The points of curves are moved on a graph.
fn has_slider(spec: &Spec) -> bool {
    !spec.params.is_empty() && spec.id != "curves"
}

async fn slide(page: &Page, spec: &'static Spec) -> Felt {
    page.add_filter(filter_text(spec).name.en).await;
    let (param, name) = (&spec.params[0], filter_text(spec).params[0].en);
    page.find("slider", name).await;
    // There and back, never twice the same.
    let at = |index: usize| {
        param.min + (param.max - param.min) * (0.1 + 0.8 * (index % 2) as f64 + 0.001 * index as f64)
    };
    let values: Vec<_> = (0..MOVES).map(at).collect();
    let felt = page.run(include_str!("../../scripts/move_slider.js"), json!([name, values])).await;
    let mut times_ms: Vec<_> = felt[0].as_array().into_iter().flatten().filter_map(Value::as_f64).collect();
    times_ms.sort_by(f64::total_cmp);
    Felt {
        filter: filter_text(spec).name.en,
        times_ms,
        longest_task_ms: felt[1].as_f64().unwrap_or_default(),
    }
}

fn written(felt: &[Felt], (width, height): (u32, u32)) -> String {
    let mut text = format!(
        "\n## In the hand\n\nA photo of 6000 × 4000 that fits the window ({width} × {height} pixels), each slider moved \
         {MOVES} times: from the hand's event to the new pixels on the canvas. Two frames of a screen are {TWO_FRAMES_MS:.0} ms. \
         The browser notes tasks of the main thread from 50 ms on.\n\n\
         | Filter | Median | 95th percentile | Longest task |\n|---|---|---|---|\n"
    );
    for Felt { filter, times_ms, longest_task_ms } in felt {
        let task = if *longest_task_ms > 0.0 {
            format!("{longest_task_ms:.0} ms")
        } else {
            "below 50 ms".to_owned()
        };
        let _ = writeln!(
            text,
            "| {filter} | {:.1} ms | {:.1} ms | {task} |",
            at(times_ms, 0.5),
            at(times_ms, 0.95)
        );
    }
    text
}
