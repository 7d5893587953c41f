//! The report as Markdown.

use std::fmt::Write;

use crate::{
    BoundaryCosts, CaseResult, Distribution, FilterTime, ImageSize, Implementation, Machine, Report,
    STACK_CASES, StartupTimes, format,
};

/// The expectation of the exercise that the benchmark comes from.
pub const EXPECTED: &str =
    "The exercise that this comes from expects WASM to be 3 to 8 times as fast as JavaScript.";

/// The whole report, for the clipboard.
pub fn report(report: &Report) -> String {
    format!("# Safelight's benchmark\n\n{}\n{}", machine(&report.machine), sections(report))
}

/// The sections of the report, without its head.
pub fn sections(report: &Report) -> String {
    let mut out = String::new();
    out.push_str(&cells(&report.cases));
    if let Some(found) = &report.boundary {
        out.push_str(&boundary(found));
    }
    if let Some(found) = &report.start {
        out.push_str(&start(found));
    }
    out.push_str(&wanted(&report.stacks));
    out.push_str(&filters(&report.filters));
    out
}

/// The main figures in a few lines, for the README.
pub fn figures(report: &Report, processor: &str) -> String {
    let of_size = report.cases.iter().filter(|cell| cell.size == ImageSize::Two);
    let median_of = |cell: &CaseResult, way: Implementation| {
        let row = cell.measurement(way);
        let time = row.and_then(|row| Some((row.time?, row.output.is_same_work())));
        time.map_or_else(
            || "–".to_owned(),
            |(time, same)| format!("{}{}", median(&time), if same { "" } else { " *" }),
        )
    };
    let rows = of_size.map(|cell| {
        let simd = cell.measurement(Implementation::Simd);
        let ratio =
            simd.and_then(|row| cell.ratio(row)).map_or_else(|| "–".to_owned(), format::times_as_fast);
        let times = Implementation::ALL.map(|way| median_of(cell, way));
        [cell.case.name().to_owned()].into_iter().chain(times).chain([ratio]).collect()
    });
    let mut head = vec!["1920 × 1080"];
    head.extend(Implementation::ALL.map(Implementation::name));
    head.push("SIMD against JavaScript");
    let Machine { browser, date, build, .. } = &report.machine;
    let told = format!(
        "Measured on {processor} in {browser}, {date}, build {build}: one worker, median, from one JavaScript \
         buffer to another, outputs equal to the byte (ctx.filter: within 1 level; * does other work)."
    );
    format!("\n{}\n\n{}\n{EXPECTED}\n", wrapped(&told), table(&head, rows))
}

/// Wraps a text at 116 characters.
fn wrapped(text: &str) -> String {
    let mut lines = vec![String::new()];
    for word in text.split(' ') {
        let last = lines.len() - 1;
        if lines[last].chars().count() + word.chars().count() >= 116 {
            lines.push(word.to_owned());
        } else {
            let space = if lines[last].is_empty() { "" } else { " " };
            let _ = write!(lines[last], "{space}{word}");
        }
    }
    lines.join("\n")
}

/// Browser, system, build and date, in one sentence.
pub fn machine(machine: &Machine) -> String {
    let Machine { browser, system, threads, timer_us, build, date } = machine;
    // 0 until the first task has measured it.
    let timer =
        if *timer_us > 0.0 { format!("timer {} µs, ", format::number(*timer_us)) } else { String::new() };
    format!("{browser}, {system}, {threads} threads, {timer}build {build}, {date}.")
}

/// A table for each case and image size.
pub fn cells(cells: &[CaseResult]) -> String {
    if cells.is_empty() {
        return String::new();
    }
    let mut out = format!(
        "\n## The same work in five ways\n\nFrom one JavaScript buffer to another, compared byte for byte before \
         anything is timed. Median of interleaved rounds. {EXPECTED}\n"
    );
    for cell in cells {
        let _ = write!(out, "\n### {}, {}\n\n", cell.case.name(), px(cell.size));
        out.push_str(&table(
            &["Way", "Median", "Middle half", "Of it in WASM", "Against plain JavaScript", "Output"],
            cell.measurements.iter().map(|row| {
                let time = |spread: Option<Distribution>, words: fn(&Distribution) -> String| {
                    spread.as_ref().map_or_else(|| "–".to_owned(), words)
                };
                vec![
                    format!("{} ({})", row.implementation.name(), row.implementation.detail()),
                    time(row.time, median),
                    time(row.time, format::middle_half),
                    time(row.kernel, median),
                    format::against(row.implementation, cell.ratio(row)),
                    format::output(row.output),
                ]
            }),
        ));
        let rounds = cell.measurements.iter().find_map(|row| row.time).map_or(0, |time| time.samples);
        let _ = write!(out, "\n{rounds} rounds. A plain copy of the buffer takes {}.", median(&cell.copy));
        out.push_str(&cell.other_work().map_or_else(String::new, |why| format!(" {why}")));
        out.push('\n');
    }
    out + &growth(cells)
}

