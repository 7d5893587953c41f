//! `cargo xtask bench`: goes to the benchmark as a visitor does, has it measure, and writes down what it says.

mod latency;

use std::fmt::Write;
use std::path::Path;
use std::process::{Command, ExitCode};
use std::time::Duration;

use safelight_benchmark::format::{MEASURED, NOT_ALL};
use safelight_benchmark::{Report, markdown};
use safelight_tests::browser::{Browser, Engine};
use safelight_tests::harness::Build;
use safelight_tests::page::Page;
use safelight_tests::server::Server;
use serde_json::json;

/// Every filter on every size takes minutes on a slow machine, not hours.
const TIMEOUT: Duration = Duration::from_mins(90);

/// Between these lines of the README stands what was measured last.
const MARKS: [&str; 2] = ["<!-- Written by `cargo xtask bench`. -->", "<!-- Until here. -->"];

fn main() -> ExitCode {
    let part = std::env::args().nth(1);
    let only_filters = part.as_deref() == Some("filters");
    let runtime = tokio::runtime::Builder::new_multi_thread().worker_threads(1).enable_all().build();
    let runtime = runtime.expect("a runtime can be started");
    if part.as_deref() == Some("hand") {
        println!("{}", runtime.block_on(latency::section()));
        return ExitCode::SUCCESS;
    }
    let report = runtime.block_on(measure(only_filters));
    if only_filters {
        println!("{}{}", markdown::wanted(&report.stacks), markdown::filters(&report.filters));
    } else {
        write(&report, &runtime.block_on(latency::section()));
    }
    for failure in &report.failures {
        eprintln!("{failure}");
    }
    if report.failures.is_empty() { ExitCode::SUCCESS } else { ExitCode::FAILURE }
}

async fn measure(only_filters: bool) -> Report {
    let server =
        Server::start_isolated(&Build::Release.folder()).await.expect("a port of this machine is free");
    let visit = Page::new(Browser::start(Engine::Chromium).await, server);
    visit.navigate_to("#benchmark").await;
    visit.click("button", if only_filters { "Measure every filter" } else { "Measure everything" }).await;
    let mut last = String::new();
    visit
        .wait_within(TIMEOUT, "end of the measuring", async || {
            tokio::time::sleep(Duration::from_millis(500)).await;
            let words =
                visit.run("return document.querySelector('.run-status p').textContent", json!([])).await;
            let words = words.as_str().unwrap_or_default().to_owned();
            if words != last && !words.is_empty() {
                println!("{words}");
                last.clone_from(&words);
            }
            if [MEASURED, NOT_ALL].contains(&words.as_str()) { Ok(()) } else { Err(words) }
        })
        .await;
    let before = visit.downloaded();
    visit.click("button", "Save as JSON").await;
    let (_, bytes) = visit.new_download(&before).await;
    visit.browser.close().await;
    serde_json::from_slice(&bytes).expect("the benchmark saves its report")
}

/// Into benchmarks.md and the README.
fn write(report: &Report, in_the_hand: &str) {
    let machine = machine(report);
    let mut text = String::from("# Benchmarks\n\nWritten by `cargo xtask bench`.\n\n");
    for (name, value) in &machine {
        let _ = writeln!(text, "- {name}: {value}");
    }
    text.push_str(&markdown::sections(report));
    text.push_str(in_the_hand);
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("..");
    std::fs::write(root.join("benchmarks.md"), text).expect("the workspace is writable");

    let readme = std::fs::read_to_string(root.join("README.md")).expect("there is a README");
    let [start, end] = MARKS;
    let (before, rest) = readme.split_once(start).expect("the README has the first mark");
    let (_, after) = rest.split_once(end).expect("the README has the second mark");
    let notifications =
        |wanted: &str| machine.iter().find(|(name, _)| *name == wanted).map_or("", |(_, value)| value);
    let [processor, threads, memory, system] =
        ["Processor", "Threads", "Memory", "System"].map(notifications);
    let on = format!("{processor} ({threads} threads, {memory}, {system})");
    let figures = markdown::figures(report, &on);
    let readme = format!("{before}{start}\n{figures}{end}{after}");
    std::fs::write(root.join("README.md"), readme).expect("the workspace is writable");
}

/// The machine's header.
fn machine(report: &Report) -> Vec<(&'static str, String)> {
    let notifications = &report.machine;
    let file = |path: &str| std::fs::read_to_string(path).unwrap_or_default();
    let line = |text: &str, name: &str| {
        let line = text.lines().find(|line| line.starts_with(name))?;
        Some(line.split_once(':')?.1.trim().to_owned())
    };
    let output = |program: &str, arguments: &[&str]| {
        let output = Command::new(program).args(arguments).output().ok()?;
        Some(String::from_utf8_lossy(&output.stdout).trim().to_owned())
    };
    let unknown = || "unknown".to_owned();
    let memory = line(&file("/proc/meminfo"), "MemTotal")
        .and_then(|text| text.split(' ').next()?.parse::<f64>().ok())
        .map(|kib| format!("{:.0} GB", kib * 1024.0 / 1e9));
    vec![
        ("Processor", line(&file("/proc/cpuinfo"), "model name").unwrap_or_else(unknown)),
        ("Threads", notifications.threads.to_string()),
        ("Memory", memory.unwrap_or_else(unknown)),
        ("System", output("uname", &["-sr"]).unwrap_or_else(|| notifications.system.clone())),
        ("Browser", format!("{}, cross-origin isolated, without graphics card", notifications.browser)),
        ("Timer", format!("{} µs", safelight_benchmark::format::number(notifications.timer_us))),
        ("Compiler", output("rustc", &["--version"]).unwrap_or_else(unknown)),
        ("Build", notifications.build.clone()),
        ("Date", notifications.date.clone()),
    ]
}
