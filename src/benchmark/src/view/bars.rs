//! One case in every implementation, as a bar chart or a table.

use leptos::prelude::*;
use safelight_benchmark::{
    CaseResult, Distribution, Implementation, Measurement, OutputMatch, axis, format, markdown,
};

use super::{bench::BenchState, icon};

/// The bar chart, and an explanation of it.
#[component]
pub fn Bars(bench: BenchState) -> impl IntoView {
    let cell = Memo::new(move |_| {
        bench.report.with(|report| report.case(bench.case.get(), bench.size.get()).cloned())
    });
    view! {
        {move || {
            let (cell, as_table) = (cell.get(), bench.as_table.get());
            table(cell.as_ref(), as_table, &caption(bench, cell.as_ref(), as_table))
        }}
        <p class="explanation">{move || bench.case.get().why()}</p>
    }
}

fn table(cell: Option<&CaseResult>, as_table: bool, caption: &str) -> impl IntoView + use<> {
    let largest = |row: &Measurement| row.time.map_or(0.0, |time| time.q3_ms);
    let longest = cell.map_or(0.0, |cell| cell.measurements.iter().map(largest).fold(0.0, f64::max));
    let end = axis::end(longest);
    let rows = Implementation::ALL.map(|way| {
        let row = cell.and_then(|cell| cell.measurement(way));
        let ratio = cell.zip(row).map(|(cell, row)| format::against(way, cell.ratio(row)));
        let time = row.and_then(|row| row.time);
        let of_spread = |spread: Option<Distribution>, words: fn(&Distribution) -> String| {
            spread.as_ref().map_or_else(|| "–".to_owned(), words)
        };
        view! {
            <tr>
                <th scope="row">{way.name()}<small>{way.detail()}</small></th>
                {(!as_table).then(|| plot(way, time, end))}
                <td class="number-cell">{median(time)}</td>
                {as_table.then(|| view! {
                    <td class="number-cell">{of_spread(time, format::middle_half)}</td>
                    <td class="number-cell">{of_spread(row.and_then(|row| row.kernel), |kernel| format::ms(kernel.median_ms))}</td>
                })}
                <td class="ratio-cell">{ratio.unwrap_or_default()}</td>
                <td class="number-cell output-cell">{row.map(|row| verdict(row.output))}</td>
            </tr>
        }
    });
    view! {
        <div class="scroll-x" role="group" tabindex="0" aria-label=caption.to_owned()><table class="bar-table" class:with-all-columns=as_table>
            <caption>{caption.to_owned()}</caption>
            <thead>
                <tr>
                    <th scope="col">"Way"</th>
                    {(!as_table).then(|| axis((longest > 0.0).then_some(end)))}
                    <th scope="col" class="number-cell">"Median"</th>
                    {as_table.then(|| view! {
                        <th scope="col" class="number-cell">"Middle half"</th>
                        <th scope="col" class="number-cell">"Of it in WASM"</th>
                    })}
                    <th scope="col" class="ratio-cell">"Against plain JavaScript"</th>
                    <th scope="col" class="number-cell output-cell">"Output"</th>
                </tr>
            </thead>
            <tbody>{rows.into_iter().collect_view()}</tbody>
        </table></div>
    }
}

/// The bar of the median, and a line from the first to the third quartile.
fn plot(way: Implementation, time: Option<Distribution>, end: f64) -> impl IntoView {
    let class = if matches!(way, Implementation::Wasm | Implementation::Simd) { "bar wasm" } else { "bar" };
    let share = move |ms: f64| format!("{:.4}", ms / end);
    // The next column has the numbers as text.
    view! {
        <td class="bar-cell" aria-hidden="true">
            {time.map(|time| view! {
                <span class=class style:--share=share(time.median_ms)></span>
                <span class="iqr" style:--q1=share(time.q1_ms) style:--q3=share(time.q3_ms)></span>
            })}
        </td>
    }
}

/// The axis up to `end` milliseconds; without labels if there is no result yet.
fn axis(end: Option<f64>) -> impl IntoView {
    let ticks = end.map(axis::ticks).into_iter().flatten().enumerate().map(|(third, words)| {
        view! { <span style:--share=format!("{:.4}", third as f64 / 3.0)>{words}</span> }
    });
    view! { <th class="bar-cell" aria-hidden="true"><span class="ticks">{ticks.collect_view()}</span></th> }
}

fn median(time: Option<Distribution>) -> impl IntoView {
    match time {
        Some(time) => view! { <b>{format::number(time.median_ms)}</b> " ms" }.into_any(),
        None => "–".into_any(),
    }
}

fn verdict(output: OutputMatch) -> impl IntoView {
    let drawing = if output.is_same_work() { icon::TICK } else { icon::WARN };
    view! { <span class="output-verdict">{icon::view(drawing)} {format::output(output)}</span> }
}

fn caption(bench: BenchState, cell: Option<&CaseResult>, as_table: bool) -> String {
    let machine = bench.report.with(|report| markdown::machine(&report.machine));
    let Some(cell) = cell else { return format!("Not measured yet. {machine}") };
    let rounds = cell.measurements.iter().find_map(|row| row.time).map_or(0, |time| time.samples);
    let copy = format::ms(cell.copy.median_ms);
    let lines = if as_table { "" } else { "; the line under each bar spans the middle half" };
    let other_work = cell.other_work().map_or_else(String::new, |why| format!("{why} "));
    format!(
        "Median of {rounds} interleaved rounds, from one JavaScript buffer to another{lines}. A plain copy of the \
         buffer takes {copy}. {other_work}{} {machine}",
        markdown::EXPECTED
    )
}