/// Nanoseconds per pixel, by image size.
fn growth(cells: &[CaseResult]) -> String {
    let mut out = String::from("\n### Nanoseconds a pixel, by size\n\n");
    let mut works: Vec<_> = cells.iter().map(|cell| cell.case).collect();
    works.dedup();
    let mut head = vec!["Work", "Way"];
    let names = ImageSize::ALL.map(|size| format!("{} Mpx", size.name()));
    head.extend(names.iter().map(String::as_str));
    let rows =
        works.iter().flat_map(|work| Implementation::ALL.map(|way| (*work, way))).map(|(work, way)| {
            let at = |size: ImageSize| {
                let cell = cells.iter().find(|cell| (cell.case, cell.size) == (work, size));
                let time = cell.and_then(|cell| cell.measurement(way)).and_then(|row| row.time);
                time.map_or_else(|| "–".to_owned(), |time| format::number(ns_a_pixel(&time, size)))
            };
            [work.name().to_owned(), way.name().to_owned()]
                .into_iter()
                .chain(ImageSize::ALL.map(at))
                .collect()
        });
    out.push_str(&table(&head, rows));
    out
}

/// The cost of crossing the boundary.
pub fn boundary(boundary: &BoundaryCosts) -> String {
    let mut out = String::from("\n## What crossing the boundary costs\n\nInvert of 1920 × 1080.\n\n");
    let rows = [
        ("A call for each pixel", boundary.call_per_pixel),
        ("One call with the buffer", boundary.call_with_buffer),
        ("One call on a view, no copy", boundary.call_on_view),
        ("Cloned to a worker", boundary.cloned),
        ("Moved, then copied into its linear memory", boundary.moved_and_copied),
        ("Moved", boundary.moved),
        ("A message with no buffer", boundary.empty),
    ];
    out.push_str(&table(
        &["", "Median", "Middle half"],
        rows.map(|(name, spread)| vec![name.to_owned(), median(&spread), format::middle_half(&spread)])
            .into_iter(),
    ));
    let _ = write!(
        out,
        "\nWhen memory grows, old views go blank: `view.length` was {}, then `memory.grow(1)`, now it is {}.\n",
        format::thousands(boundary.view_before),
        format::thousands(boundary.view_after),
    );
    out
}

/// The times until the worker is ready.
pub fn start(start: &StartupTimes) -> String {
    let mut out = String::from("\n## Starting the worker\n\n");
    let rows = [
        (format!("Download of {}", format::bytes(start.bytes)), start.download_ms),
        ("Compile after the download".to_owned(), start.compile_ms),
        ("Both at once, streaming".to_owned(), start.streaming_ms),
        (
            format!("A new worker is ready, with {} of JavaScript", format::bytes(start.script_bytes)),
            start.ready_ms,
        ),
    ];
    out.push_str(&table(&["", "Time"], rows.map(|(name, ms)| vec![name, format::ms(ms)]).into_iter()));
    out
}

/// The times of the stacks beside their limits.
pub fn wanted(stacks: &[FilterTime]) -> String {
    if stacks.is_empty() {
        return String::new();
    }
    let mut out = String::from(
        "\n## As multiples of a memory copy\n\nPixels in linear memory, out into a transferable buffer, one worker, \
         with SIMD; against a plain copy of the same buffer in the same run. What is wanted is well ahead of the \
         fastest library and of the browser's own filters.\n\n",
    );
    let rows = stacks.iter().map(|speed| {
        let wanted =
            STACK_CASES.iter().find(|wanted| (wanted.name, wanted.size) == (&speed.name, speed.size));
        let copies = wanted.map_or(f64::NAN, |wanted| wanted.copies);
        let is_reached = speed.in_copies() <= copies;
        vec![
            speed.name.clone(),
            px(speed.size),
            format::copies(speed.in_copies()),
            format::copies(copies),
            (if is_reached { "yes" } else { "**no**" }).to_owned(),
            median(&speed.time),
            format::middle_half(&speed.time),
            median(&speed.kernel),
            median(&speed.copy),
        ]
    });
    out.push_str(&table(
        &[
            "Stack",
            "Size",
            "Copies",
            "Wanted",
            "Reached",
            "Median",
            "Middle half",
            "Without the copy out",
            "A copy",
        ],
        rows,
    ));
    out
}

