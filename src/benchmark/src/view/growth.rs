//! The time per pixel by image size.

use leptos::prelude::*;
use safelight_benchmark::{ImageSize, Implementation, format};

use super::bench::BenchState;
use crate::messages::Task;

/// Nanoseconds per pixel for each implementation and image size.
#[component]
pub fn Growth(bench: BenchState) -> impl IntoView {
    let all =
        move |_| bench.measure(&ImageSize::ALL.map(|size| Task::Case(bench.case.get_untracked(), size)));
    let at = move |way: Implementation, size: ImageSize| {
        bench.report.with(|report| {
            let row = report.case(bench.case.get(), size)?.measurement(way)?;
            let (width, height) = size.px();
            Some(format::number(row.time?.median_ms * 1e6 / f64::from(width) / f64::from(height)))
        })
    };
    let rows = Implementation::ALL.map(|way| {
        let cells = ImageSize::ALL
            .map(|size| view! { <td>{move || at(way, size).unwrap_or_else(|| "–".to_owned())}</td> });
        view! { <tr><th scope="row">{way.name()}</th>{cells.into_iter().collect_view()}</tr> }
    });
    let heads = ImageSize::ALL.map(|size| view! { <th scope="col">{format!("{} Mpx", size.name())}</th> });
    view! {
        <section>
            <h2>"How it grows"</h2>
            <p class="lead">
                "A larger picture should take as much longer as it has more pixels. Where a pixel gets dearer, the \
                 picture no longer fits into the processor's caches, and memory sets the pace."
            </p>
            <div class="scroll-x" role="group" tabindex="0" aria-label="How it grows"><table class="number-table">
                <caption>{move || format!("{}: nanoseconds a pixel, median.", bench.case.get().name())}</caption>
                <thead><tr><th scope="col">"Way"</th>{heads.into_iter().collect_view()}</tr></thead>
                <tbody>{rows.into_iter().collect_view()}</tbody>
            </table></div>
            <button class="btn outlined" on:click=all>"Measure all sizes"</button>
        </section>
    }
}
