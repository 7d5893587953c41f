//! The costs of crossing the boundary.

use leptos::prelude::*;
use safelight_benchmark::{BoundaryCosts, StartupTimes, format};

use super::{bench::BenchState, controls::save, icon};
/// Three bar charts, and what growing memory does to a view.
#[component]
pub fn Boundaries(bench: BenchState) -> impl IntoView {
    let boundary = move || bench.report.with(|report| report.boundary.clone());
    let start = move || bench.report.with(|report| report.start.clone());
    view! {
        <section>
            <h2>"What crossing the boundary costs"</h2>
            <div class="three-columns">
                <section>
                    <h3>"Calling in"</h3>
                    <p>
                        "A call from JavaScript into WASM is cheap, two million calls are not. Hand over the whole \
                         buffer, once."
                    </p>
                    {move || mini(&calls(boundary().as_ref()))}
                </section>
                <section>
                    <h3>"Handing over"</h3>
                    <p>
                        "A moved buffer changes its owner and is not read; a cloned one is read and written byte by \
                         byte. Linear memory can't be moved: one copy into it is left."
                    </p>
                    {move || mini(&posts(boundary().as_ref()))}
                </section>
                <section>
                    <h3>"Starting"</h3>
                    <p>
                        "The worker compiles while it still downloads; the slower the line, the more that saves. After \
                         the first visit it comes from the cache."
                    </p>
                    {move || mini(&starts(start().as_ref()))}
                </section>
            </div>
            <div class="memory-growth">
                <p>{move || boundary().map(|boundary| growth(&boundary))}</p>
                <div class="button-group">
                    <button class="btn outlined" on:click=move |_| bench.repeat()>{icon::view(icon::AGAIN)} "Run again"</button>
                    <button class="btn outlined" on:click=move |_| save(bench)>{icon::view(icon::SAVE)} "Save as JSON"</button>
                </div>
            </div>
        </section>
    }
}

type Bar = (String, Option<f64>);

fn calls(found: Option<&BoundaryCosts>) -> [Bar; 3] {
    [
        ("A call for each pixel".to_owned(), found.map(|found| found.call_per_pixel.median_ms)),
        ("One call with the buffer".to_owned(), found.map(|found| found.call_with_buffer.median_ms)),
        ("One call on a view, no copy".to_owned(), found.map(|found| found.call_on_view.median_ms)),
    ]
}

fn posts(found: Option<&BoundaryCosts>) -> [Bar; 3] {
    [
        ("Cloned to the worker".to_owned(), found.map(|found| found.cloned.median_ms)),
        ("Moved, then copied in".to_owned(), found.map(|found| found.moved_and_copied.median_ms)),
        ("Moved".to_owned(), found.map(|found| found.moved.median_ms)),
    ]
}

fn starts(found: Option<&StartupTimes>) -> [Bar; 4] {
    let download = found.map_or_else(String::new, |found| {
        let sent = if found.sent_bytes > 0.0 { found.sent_bytes } else { found.bytes };
        format!(", {}", format::bytes(sent))
    });
    let script = found.map_or_else(String::new, |found| {
        format!(", with {} of JavaScript", format::bytes(found.script_bytes))
    });
    [
        (format!("Download{download}"), found.map(|found| found.download_ms)),
        ("Compile, after the download".to_owned(), found.map(|found| found.compile_ms)),
        ("Both at once, streaming".to_owned(), found.map(|found| found.streaming_ms)),
        (format!("Ready{script}"), found.map(|found| found.ready_ms)),
    ]
}

/// A list of times with a thin bar each.
fn mini(bars: &[Bar]) -> impl IntoView + use<> {
    let largest = bars.iter().filter_map(|(_, ms)| *ms).fold(f64::MIN_POSITIVE, f64::max) * 1.05;
    let last = bars.len() - 1;
    let rows = bars.iter().enumerate().map(|(index, (name, ms))| {
        let class = match index {
            0 => "bar",
            _ if index == last => "bar safelight",
            _ => "bar wasm",
        };
        let share = format!("{:.4}", ms.unwrap_or(0.0) / largest);
        view! {
            <div>
                <dt>{name.clone()}</dt>
                <dd>{ms.map_or_else(|| "–".to_owned(), format::ms)}</dd>
                <dd class=class style:--share=share aria-hidden="true"></dd>
            </div>
        }
    });
    view! { <dl class="bar-list">{rows.collect_view()}</dl> }
}

fn growth(found: &BoundaryCosts) -> impl IntoView + use<> {
    view! {
        <span class="text-secondary">"When memory grows, old views go blank: "</span>
        <code>"view.length"</code>
        {format!(" was {}, then ", format::thousands(found.view_before))}
        <code>"memory.grow(1)"</code>
        {format!(", now it is {}.", format::thousands(found.view_after))}
    }
}