/// The time of every filter.
pub fn filters(filters: &[FilterTime]) -> String {
    if filters.is_empty() {
        return String::new();
    }
    let mut out = format!(
        "\n## Every filter\n\n{}, settings moved away from their defaults; as above.\n\n",
        px(filters[0].size)
    );
    let rows = filters.iter().map(|speed| {
        vec![
            speed.name.clone(),
            format::copies(speed.in_copies()),
            median(&speed.time),
            format::middle_half(&speed.time),
            median(&speed.kernel),
            median(&speed.copy),
        ]
    });
    out.push_str(&table(
        &["Filter", "Copies", "Median", "Middle half", "Without the copy out", "A copy"],
        rows,
    ));
    out
}

fn table(head: &[&str], rows: impl Iterator<Item = Vec<String>>) -> String {
    let mut out = format!("| {} |\n|{}\n", head.join(" | "), "---|".repeat(head.len()));
    for row in rows {
        let _ = writeln!(out, "| {} |", row.join(" | "));
    }
    out
}

fn median(spread: &Distribution) -> String {
    format::ms(spread.median_ms)
}

fn ns_a_pixel(time: &Distribution, size: ImageSize) -> f64 {
    let (width, height) = size.px();
    time.median_ms * 1e6 / f64::from(width) / f64::from(height)
}

fn px(size: ImageSize) -> String {
    let (width, height) = size.px();
    format!("{width} × {height}")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{BenchmarkCase, Measurement, OutputMatch};

    #[test]
    fn tables_say_what_was_measured() {
        let time = Distribution::of(&[24.0]);
        let rows = vec![
            Measurement {
                implementation: Implementation::Plain,
                output: OutputMatch::Same,
                time,
                kernel: None,
            },
            Measurement {
                implementation: Implementation::Simd,
                output: OutputMatch::Same,
                time: Distribution::of(&[2.4]),
                kernel: Distribution::of(&[1.2]),
            },
            Measurement {
                implementation: Implementation::Browser,
                output: OutputMatch::Differs(40),
                time,
                kernel: None,
            },
        ];
        let copy = Distribution::of(&[0.5]).unwrap();
        let text = cells(&[CaseResult {
            case: BenchmarkCase::Sepia,
            size: ImageSize::Two,
            copy,
            measurements: rows,
        }]);
        for line in [
            "### Sepia, 1920 × 1080",
            "| WASM, SIMD (one worker) | 2.4 ms | 2.4 – 2.4 ms | 1.2 ms | 10 times as fast | same bytes |",
            "| Browser filter (ctx.filter on a canvas) | 24.0 ms | 24.0 – 24.0 ms | – | no ratio | other work, 40 levels off |",
            "| Sepia | JavaScript | – | 11.6 | – | – |",
            "1 rounds. A plain copy of the buffer takes 0.50 ms.",
        ] {
            assert!(text.lines().any(|found| found == line), "{line}\n{text}");
        }
    }

    #[test]
    fn the_clock_is_not_told_before_it_is_known() {
        let mut told = Machine { browser: "Chromium 156".to_owned(), ..Machine::default() };
        assert!(!machine(&told).contains("timer"), "{}", machine(&told));
        told.timer_us = 5.0;
        assert!(machine(&told).contains(", timer 5.0 µs, "), "{}", machine(&told));
    }

    #[test]
    fn long_sentences_are_broken_between_words() {
        let text = "word ".repeat(40);
        let lines = wrapped(text.trim());
        assert!(lines.lines().count() == 2 && lines.lines().all(|line| line.len() < 116), "{lines}");
        assert_eq!(lines.replace('\n', " "), text.trim());
    }

    #[test]
    fn what_is_not_reached_is_marked() {
        let spread = |ms| Distribution::of(&[ms]).unwrap();
        let speed = |name: &str, ms| FilterTime {
            name: name.to_owned(),
            size: ImageSize::Two,
            time: spread(ms),
            kernel: spread(ms - 0.5),
            copy: spread(0.5),
        };
        let text = wanted(&[speed("Grayscale", 1.4), speed("Invert", 1.4)]);
        assert!(text.contains("| Grayscale | 1920 × 1080 | 2.8 × | 3.0 × | yes | 1.4 ms |"), "{text}");
        assert!(text.contains("| Invert | 1920 × 1080 | 2.8 × | 2.5 × | **no** | 1.4 ms |"), "{text}");
        assert_eq!(wanted(&[]) + &filters(&[]), "");
    }
}
