//! `safelight filters` and `safelight looks`.

use std::fmt::Write as _;
use std::io::{self, Write as _};
use std::process::ExitCode;

use safelight_kernels::{Kind, Param, SPECS, TEXTS, Text};
use safelight_recipe::{PRESETS, Recipe};
use serde::Serialize;

use crate::error::UsageError;
use crate::filter::SHORT_NAMES;

#[derive(Serialize)]
struct FilterEntry {
    id: &'static str,
    /// Short names that `--filter` also takes.
    short_names: Vec<&'static str>,
    name: &'static str,
    group: &'static str,
    summary: &'static str,
    params: Vec<ParamEntry>,
    /// Whether it needs the text of a `.cube` file.
    cube: bool,
}

#[derive(Serialize)]
struct ParamEntry {
    id: &'static str,
    name: &'static str,
    unit: &'static str,
    min: f64,
    max: f64,
    step: f64,
    default: f64,
}

#[derive(Serialize)]
struct LookEntry {
    id: &'static str,
    name: &'static str,
    summary: &'static str,
    recipe: Recipe,
}

/// Prints every filter, by groups, with its settings.
pub fn filters(as_json: bool) -> Result<ExitCode, UsageError> {
    let entries: Vec<FilterEntry> = SPECS
        .iter()
        .zip(TEXTS)
        .map(|(spec, text)| FilterEntry {
            id: spec.id,
            short_names: short_names(spec.id),
            name: text.name.en,
            group: spec.group.name().en,
            summary: text.summary.en,
            params: spec.params.iter().zip(text.params).map(ParamEntry::new).collect(),
            cube: matches!(spec.kind, Kind::Lut),
        })
        .collect();
    print(&if as_json { json(&entries) } else { filters_as_text(&entries) })
}

/// Prints every look.
pub fn looks(as_json: bool) -> Result<ExitCode, UsageError> {
    let looks = PRESETS.iter();
    let entries: Vec<LookEntry> = looks
        .map(|look| LookEntry {
            id: look.id,
            name: look.name.en,
            summary: look.summary.en,
            recipe: look.recipe(),
        })
        .collect();
    let width = entries.iter().map(|look| look.id.len()).max().unwrap_or_default();
    let text = entries.iter().fold(String::new(), |text, LookEntry { id, summary, .. }| {
        text + &format!("{id:width$}  {summary}\n")
    });
    print(&if as_json { json(&entries) } else { text })
}

fn filters_as_text(entries: &[FilterEntry]) -> String {
    let mut text = String::new();
    let mut group = "";
    for entry in entries {
        if entry.group != group {
            group = entry.group;
            let gap = if text.is_empty() { "" } else { "\n" };
            let _ = writeln!(text, "{gap}{group}");
        }
        let names = [&[entry.id], &entry.short_names[..]].concat().join(", ");
        let _ = writeln!(text, "  {names}: {}", entry.summary);
        let width = entry.params.iter().map(|param| param.id.len()).max().unwrap_or_default();
        for ParamEntry { id, unit, min, max, default, .. } in &entry.params {
            let range = format!("{min} to {max} {unit}");
            let _ = writeln!(text, "      {id:width$}  {:20} default {default}", range.trim_end());
        }
        if entry.cube {
            let _ = writeln!(text, "      cube  the name of a .cube file");
        }
    }
    text
}

fn short_names(id: &str) -> Vec<&'static str> {
    SHORT_NAMES.iter().filter(|(_, long)| *long == id).map(|(short, _)| *short).collect()
}

fn json(entries: &[impl Serialize]) -> String {
    serde_json::to_string_pretty(entries).expect("texts and numbers are JSON") + "\n"
}

/// Prints to standard output. A reader that closes the pipe early, such as `head`, is no error.
fn print(text: &str) -> Result<ExitCode, UsageError> {
    let mut stdout = io::stdout().lock();
    match stdout.write_all(text.as_bytes()).and_then(|()| stdout.flush()) {
        Err(error) if error.kind() != io::ErrorKind::BrokenPipe => {
            Err(UsageError(format!("Standard output could not be written: {error}.")))
        }
        _ => Ok(ExitCode::SUCCESS),
    }
}

impl ParamEntry {
    fn new((param, name): (&Param, &Text)) -> Self {
        let Param { id, unit, min, max, step, default, .. } = *param;
        Self { id, name: name.en, unit, min, max, step, default }
    }
}
