//! The controls: case, image size, form of the chart, copy and save, and the progress.

use std::time::Duration;

use js_sys::Array;
use leptos::{prelude::*, task::spawn_local};
use safelight_benchmark::{BenchmarkCase, ImageSize, markdown};
use wasm_bindgen::JsCast;
use wasm_bindgen_futures::JsFuture;
use web_sys::{Blob, HtmlAnchorElement, Url};

use super::{
    bench::{self, BenchState},
    choice::Choice,
    icon,
};

/// The rows of controls above the bars.
#[component]
pub fn Controls(bench: BenchState) -> impl IntoView {
    let works = BenchmarkCase::ALL.map(|work| (work, work.name().to_owned())).to_vec();
    let sizes = ImageSize::ALL.map(|size| {
        let unit = if size == ImageSize::TwentyFour { " Mpx" } else { "" };
        (size, format!("{}{unit}", size.name()))
    });
    view! {
        <div class="options-bar">
            <Choice label="Filter" group="work" options=works chosen=bench.case
                choose=move |work| bench.choose(work, bench.size.get_untracked())/>
            <Choice label="Size in megapixels" group="size" options=sizes.to_vec() chosen=bench.size
                choose=move |size| bench.choose(bench.case.get_untracked(), size)/>
            <div class="push-end">
                <Choice label="Show as" group="as"
                    options=vec![(false, "Bars".to_owned()), (true, "Table".to_owned())]
                    chosen=bench.as_table choose=move |as_table| bench.as_table.set(as_table)/>
                <button class="btn outlined" on:click=move |_| copy(bench)>{icon::view(icon::COPY)} "Copy as Markdown"</button>
            </div>
        </div>
        <Progress bench/>
    }
}

/// The progress of the running task, and the button that cancels it.
#[component]
fn Progress(bench: BenchState) -> impl IntoView {
    let what = Memo::new(move |_| bench.running.get().map(|(order, _)| order));
    let words = move || match (what.get(), bench.waiting.get()) {
        (Some(order), 0) => format!("Measuring: {}", bench::name(order)),
        (Some(order), more) => format!("Measuring: {}; {more} to follow", bench::name(order)),
        (None, _) => bench.message.get(),
    };
    let share = move || bench.running.get().map_or(0.0, |(_, done)| done);
    view! {
        <div class="run-status">
            <p role="status">{words}</p>
            <Show when=move || what.get().is_some()>
                <span class="progress" role="progressbar" aria-label="Measuring"
                    aria-valuenow=move || format!("{:.0}", share() * 100.0)>
                    <i style:--value=move || format!("{:.3}", share())></i>
                </span>
                <button class="btn" on:click=move |_| bench.cancel()>"Cancel" <kbd>"Esc"</kbd></button>
            </Show>
        </div>
        {move || {
            let failures = bench.report.with(|report| report.failures.clone());
            failures.into_iter().map(|words| view! { <p class="error-message" role="alert">{icon::view(icon::WARN)} {words}</p> }).collect_view()
        }}
    }
}

/// Copies the report to the clipboard.
fn copy(bench: BenchState) {
    let text = bench.report.with_untracked(markdown::report);
    let clipboard = window().navigator().clipboard();
    spawn_local(async move {
        // Pages without HTTPS have no clipboard.
        let copied = !clipboard.is_undefined() && JsFuture::from(clipboard.write_text(&text)).await.is_ok();
        bench.message.set(
            if copied { "Copied as Markdown" } else { "The browser did not let it be copied." }.to_owned(),
        );
    });
}

/// Downloads the report as JSON.
pub fn save(bench: BenchState) {
    let saved = bench.report.with_untracked(|report| {
        let text = serde_json::to_string_pretty(report).ok()?;
        let blob = Blob::new_with_str_sequence(&Array::of1(&text.into())).ok()?;
        let address = Url::create_object_url_with_blob(&blob).ok()?;
        let link: HtmlAnchorElement = document().create_element("a").ok()?.dyn_into().ok()?;
        link.set_href(&address);
        link.set_download("safelight-benchmark.json");
        link.click();
        // Revoking it at once would race with the download.
        set_timeout(move || drop(Url::revoke_object_url(&address)), Duration::from_mins(1));
        Some(())
    });
    bench.message.set(if saved.is_some() { "Saved" } else { "It could not be saved." }.to_owned());
}
