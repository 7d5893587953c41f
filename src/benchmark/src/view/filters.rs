//! The times of stacks and filters, in plain copies of their buffer.

use leptos::prelude::*;
use safelight_benchmark::{BenchmarkCase, FilterTime, ImageSize, STACK_CASES, format};

use super::bench::BenchState;
use crate::messages::Task;

/// Two tables with the results so far.
#[component]
pub fn Filters(bench: BenchState) -> impl IntoView {
    let stacks = move || bench.report.with(|report| report.stacks.clone());
    let filters = move || bench.report.with(|report| report.filters.clone());
    view! {
        <section>
            <h2>"Every filter, in copies of memory"</h2>
            <p class="lead">
                "A plain copy of the buffer is the least that a filter can take, on any machine; so that is what each \
                 is counted in. Pixels lie in linear memory and come out into a buffer that can be moved."
            </p>
            {move || (!stacks().is_empty()).then(|| table(&stacks(), "At the speeds that are wanted.", true))}
            {move || {
                let caption = "1920 × 1080, one worker, with SIMD, settings moved away from their defaults.";
                (!filters().is_empty()).then(|| table(&filters(), caption, false))
            }}
            <div class="button-group">
                <button class="btn outlined" on:click=move |_| bench.measure(&[Task::Stacks, Task::Filters])>
                    "Measure every filter"
                </button>
                <button class="btn outlined" on:click=move |_| bench.measure(&everything())>"Measure everything"</button>
            </div>
        </section>
    }
}

/// All tasks, short ones first.
fn everything() -> Vec<Task> {
    let cells =
        ImageSize::ALL.into_iter().flat_map(|size| BenchmarkCase::ALL.map(|work| Task::Case(work, size)));
    [Task::Boundary, Task::Start].into_iter().chain(cells).chain([Task::Stacks, Task::Filters]).collect()
}

fn table(speeds: &[FilterTime], caption: &'static str, with_wanted: bool) -> impl IntoView + use<> {
    let rows = speeds.iter().map(|speed| {
        let wanted =
            STACK_CASES.iter().find(|wanted| (wanted.name, wanted.size) == (&speed.name, speed.size));
        let name = if with_wanted {
            format!("{}, {} Mpx", speed.name, speed.size.name())
        } else {
            speed.name.clone()
        };
        view! {
            <tr>
                <th scope="row">{name}</th>
                <td>{format::copies(speed.in_copies())}</td>
                {with_wanted.then(|| view! { <td>{wanted.map(|wanted| format::copies(wanted.copies))}</td> })}
                <td>{format::ms(speed.time.median_ms)}</td>
                <td>{format::middle_half(&speed.time)}</td>
            </tr>
        }
    });
    view! {
        <div class="scroll-x" role="group" tabindex="0" aria-label=caption><table class="number-table">
            <caption>{caption}</caption>
            <thead>
                <tr>
                    <th scope="col">{if with_wanted { "Stack" } else { "Filter" }}</th>
                    <th scope="col">"Copies"</th>
                    {with_wanted.then(|| view! { <th scope="col">"Wanted"</th> })}
                    <th scope="col">"Median"</th>
                    <th scope="col">"Middle half"</th>
                </tr>
            </thead>
            <tbody>{rows.collect_view()}</tbody>
        </table></div>
    }
}
